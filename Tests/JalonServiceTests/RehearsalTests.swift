import CivilTime
import Foundation
import ICalendar
import JalonService
import MailMessage
import Mentoring
import Testing

@Suite struct RehearsalTests {
    /// A participant's calendar as a client keeps it: it knows nothing but the mails that came (RFC 5546 section 3.2).
    private struct ModelCalendar {
        var entries: [String: (sequence: Int, start: String)] = [:]

        mutating func receive(_ calendar: Component) throws {
            let method = try #require(calendar.value("METHOD"))
            let event = try #require(calendar.components.first { $0.name == "VEVENT" })
            let uid = try #require(event.value("UID"))
            let sequence = try #require(event.value("SEQUENCE").flatMap { Int($0) })
            if let known = entries[uid] { #expect(sequence >= known.sequence) }
            if method == "CANCEL" {
                entries[uid] = nil
            } else {
                entries[uid] = (sequence, try #require(event.value("DTSTART")))
            }
        }
    }

    private func rehearse(months: Int, edits: [Rehearsal.Edit] = [], from world: World) async throws -> URL {
        let out = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-out-\(UUID().uuidString)")
        let rehearsal = Rehearsal(
            configuration: world.wheel.configuration, from: try #require(CivilDate("2026-11-23")), months: months,
            edits: edits)
        _ = try await rehearsal.run(into: out.path) { _ in }
        return out
    }

    @Test func `after a year of edits every participant's calendar is the plan`() async throws {
        let world = try World()
        let away = World.people.replacing(
            "claire@exemple.fr,", with: "claire@exemple.fr, away: [2027-02-01..2027-03-10],")
        let moved = away.replacing("thomas@exemple.fr", with: "thomas.petit@exemple.fr")
        let ended = World.relationships.replacing(
            "end: 2027-11-30\n    sessions: {prefer: tue", with: "end: 2027-05-31\n    sessions: {prefer: tue")
        let dates = ["2027-01-25", "2027-03-15", "2027-05-03"].compactMap { CivilDate($0) }
        let edits = [
            Rehearsal.Edit(date: dates[0], configuration: try world.edited(people: away)),
            Rehearsal.Edit(date: dates[1], configuration: try world.edited(people: moved)),
            Rehearsal.Edit(date: dates[2], configuration: try world.edited(people: moved, relationships: ended)),
        ]
        let out = try await rehearse(months: 9, edits: edits, from: world)
        var calendars: [String: ModelCalendar] = [:]
        var methods: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: out.path + "/mail").sorted() {
            let bytes = [UInt8](try Data(contentsOf: out.appendingPathComponent("mail/" + file)))
            guard let part = MailText.calendars(in: bytes).first else { continue }
            let calendar = try #require(CalendarStream.parse(part).calendars.first)
            #expect(CalendarLinter.lint(bytes: part, method: calendar.value("METHOD").flatMap(Method.init)).isEmpty)
            let text = String(decoding: bytes, as: UTF8.self)
            let to = String(try #require(text.firstMatch(of: /\r\nTo: [^\r]*?<?([^\s<>]+@[^\s<>]+)>?\r\n/)).output.1)
            try calendars[to, default: ModelCalendar()].receive(calendar)
            methods.insert(calendar.value("METHOD") ?? "")
        }
        #expect(methods == ["REQUEST", "CANCEL"])
        #expect(calendars["thomas@exemple.fr"]?.entries.values.filter { $0.start > "20270316" }.isEmpty == true)
        for (person, address) in [
            ("claire", "claire@exemple.fr"), ("lea", "lea@exemple.fr"), ("thomas", "thomas.petit@exemple.fr"),
        ] {
            let bytes = [UInt8](try Data(contentsOf: out.appendingPathComponent("calendars/people/\(person).ics")))
            let published = try #require(CalendarStream.parse(bytes).calendars.first).components
                .filter { $0.name == "VEVENT" }
                .reduce(into: [String: String]()) { $0[$1.value("UID") ?? ""] = $1.value("DTSTART") }
            var held = calendars[address]?.entries.mapValues(\.start) ?? [:]
            // What was before the new address stays with the old one.
            for (uid, start) in published where held[uid] == nil && person == "thomas" && start < "20270316" {
                held[uid] = start
            }
            #expect(held == published, "\(person)")
            #expect(published.count >= 5, "\(person)")
        }
    }

    @Test func `an edit takes effect on its day and not before`() async throws {
        let world = try World()
        let edited = try world.edited(
            relationships: World.relationships.replacing("prefer: tue 12:00", with: "prefer: thu 19:00"))
        let date = try #require(CivilDate("2027-01-15"))
        let plain = try await rehearse(months: 3, from: World())
        let with = try await rehearse(
            months: 3, edits: [Rehearsal.Edit(date: date, configuration: edited)], from: World())
        let names = try [plain, with].map {
            try FileManager.default.contentsOfDirectory(atPath: $0.path + "/mail").sorted()
        }
        let until = try zip(names[0], names[1]).prefix { one, other in
            let files = try [plain.path + "/mail/" + one, with.path + "/mail/" + other]
                .map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            return files[0] == files[1]
        }
        #expect(until.count > 20 && until.count < names[0].count)
    }
}

extension Component {
    fileprivate func value(_ name: String) -> String? {
        properties.first { $0.name == name }?.value
    }
}
