import CivilTime
import ICalendar
import Testing

/// Texts that want to be more than text.
struct HostileTextTests {
    private func request(_ change: (inout Event) -> Void) throws -> [UInt8] {
        var meeting = try SampleEvents.meeting()
        change(&meeting)
        let message = try #require(changes(from: nil, to: meeting, at: SampleEvents.now).messages.first)
        return message.serialized(for: SampleEvents.thomas.address)
    }

    private func event(_ bytes: [UInt8]) throws -> Component {
        let (calendars, faults) = CalendarStream.parse(bytes)
        #expect(faults.isEmpty)
        return try #require(calendars.first?.components(named: "VEVENT").first)
    }

    @Test func `a name of two hundred characters is folded between characters, and read back whole`() throws {
        let name = String(String(repeating: "Élodie-Anaïs 👩🏽‍🏫 ", count: 20).prefix(200))
        let bytes = try request { $0.attendees[1].name = name }
        let attendee = try #require(try event(bytes).properties(named: "ATTENDEE").first)
        #expect(name.count == 200)
        #expect(attendee.parameter("CN") == name)
        let text = try #require(String(validating: bytes, as: UTF8.self))
        let lines = text.split(separator: "\r\n").drop { !$0.hasPrefix("ATTENDEE") }.prefix(3)
        #expect(
            lines.elementsEqual([
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=",
                " TRUE;CN=Élodie-Anaïs 👩🏽‍🏫 Élodie-Anaïs 👩🏽‍🏫 Élo",
                " die-Anaïs 👩🏽‍🏫 Élodie-Anaïs 👩🏽‍🏫 Élodie-Anaïs ",
            ]))
        #expect(CalendarLinter.lint(bytes: bytes, method: .request).isEmpty)
    }

    @Test(
        arguments: [
            "Fin\r\nATTENDEE:mailto:intrus@example.org", "Fin\nEND:VEVENT\nBEGIN:VALARM", "a\u{0}b\u{7}c\u{1B}[31m",
            "\u{2028}ORGANIZER:mailto:intrus@example.org", "\u{85}X:1\u{B}Y:2\u{C}Z:3", "\\n\\,\\;\\\\", "\"; X=\"1:2",
            "^n^^^'", "; , : \" \\ ^ \t", "e\u{301}\u{327} et \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FEFF}",
        ])
    func `a text stays inside its property`(_ text: String) throws {
        let bytes = try request {
            $0.summary = text
            $0.description = text
            $0.location = text
            $0.comment = text
            $0.uid = text
            $0.organizer.name = text
            $0.attendees[0].name = text
            $0.conference = "https://exemple.fr/" + text
        }
        #expect(CalendarLinter.lint(bytes: bytes, method: .request) == [])
        let event = try event(bytes)
        #expect(event.components.isEmpty)
        #expect(event.properties(named: "ATTENDEE").count == 2)
        #expect(event.properties(named: "ORGANIZER").count == 1)
        let plain = Self.plain(text)
        for name in ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "UID"] {
            #expect(event.property(name)?.text == plain, "\(name)")
        }
        #expect(event.property("ORGANIZER")?.parameter("CN") == plain)
        #expect(event.properties(named: "ATTENDEE").last?.parameter("CN") == plain)
    }

    /// The text as a calendar can carry it: one kind of line end, no controls but tab and line end.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: plain.append("\n")
            case 0x09: plain.append(scalar)
            case 0..<0x20, 0x7F..<0xA0: break
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    @Test(
        arguments: [
            ("o'brien+x=1@exemple.fr", "mailto:o'brien+x=1@exemple.fr"),
            ("a?subject=b@exemple.fr", "mailto:a%3Fsubject=b@exemple.fr"),
            ("\"a b\"%c@exemple.fr", "mailto:%22a%20b%22%25c@exemple.fr"),
            ("zoé@exemple.fr", "mailto:zo%C3%A9@exemple.fr"),
            ("a\r\nX:1@exemple.fr", "mailto:aX:1@exemple.fr"),
        ])
    func `an address is a URI`(_ address: String, _ uri: String) throws {
        let bytes = try request { $0.attendees[1].address = address }
        #expect(try event(bytes).properties(named: "ATTENDEE").map(\.value).contains(uri))
    }
}
