import CivilTime
import ICalendar
import Testing

/// What a calendar may cost, and what tells that not all of it was read.
struct ReadingBudgetTests {
    private static let window = Range(uncheckedBounds: (Instant(secondsSinceEpoch: 1_764_547_200), Instant.latest))

    private func read(_ text: String, _ budget: ReadingBudget? = nil) -> BusyCalendar {
        let window = Self.window.lowerBound..<Self.window.lowerBound.adding(seconds: 5 * 366 * 86_400)
        return BusyCalendar(bytes: Array(text.utf8), in: window, floating: .utc, zones: { _ in nil }, budget: budget)
    }

    private static func calendar(_ lines: String...) -> String {
        (["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\n")
    }

    private static func event(_ lines: String...) -> String {
        (["BEGIN:VEVENT", "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"] + lines + ["END:VEVENT"])
            .joined(separator: "\n")
    }

    private static let budget = ReadingBudget(lines: 40, dates: 100, steps: 20_000)

    @Test(
        arguments: [
            (calendar(event(String(repeating: "X:\n", count: 60))), 41, .tooManyLines(limit: 40)),
            (calendar(event("RRULE:FREQ=DAILY")), 2, .tooMuch),
            (calendar(event("RRULE:FREQ=SECONDLY")), 2, .tooMuch),
            (
                calendar(event("RDATE:" + Array(repeating: "20270101T000000Z", count: 100_000).joined(separator: ","))),
                2, .tooMuch
            ),
            (
                calendar(
                    event(
                        "RRULE:FREQ=YEARLY",
                        "EXDATE:" + Array(repeating: "20270101", count: 100_000).joined(separator: ","))), 2, .tooMuch
            ),
            (
                calendar(
                    "BEGIN:VFREEBUSY",
                    "FREEBUSY:" + Array(repeating: "20261203T080000Z/PT4H", count: 200).joined(separator: ","),
                    "END:VFREEBUSY"),
                3, .tooMuch
            ),
        ] as [(String, Int, Fault.Reason)])
    func `what goes beyond a budget is told, and the reading ends there`(
        _ text: String, _ line: Int, _ reason: Fault.Reason
    ) {
        let calendar = read(text, Self.budget)
        #expect(calendar.excess == Fault(line: line, reason: reason))
        #expect(calendar.spent.lines <= 40)
        #expect(calendar.spent.dates <= 100)
    }

    @Test func `the excess is known however many faults there are`() {
        let broken = String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: 1100)
        let calendar = read(
            Self.calendar(broken + Self.event("RRULE:FREQ=DAILY")), ReadingBudget(lines: 9000, dates: 9, steps: 9000))
        #expect(calendar.excess?.reason == .tooMuch)
    }

    @Test func `a calendar within its budget says what it cost`() {
        let calendar = read(Self.calendar(Self.event("RRULE:FREQ=DAILY;COUNT=9"), Self.event()), Self.budget)
        #expect(calendar.excess == nil)
        #expect(calendar.spent.lines == 11)
        #expect(calendar.spent.dates == 10)
        #expect(Self.budget.without(calendar.spent).dates == 90)
    }

    @Test(
        arguments: [
            ("", false, false, false), ("<html>", false, false, false),
            (calendar(), true, false, true), (calendar(event()), true, true, true),
            ("BEGIN:VCALENDAR\n" + event() + "\n", true, true, false),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201\n", true, true, false),
            (calendar("BEGIN:VFREEBUSY", "END:VFREEBUSY"), true, true, true),
            (calendar("BEGIN:VTODO", "END:VTODO"), true, false, true),
        ])
    func `a file tells whether it is a calendar, has anything in it, and is whole`(
        _ text: String, _ isCalendar: Bool, _ hasContent: Bool, _ isClosed: Bool
    ) {
        let calendar = read(text)
        #expect(calendar.isCalendar == isCalendar)
        #expect(calendar.hasContent == hasContent)
        #expect(calendar.isClosed == isClosed)
    }

    /// A component's words are read once and not with each of its dates: what follows took minutes.
    @Test func `a series among very many properties costs what it costs without them`() {
        let crowd = String(repeating: "X:\n", count: 200_000)
        let text = Self.calendar(Self.event("RRULE:FREQ=DAILY", crowd, "SUMMARY:Point", "TRANSP:OPAQUE"))
        let (few, many) = (read(Self.calendar(Self.event("RRULE:FREQ=DAILY"))), read(text))
        #expect(many.entries.count == few.entries.count)
        #expect(many.entries.allSatisfy { $0.summary == "Point" })
        #expect(many.spent.steps == few.spent.steps)
    }

    @Test(
        arguments: [
            "RRULE:FREQ=YEARLY", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "RRULE:FREQ=DAILY;COUNT=2147483647",
        ])
    func `a zone with more observances than clocks have known is none, and costs no more than one`(rule: String) {
        let observance =
            "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\(rule)\nEND:STANDARD\n"
        func calendar(_ count: Int) -> BusyCalendar {
            read(
                Self.calendar(
                    "BEGIN:VTIMEZONE", "TZID:Z", String(repeating: observance, count: count) + "END:VTIMEZONE",
                    "BEGIN:VEVENT", "DTSTART;TZID=Z:20261201T100000", "END:VEVENT"))
        }
        let (one, thousands) = (calendar(1), calendar(5000))
        #expect(one.faults.isEmpty || rule.contains("COUNT") || rule.contains("30"))
        #expect(thousands.faults.map(\.reason) == [.unknownZone("Z")])
        #expect(thousands.spent.steps <= 600_000)
    }

    @Test func `a name as long as its file is quoted by its start`() {
        let name = String(repeating: "e\u{301}", count: 100_000)
        let calendar = read(
            Self.calendar(
                "BEGIN:\(name)", Self.event(), "BEGIN:VEVENT", "DTSTART;TZID=\(name):20261201T100000", "END:VEVENT"))
        #expect(calendar.faults.allSatisfy { $0.description.utf8.count < 400 })
    }
}
