import CivilTime
import ICalendar
import Testing

struct RecurrenceBoundsTests {
    @Test(arguments: [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=4;BYYEARDAY=1",
        "FREQ=YEARLY;BYDAY=2MO;BYMONTHDAY=1",
        "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYMONTH=12",
        "FREQ=YEARLY;INTERVAL=399;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=54", "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=4",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=6", "FREQ=MONTHLY;BYSETPOS=2", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,WE;BYSETPOS=3", "FREQ=DAILY;BYSETPOS=2",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE", "FREQ=HOURLY;INTERVAL=2;BYHOUR=4", "FREQ=HOURLY;BYMONTH=6;BYMONTHDAY=31",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=3,4,5", "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=1", "FREQ=MINUTELY;BYSETPOS=-2",
        "FREQ=SECONDLY;INTERVAL=60;BYSECOND=1", "FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31,33,35,37,39,41,43,45,47,49,51",
        "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=1", "FREQ=SECONDLY;INTERVAL=2147483647;BYHOUR=1;BYSECOND=59;BYMONTHDAY=31",
    ])
    func `a rule that can never match is given up soon`(rule: String) throws {
        // A Monday at an odd hour.
        var iterator = RecurrenceIterator(try RecurrenceRule(rule), start: try wall("2026-11-23T09:00"))
        #expect(throws: RecurrenceError.neverMatches) { try iterator.next() }
        #expect(throws: RecurrenceError.neverMatches) { try iterator.next() }
        #expect(iterator.steps < 25_000)
    }

    @Test(arguments: [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", "2032-02-29T09:00 2060-02-29T09:00 2088-02-29T09:00"),
        ("FREQ=YEARLY;INTERVAL=6;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", "2032-02-29T09:00 2128-02-29T09:00"),
        ("FREQ=DAILY;INTERVAL=11;BYMONTH=2;BYMONTHDAY=29", "2052-02-29T09:00 2096-02-29T09:00"),
        ("FREQ=WEEKLY;INTERVAL=5;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", "2060-02-29T09:00 2184-02-29T09:00"),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU", "2027-01-03T09:00 2033-01-02T09:00 2038-01-03T09:00"),
        ("FREQ=MONTHLY;INTERVAL=13;BYMONTHDAY=29;BYMONTH=2", "2056-02-29T09:00 2108-02-29T09:00"),
    ])
    func `a rare day is waited for`(rule: String, expected: String) throws {
        try expectOccurrences(of: rule, from: "2026-11-23T09:00", expected)
    }

    @Test(arguments: ["HOURLY", "MINUTELY", "SECONDLY"])
    func `a rule of hours or less gives ten thousand occurrences and no more`(frequency: String) throws {
        let frequency = try #require(RecurrenceRule.Frequency(rawValue: frequency))
        let rule = try RecurrenceRule("FREQ=" + frequency.rawValue)
        var iterator = RecurrenceIterator(rule, start: try wall("2026-11-23T09:00"))
        for _ in 0..<RecurrenceIterator.shortPeriodLimit { #expect(try iterator.next() != nil) }
        let expected = RecurrenceError.tooManyOccurrences(frequency, limit: 10_000)
        #expect(throws: expected) { try iterator.next() }
        #expect(throws: expected) { try iterator.next() }
    }

    @Test func `a count that started too long ago is not counted through`() throws {
        let rule = try RecurrenceRule("FREQ=MINUTELY;BYSECOND=5;BYDAY=MO;COUNT=900000000")
        var iterator = RecurrenceIterator(rule, start: try wall("2026-11-23T09:00"))
        iterator.skip(to: try wall("9000-01-01T00:00"))
        #expect(throws: RecurrenceError.tooMuchToCount) { try iterator.next() }
        #expect(iterator.steps < 1_000_000)
    }

    @Test(arguments: [
        ("FREQ=DAILY", "9999-12-30T09:00", "9999-12-30T09:00 9999-12-31T09:00"),
        ("FREQ=DAILY;INTERVAL=2", "9999-12-28T09:00", "9999-12-28T09:00 9999-12-30T09:00"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR,SU", "9999-12-27T09:00", "9999-12-27T09:00 9999-12-31T09:00"),
        ("FREQ=WEEKLY;BYDAY=FR,SA;BYSETPOS=1", "9999-12-27T09:00", "9999-12-31T09:00"),
        ("FREQ=MONTHLY;INTERVAL=7", "9999-12-27T09:00", "9999-12-27T09:00"),
        ("FREQ=YEARLY;INTERVAL=2147483647", "2026-11-23T09:00", "2026-11-23T09:00"),
        ("FREQ=MONTHLY;INTERVAL=2147483647", "2026-11-23T09:00", "2026-11-23T09:00"),
        ("FREQ=WEEKLY;INTERVAL=2147483647", "2026-11-23T09:00", "2026-11-23T09:00"),
        ("FREQ=DAILY;INTERVAL=2147483647", "2026-11-23T09:00", "2026-11-23T09:00"),
        ("FREQ=HOURLY;INTERVAL=2147483647", "2026-11-23T09:00", "2026-11-23T09:00"),
        ("FREQ=SECONDLY;INTERVAL=40", "9999-12-31T23:59:10", "9999-12-31T23:59:10 9999-12-31T23:59:50"),
        // Monday 1 January of the year 1 begins a week; with Sunday as the first day the week begins before all time.
        (
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;COUNT=3", "0001-01-01T00:00",
            "0001-01-01T00:00 0001-01-14T00:00 0001-01-15T00:00"
        ),
    ])
    func `the calendar's ends are no trap`(rule: String, start: String, expected: String) throws {
        #expect(try occurrences(of: rule, from: start).joined(separator: " ") == expected)
    }

    @Test func `nonsense from a fixed stream of numbers neither traps nor hangs`() throws {
        var numbers = SplitMix(state: 5545)
        for _ in 0..<1_500 {
            let rule = try RecurrenceRule(numbers.nonsenseRule())
            var iterator = RecurrenceIterator(rule, start: numbers.anyTime(), isDate: numbers.next(below: 9) == 0)
            do throws(RecurrenceError) {
                var last: LocalDateTime?
                for turn in 0..<40 {
                    if turn == 20 { iterator.skip(to: numbers.anyTime()) }
                    guard let next = try iterator.next() else { break }
                    if let last { #expect(last < next, "\(rule.encoded)") }
                    last = next
                }
            } catch {
                #expect(!error.description.isEmpty)
            }
            #expect(iterator.steps < 1_000_000, "\(rule.encoded)")
        }
    }
}
