import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// Somebody leaves, and is forgotten.
@Suite struct ForgettingTests {
    /// Everything that is Thomas's own; his id is in the id of the relationship, too.
    private static let thomas = Person.ID("thomas")
    static let words = ["thomas", "Thomas", "Petit"]

    private static let withoutThomas = World.people.split(separator: "\n").filter { !$0.contains("thomas") }
        .joined(separator: "\n")
    private static let withoutPair =
        "relationships:\n"
        + World.relationships.split(separator: "\n").drop { !$0.contains("claire-lea") }
        .joined(separator: "\n")

    /// A world whose ledger is a file, in January, with Thomas gone from the files.
    private func world(reloadedAt now: String = "2027-01-11T09:00") throws -> (World, path: String) {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let path = directory.appendingPathComponent("ledger.sqlite").path
        let programme = World.programme + "\ncalendars: {publish: \(directory.path)/calendars}\n"
        var world = try World(programme: programme, ledger: try Ledger.open(path: path))
        try world.run(from: "2026-12-01T09:00", until: "2027-01-10T09:00")
        try world.wheel.publishCalendars(to: directory.path + "/calendars", at: world.moment("2027-01-10T09:00"))
        #expect(try Self.traces(in: directory) != [])
        let configuration = try World.configuration(
            in: world.directory, people: Self.withoutThomas, relationships: Self.withoutPair, programme: programme)
        try world.wheel.adopt(configuration, at: try world.moment(now))
        return (world, directory.path)
    }

    /// Files that have one of Thomas's words in them, plain, in base64 or in quoted-printable.
    static func traces(in directory: URL) throws -> [String] {
        let files = FileManager.default.enumerator(atPath: directory.path)?.allObjects as? [String] ?? []
        return files.filter { name in
            guard let data = try? Data(contentsOf: directory.appendingPathComponent(name)) else { return false }
            let isNamed = words.contains { name.contains($0) }
            return isNamed
                || words.contains { word in
                    // A word in base64 looks one of three ways, by where it begins.
                    let forms =
                        [word]
                        + (0..<3).map { shift in
                            let text = Data((String(repeating: "x", count: shift) + word).utf8).base64EncodedString()
                            return String(text.dropFirst(shift == 0 ? 0 : shift + 1).prefix(word.utf8.count))
                        }
                    return forms.contains { data.range(of: Data($0.utf8)) != nil }
                }
        }
    }

    private func forget(_ world: inout World, at now: String) throws -> Order.Answer? {
        let order = try world.ledger.give(.person(Self.thomas, .forget), at: try world.moment(now))
        try world.wheel.carryOutOrders(at: try world.moment(now))
        return try world.ledger.order(order)?.answer
    }

    @Test func `nobody is forgotten whom the configuration names`() throws {
        var world = try World()
        try world.run(from: "2026-12-01T09:00", until: "2027-01-10T09:00")
        let answer = try forget(&world, at: "2027-01-11T09:00")
        #expect(answer?.accepted == false)
        #expect(answer?.text.contains("still names them") == true)
        #expect(try world.ledger.forgettings().isEmpty)
    }

    @Test func `the cancellations leave first, then no byte of the name is left`() throws {
        var (world, path) = try world()
        let owed = try world.ledger.outbox().filter { $0.state.isOpen && $0.template == .cancellation }
        #expect(owed.contains { $0.recipient == Self.thomas })
        let answer = try forget(&world, at: "2027-01-11T09:01")
        #expect(answer?.accepted == true)
        #expect(answer?.text.contains("2027-01-16 at the latest") == true)
        _ = try world.wheel.turn(at: try world.moment("2027-01-11T09:02"))
        // The cancellations wait: what they say is still needed.
        #expect(try world.ledger.outbox().filter { $0.state.isOpen && $0.recipient == Self.thomas } != [])
        try world.ledger.settleAllAsSent(at: try world.moment("2027-01-11T09:03"))
        let held = try world.ledger.meetings(in: [.held]).count
        _ = try world.wheel.turn(at: try world.moment("2027-01-11T09:04"))
        try world.wheel.publishCalendars(to: path + "/calendars", at: try world.moment("2027-01-11T09:04"))
        #expect(try Self.traces(in: URL(fileURLWithPath: path)) == [])
        #expect(try world.ledger.forgettings().isEmpty)
        // What was counted stays, and Claire's other mentee is none the wiser.
        #expect(try world.ledger.meetings(in: [.held]).count == held)
        #expect(try world.ledger.traces(of: Person.ID("lea")).meetings.count > 1)
        #expect(try world.ledger.outbox().count { $0.recipient.rawValue.hasPrefix("p-") } > 3)
    }

    @Test func `a server that never answers keeps nobody's name for more than five days`() throws {
        var (world, path) = try world()
        _ = try forget(&world, at: "2027-01-11T09:01")
        let next = try #require(try world.wheel.turn(at: try world.moment("2027-01-16T09:00")))
        #expect(try next <= world.moment("2027-01-16T09:01"))
        #expect(try world.ledger.traces(of: Self.thomas).isEmpty == false)
        _ = try world.wheel.turn(at: next)
        try world.wheel.publishCalendars(to: path + "/calendars", at: next)
        #expect(try Self.traces(in: URL(fileURLWithPath: path)) == [])
        #expect(try world.ledger.outbox().allSatisfy { !$0.state.isOpen || $0.recipient != Self.thomas })
        // The mails to others that do not name Thomas go on.
        #expect(
            try world.ledger.outbox().contains { $0.state.isOpen && $0.relationship == Relationship.ID("claire-lea") })
    }

    @Test func `whoever is put back into the files before the last mail has ended is not forgotten`() throws {
        var (world, _) = try world()
        _ = try forget(&world, at: "2027-01-11T09:01")
        try world.wheel.adopt(try world.edited(), at: try world.moment("2027-01-12T09:00"))
        _ = try world.wheel.turn(at: try world.moment("2027-01-20T09:00"))
        #expect(try !world.ledger.traces(of: Self.thomas).isEmpty)
    }

    @Test func `whom nobody knows cannot be forgotten`() throws {
        var (world, _) = try world()
        let order = try world.ledger.give(
            .person(Person.ID("mallory"), .forget), at: try world.moment("2027-01-11T10:00"))
        try world.wheel.carryOutOrders(at: try world.moment("2027-01-11T10:00"))
        #expect(try world.ledger.order(order)?.answer?.accepted == false)
    }

    @Test(arguments: ["Chez Marc Roux, 3 rue X", "chez MARC ROUX", "marc.r@elsewhere.example.org", "Chez Marc"])
    func `a mail owed that names somebody in free text is waited for, and goes once it has left`(
        _ place: String
    ) throws {
        let people = Letterbox.people.replacingOccurrences(of: "marc@exemple.fr", with: "marc.r@elsewhere.example.org")
        let former = World.relationships.replacingOccurrences(
            of: "prefer: tue 12:00",
            with: "prefer: tue 12:00, first: {in_person: \"\(place)\"}, then: {in_person: \"\(place)\"}")
        var world = try World(people: people, relationships: former)
        try world.run(from: "2026-12-01T09:00", until: "2026-12-07T09:00")
        #expect(try Self.mails(of: world.ledger, have: place))
        let now = try world.moment("2026-12-07T10:00")
        let present = former.replacingOccurrences(of: place, with: "Salle 4")
        // The move tells of the place that was, and the person is gone in the same edit.
        try world.wheel.adopt(try world.edited(relationships: present), at: now)
        let marc = Person.ID("marc")
        let order = try world.ledger.give(.person(marc, .forget), at: now)
        try world.wheel.carryOutOrders(at: now)
        #expect(try world.ledger.order(order)?.answer?.accepted == true)
        let next = try world.wheel.turn(at: now)
        #expect(next != nil)
        try world.ledger.settleAllAsSent(at: now.adding(seconds: 60))
        _ = try world.wheel.turn(at: now.adding(seconds: 120))
        #expect(try world.ledger.forgettings().isEmpty)
        #expect(try !Self.mails(of: world.ledger, have: place) || place == "Chez Marc")
        let open = try world.ledger.outbox().filter { $0.composed >= now }
        #expect(!open.isEmpty && open.allSatisfy { $0.state == .sent })
        let left = try open.filter { try world.ledger.body(of: $0.id).map(MailText.all)?.contains(place) ?? false }
        #expect(left.isEmpty)
    }

    @Test(arguments: [
        "550 5.1.1 Marc has left", "550 5.1.1 <marc@exemple.fr> is not here", "550 5.1.1 marc roux, alas",
    ])
    func `what a server said of somebody is written over`(_ words: String) throws {
        var box = try Letterbox()
        try box.receive(box.report(on: try box.mail(to: "claire"), words: words))
        #expect(try box.ledger.outbox().contains { $0.words?.lowercased().contains("marc") ?? false })
        let programme = World.programme + "\nanswers: {piped: true}\n"
        try box.world.wheel.adopt(
            try World.configuration(in: box.world.directory, rules: Letterbox.rules, programme: programme), at: box.now)
        try box.settle()
        _ = try box.ledger.give(.person(Person.ID("marc"), .forget), at: box.now)
        try box.world.wheel.carryOutOrders(at: box.now)
        box.pass(60)
        try box.turn()
        #expect(try box.ledger.forgettings().isEmpty)
        #expect(try box.ledger.outbox().allSatisfy { !($0.words?.lowercased().contains("marc") ?? false) })
    }

    @Test func `calendars that are published no more lose whoever leaves the programme after that`() throws {
        var world = try World()
        let now = try world.moment("2026-12-02T09:00")
        _ = try world.wheel.turn(at: now)
        let calendars = world.directory.path + "/calendars"
        try world.wheel.publishCalendars(to: calendars, at: now)
        let own = "\(calendars)/people/thomas.ics"
        #expect(FileManager.default.fileExists(atPath: own))
        // `publish:` is not in the configuration: it was taken out before.
        try world.wheel.adopt(
            try world.edited(people: Self.withoutThomas, relationships: Self.withoutPair), at: now)
        try world.wheel.tidyFormerCalendars()
        #expect(!FileManager.default.fileExists(atPath: own))
        #expect(!FileManager.default.fileExists(atPath: "\(calendars)/relationships/claire-thomas.ics"))
        #expect(FileManager.default.fileExists(atPath: "\(calendars)/people/claire.ics"))
    }

    private static func mails(of ledger: Ledger, have text: String) throws -> Bool {
        try ledger.outbox().contains { try ledger.body(of: $0.id).map(MailText.all)?.contains(text) ?? false }
    }
}
