import CivilTime
import ICalendar
import Testing

/// What keeps a calendar from taking all the time and memory there is.
struct LimitTests {
    @Test func `a rule for ever costs what is read of it`() throws {
        var limits = CalendarExpansion.Limits()
        limits.steps = 100
        let expanded = try Expanded(
            ["DTSTART:00010101T100000Z", "RRULE:FREQ=DAILY"], window: ("2026-12-03", "2026-12-05"), limits: limits)
        #expect(expanded.starts == ["2026-12-03T10:00:00Z", "2026-12-04T10:00:00Z"])
        #expect(expanded.faults == [])
    }

    @Test func `a rule that never matches ends with an error, and its start stands`() throws {
        let expanded = try Expanded(["DTSTART:20261203T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"])
        #expect(expanded.starts == ["2026-12-03T10:00:00Z"])
        #expect(expanded.faults.map(\.reason) == [.recurrence(.neverMatches)])
    }

    @Test func `no more occurrences come than the limit, which is told`() throws {
        var limits = CalendarExpansion.Limits()
        limits.occurrences = 5
        let expanded = try Expanded(
            ["DTSTART:20261203", "RRULE:FREQ=DAILY;COUNT=3"], ["DTSTART:20261203", "RRULE:FREQ=DAILY"],
            ["DTSTART:20261203"], limits: limits)
        #expect(expanded.starts.count == 5)
        #expect(expanded.faults == [Fault(line: 6, reason: .tooMuch)])
    }

    @Test func `a COUNT from long ago is counted through only so far`() throws {
        var limits = CalendarExpansion.Limits()
        limits.steps = 1000
        let expanded = try Expanded(
            ["DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY;COUNT=100000000"], ["DTSTART:20261203"],
            window: ("2026-12-03", "2026-12-05"), limits: limits)
        #expect(expanded.faults.count == 1)
        #expect(expanded.starts.count <= 1)
    }

    @Test(arguments: ["SECONDLY", "MINUTELY", "HOURLY"])
    func `a rule of hours or less is read up to a number, and says so`(_ frequency: String) throws {
        let expanded = try Expanded(["DTSTART:20261203T100000Z", "RRULE:FREQ=\(frequency)"])
        #expect(expanded.faults.map(\.line) == [2])
        #expect((1...20_000).contains(expanded.starts.count))
    }

    @Test func `no more faults are told than anybody would mend`() throws {
        let text = "BEGIN:VCALENDAR\n" + String(repeating: "?\n", count: 5000) + "END:VCALENDAR\n"
        let faults = CalendarStream.parse(Array(text.utf8)).faults
        #expect(faults.count == 1001)
        #expect(faults.last == Fault(line: 1002, reason: .manyMore))
    }

    @Test func `an event has a few rules at most`() throws {
        let rules = (1...10).map { "RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=\($0)" }
        let expanded = try Expanded(["DTSTART:20260103T100000Z"] + rules)
        #expect(expanded.faults == [Fault(line: 8, reason: .tooManyRules)])
    }

    /// Calendars of some lines each, one after the other.
    private func expansion(of calendars: [[String]], steps: Int? = nil) -> CalendarExpansion {
        let lines = calendars.flatMap { ["BEGIN:VCALENDAR"] + $0 + ["END:VCALENDAR"] }
        var limits = CalendarExpansion.Limits()
        if let steps { limits.steps = steps }
        return CalendarExpansion(
            of: CalendarStream.parse(Array(lines.joined(separator: "\n").utf8)).calendars, in: .earliest ..< .latest,
            floating: .utc, zones: { _ in nil }, limits: limits)
    }

    private func event(_ lines: String...) -> [String] { ["BEGIN:VEVENT"] + lines + ["END:VEVENT"] }

    @Test(arguments: [
        "FREQ=DAILY;COUNT=365", "FREQ=DAILY;INTERVAL=2;COUNT=365", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=365",
        "FREQ=MONTHLY;BYDAY=FR;COUNT=365",
    ])
    func `series with a COUNT that are long over cost little`(_ rule: String) throws {
        var limits = CalendarExpansion.Limits()
        limits.steps = 4000
        let old = (0..<100).flatMap { index in
            ["UID:\(index)", "DTSTART:20000601T100000Z", "RRULE:\(rule)", "END:VEVENT", "BEGIN:VEVENT"]
        }
        let expanded = try Expanded(
            old + ["DTSTART:20500601T100000Z"], window: ("2050-01-01", "2051-01-01"), limits: limits)
        #expect(expanded.starts == ["2050-06-01T10:00:00Z"])
        #expect(expanded.faults == [])
    }

    @Test(arguments: [
        ("FREQ=DAILY;COUNT=10", 3), ("FREQ=DAILY;INTERVAL=3;COUNT=9", 8), ("FREQ=WEEKLY;BYDAY=FR;COUNT=3", 2),
        ("FREQ=WEEKLY;BYDAY=FR;COUNT=2", 1), ("FREQ=WEEKLY;BYDAY=FR;COUNT=1", 0), ("FREQ=DAILY;COUNT=7", 0),
    ])
    func `what lies before the window counts for COUNT, DTSTART with it`(_ rule: String, _ count: Int) throws {
        // A Thursday, and a window that begins a week later or, for the rules of Fridays, on the next day.
        let first = rule.contains("BYDAY") ? "2026-12-04" : "2026-12-10"
        let expanded = try Expanded(
            ["DTSTART:20261203T100000Z", "DURATION:PT1H", "RRULE:\(rule)"], window: (first, "2028-01-01"))
        let whole = try Expanded(["DTSTART:20261203T100000Z", "DURATION:PT1H", "RRULE:\(rule)"])
        #expect(expanded.starts == whole.starts.filter { $0 >= first })
        #expect(rule.contains("INTERVAL") || expanded.starts.count == count)
    }

    @Test func `a series that costs too much is cut alone, and the others stand`() throws {
        var limits = CalendarExpansion.Limits()
        limits.stepsPerSeries = 100
        let expanded = try Expanded(
            ["DTSTART:20260103", "RRULE:FREQ=DAILY"], ["SUMMARY:Autre", "DTSTART:20260103"], limits: limits)
        #expect(expanded.faults == [Fault(line: 2, reason: .tooMuchOfSeries)])
        #expect((50...110).contains(expanded.starts.count))
        #expect(expanded.titles.last == "Autre")
    }

    @Test func `a COUNT that would be counted through too long costs its series alone`() throws {
        let expanded = try Expanded(
            ["DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY;BYSETPOS=1;BYHOUR=1,2;COUNT=999999999"],
            ["DTSTART:20261203"], window: ("2026-12-03", "2026-12-05"))
        #expect(expanded.starts == ["2026-12-03"])
        #expect(expanded.faults == [Fault(line: 2, reason: .recurrence(.tooMuchToCount))])
    }

    @Test func `what is cut is what stands from the fault's line on, overrides too`() throws {
        var limits = CalendarExpansion.Limits()
        limits.occurrences = 3
        let override = ["UID:a", "SUMMARY:Hors série", "RECURRENCE-ID:20200101T000000Z", "DTSTART:20261203T100000Z"]
        let expanded = try Expanded(
            ["SUMMARY:1", "DTSTART:20261203"], override, ["SUMMARY:3", "DTSTART:20261203"],
            ["SUMMARY:4", "DTSTART:20261203"], ["UID:b"] + override.dropFirst(), limits: limits)
        #expect(expanded.titles == ["1", "Hors série", "3"])
        #expect(expanded.faults == [Fault(line: 16, reason: .tooMuch)])
    }

    @Test(arguments: [nil, "RECURRENCE-ID:20260601T100000Z"])
    func `zones that a file defines have a price, whoever asks for them`(_ line: String?) {
        let calendars = (0..<100).map { index in
            [
                "BEGIN:VTIMEZONE", "TZID:Z\(index)", "BEGIN:STANDARD", "DTSTART:19700101T030000", "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
                "DTSTART;TZID=Z\(index):20260601T100000",
            ] + (line.map { ["UID:\(index)", $0] } ?? []) + ["END:VEVENT"]
        }
        let expansion = expansion(of: calendars, steps: 10_000)
        #expect(expansion.faults.map(\.reason) == [.tooMuch])
        #expect((10...30).contains(expansion.occurrences.count))
    }

    @Test func `a name is looked up once a file, and no more than so many are`() {
        let asked = Counter()
        func count(_ names: [String]) -> CalendarExpansion {
            let lines = names.flatMap { name in
                ["BEGIN:VCALENDAR"] + event("DTSTART;TZID=\(name):20260601T100000") + ["END:VCALENDAR"]
            }
            return CalendarExpansion(
                of: CalendarStream.parse(Array(lines.joined(separator: "\n").utf8)).calendars,
                in: .earliest ..< .latest, floating: .utc,
                zones: { _ in
                    asked.count += 1
                    return nil
                })
        }
        #expect(count(Array(repeating: "A/B", count: 500)).occurrences.count == 500)
        #expect(asked.count == 1)
        let many = count((0..<500).map { "A/B\($0)" })
        #expect(asked.count <= 257)
        #expect(many.occurrences.count == 500)
        let last = many.faults.last
        #expect(last?.reason == .tooManyZones(limit: 256))
        #expect(last?.line == 256 * 5 + 3)
        #expect(many.faults.count == 257)
    }

    private final class Counter {
        var count = 0
    }

    @Test func `a file that is larger may cost more`() {
        let (one, two) = (CalendarExpansion.Limits(bytes: 1), CalendarExpansion.Limits(bytes: 5 << 19))
        #expect(2 * two.steps == 5 * one.steps)
        #expect(CalendarExpansion.Limits(bytes: .max).steps > two.steps)
    }
}
