import CivilTime
import ICalendar
import Testing

struct RecurrenceEndTests {
    @Test(arguments: [
        // A date means the whole day.
        ("FREQ=DAILY;UNTIL=20261225", "2026-12-24T18:00", 2),
        ("FREQ=DAILY;BYHOUR=9,23;UNTIL=20261225", "2026-12-24T09:00", 4),
        // The end itself is within.
        ("FREQ=DAILY;UNTIL=20261225T180000", "2026-12-24T18:00", 2),
        ("FREQ=DAILY;UNTIL=20261225T175959", "2026-12-24T18:00", 1),
        ("FREQ=DAILY;UNTIL=20261225T180000Z", "2026-12-24T18:00", 2),
        ("FREQ=DAILY;UNTIL=20261225T175959Z", "2026-12-24T18:00", 1),
        ("FREQ=DAILY;UNTIL=20261223", "2026-12-24T18:00", 0),
        ("FREQ=DAILY;COUNT=3", "2026-12-24T18:00", 3),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261225", "2026-12-24T18:00", 2),
        ("FREQ=DAILY;COUNT=1;UNTIL=20261225", "2026-12-24T18:00", 1),
        ("FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3", "2026-11-24T09:00", 3),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4", "2026-11-24T09:00", 4),
        ("FREQ=DAILY;BYHOUR=9,12,15;COUNT=4", "2026-11-24T12:00", 4),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=3", "2026-11-24T12:00", 3),
        ("FREQ=HOURLY;INTERVAL=5;COUNT=7", "2026-11-24T12:00", 7),
    ])
    func `a rule ends after its count or its last moment`(rule: String, start: String, expected: Int) throws {
        #expect(try occurrences(of: rule, from: start).count == expected)
    }

    @Test(arguments: [
        ("FREQ=DAILY;UNTIL=20261225T170000Z", "2026-12-24T18:00", 2),
        ("FREQ=DAILY;UNTIL=20261225T165959Z", "2026-12-24T18:00", 1),
        // 02:30 on 28 March 2027 is no time; it is counted from before, and so comes after the 03:00 that is one.
        ("FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=2,3;UNTIL=20270328T010000Z", "2027-03-28T00:00", 2),
        ("FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=2,3;UNTIL=20270328T013000Z", "2027-03-28T00:00", 4),
        // On 31 October 2027 clocks go back from 03:00 to 02:00; of two, the first is meant.
        ("FREQ=MINUTELY;BYMINUTE=0,30;UNTIL=20271031T003000Z", "2027-10-31T01:30", 3),
        ("FREQ=MINUTELY;BYMINUTE=0,30;UNTIL=20271031T011000Z", "2027-10-31T01:30", 3),
        ("FREQ=MINUTELY;BYMINUTE=0,30;UNTIL=20271031T020000Z", "2027-10-31T01:30", 4),
    ])
    func `an end in UTC is compared as a moment`(rule: String, start: String, expected: Int) throws {
        let paris = try SampleZones.paris()
        #expect(try occurrences(of: rule, from: start, zone: paris).count == expected)
    }

    @Test(arguments: [
        ("FREQ=DAILY;UNTIL=20261225", 2),
        ("FREQ=DAILY;UNTIL=20261225T000000Z", 2),
        ("FREQ=DAILY;UNTIL=20261225T235959Z", 2),
        ("FREQ=DAILY;UNTIL=20261225T090000", 2),
        ("FREQ=DAILY;BYHOUR=8,9;BYMINUTE=5;BYSECOND=6;COUNT=3", 3),
    ])
    func `a rule of dates knows no times`(rule: String, expected: Int) throws {
        let paris = try SampleZones.paris()
        let found = try occurrences(of: rule, from: "2026-12-24T00:00", isDate: true, zone: paris)
        #expect(found.count == expected)
        #expect(found.allSatisfy { $0.hasSuffix("T00:00") })
    }

    @Test(arguments: ["HOURLY", "MINUTELY", "SECONDLY"])
    func `a date does not come every hour`(frequency: String) throws {
        let frequency = try #require(RecurrenceRule.Frequency(rawValue: frequency))
        #expect(throws: RecurrenceError.timesOfDate(frequency)) {
            try occurrences(of: "FREQ=" + frequency.rawValue, from: "2026-12-24T00:00", isDate: true)
        }
    }
}
