import CivilTime
import Configuration
import Foundation
import ICalendar
import Testing

/// The same meeting, written by this program, by libical and by python-icalendar, reads as the same value.
@Suite(.enabled(if: Outside.hasPython && Judges.hasLibical, "needs Python and libical; Scripts/test prepares them"))
struct AgreementTests {
    @Test func `what libical and icalendar write of a meeting reads as what we write of it`() async throws {
        let directory = try Binary.scratch()
        let program = try await Judges.compiled("rewrite.c", in: directory)
        var events: [(file: URL, message: SchedulingMessage)] = []
        for (index, text) in Self.texts.enumerated() {
            let message = try Self.message(text, number: index)
            let file = directory.appendingPathComponent("\(index).ics")
            try Data(message.serialized(for: "claire@exemple.fr")).write(to: file)
            events.append((file, message))
        }
        let script = try await Outside.python([Judges.fixture("rewrite.py")] + events.map(\.file.path))
        try #require(script.status == 0, "\(script.errors)")
        for (file, message) in events {
            let byLibical = try await Binary.run(
                executable: "/bin/sh", ["-c", "exec \"$0\" < \"$1\"", program, file.path])
            try #require(byLibical.status == 0)
            let byPython = try Data(contentsOf: file.appendingPathExtension("again"))
            #expect(try Self.read(Array(byPython)) == message, "icalendar, \(message.event.summary)")
            #expect(try Self.read(Array(byLibical.output.utf8)) == message, "libical, \(message.event.summary)")
        }
    }

    /// Without what the two lose themselves: libical 3.0 an empty text, a space at an end and the escape of a
    /// circumflex, icalendar 7 the space before an encoded word.
    private static let texts = [
        "Rencontre de mentorat", "Claire, Thomas; et Zoé", "à l'école : « demain »", "une\nligne\net une autre",
        "C:\\dossier\\n", "\"entre guillemets\"", "👩🏽‍🏫 🇫🇷 👨‍👩‍👧‍👦", String(repeating: "très long, ", count: 40) + "fin",
        "tab\tici", "BEGIN:VEVENT", "a;b:c,d=e",
    ]

    private static func message(_ text: String, number: Int) throws -> SchedulingMessage {
        let zone = try #require(SystemZones.zone(named: number.isMultiple(of: 3) ? "Africa/Cairo" : "Europe/Paris"))
        let start = try #require(LocalDateTime("2026-12-03T18:30")).adding(seconds: number * 86_400 * 31)
        let stamp = try #require(Instant("2026-11-01T08:00:00Z"))
        let event = Event(
            uid: "meeting-\(number)@exemple.fr", sequence: number, stamp: stamp, created: stamp, lastModified: stamp,
            start: start, end: start.adding(seconds: 5400), zone: zone, summary: text, description: text + "\n" + text,
            location: "12 rue de l'Ourcq; " + text, conference: "https://exemple.fr/salle?nom=a&b=1,2;3",
            organizer: Organizer(name: "Mentorat " + text, address: "mentorat@exemple.fr"),
            attendees: [
                Attendee(address: "claire@exemple.fr", name: "Claire " + text, participation: .accepted),
                Attendee(address: "thomas+un@exemple.fr", name: "", role: .nonParticipant, rsvp: false),
            ],
            classification: .private, comment: text)
        return SchedulingMessage(method: .request, event: event, reason: .invited)
    }

    private static func read(_ bytes: [UInt8]) throws -> SchedulingMessage {
        let (calendars, faults) = CalendarStream.parse(bytes)
        try #require(faults == [])
        var message = try SchedulingMessage(
            try #require(calendars.first), floating: .utc, zones: SystemZones.zone(named:))
        if message.event.zone == .utc, let cairo = SystemZones.zone(named: "Africa/Cairo") {
            // No VTIMEZONE can say what Cairo does, so its meetings are in UTC.
            let span = message.event.span
            message.event.zone = cairo
            message.event.start = cairo.local(at: span.start)
            message.event.end = cairo.local(at: span.end)
        }
        return message
    }
}
