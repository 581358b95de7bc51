import CivilTime
import ICalendar

/// Events that nobody would write, from a seed.
struct HostileEvents {
    private var numbers: SeededNumbers
    private let zones: [Zone]

    init(seed: UInt64, zones: [Zone]) {
        numbers = SeededNumbers(seed: seed)
        self.zones = zones
    }

    private static let pieces: [String] =
        [
            "a", "Z", "9", " ", "\t", ",", ";", ":", "\\", "\"", "^", "'", "=", "\\n", "^n", "^^'", "é", "’", "«\u{A0}",
            "œ", "\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{0}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}",
            "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{200D}", "\u{301}", "\u{600}", "\u{202E}", "\u{E000}", "\u{10FFFF}",
            "🇫🇷", "🇫", "👩🏽‍🏫", "👨‍👩‍👧‍👦", "각", "ก็", "नि", "BEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", "mailto:", "@", "%0D%0A",
        ] + [String(repeating: "\u{327}", count: 90), String(repeating: "x", count: 74)]

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    private mutating func one<Element>(of elements: [Element]) -> Element {
        elements[number(0...elements.count - 1)]
    }

    mutating func text() -> String {
        let length = one(of: [0, 1, 2, 5, 20, 80])
        return (0..<number(0...length)).map { _ in one(of: Self.pieces) }.joined()
    }

    private mutating func local() -> LocalDateTime {
        Zone.utc.local(at: Instant(secondsSinceEpoch: Int64(number(0...4_000_000_000))))
    }

    private mutating func attendee(_ index: Int) -> Attendee {
        Attendee(
            address: "\(index)" + text() + "@exemple.fr", name: text(), role: one(of: AttendeeRole.allCases),
            participation: one(of: ParticipationStatus.allCases), rsvp: Bool.random(using: &numbers),
            userType: one(of: CalendarUserType.allCases))
    }

    mutating func event() -> Event {
        let start = local()
        var event = Event(
            uid: text(), sequence: number(0...99), stamp: Zone.utc.instant(of: local()),
            created: Zone.utc.instant(of: local()), lastModified: Zone.utc.instant(of: local()), start: start,
            end: start.adding(seconds: number(60...90_000)), zone: one(of: zones), summary: text(),
            description: text(), location: Bool.random(using: &numbers) ? text() : nil,
            conference: Bool.random(using: &numbers) ? "https://exemple.fr/" + text() : nil,
            organizer: Organizer(name: text(), address: text() + "@exemple.fr"), attendees: [])
        event.attendees = (0..<number(1...4)).map { attendee($0) }
        event.status = one(of: [.confirmed, .tentative])
        event.transparency = one(of: Event.Transparency.allCases)
        event.classification = one(of: Event.Classification.allCases)
        event.comment = Bool.random(using: &numbers) ? text() : nil
        event.alarms = (0..<number(0...2)).map { _ in
            Alarm(minutesBefore: number(-3000...30_000), description: text())
        }
        return event
    }
}
