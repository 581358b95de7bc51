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
}
