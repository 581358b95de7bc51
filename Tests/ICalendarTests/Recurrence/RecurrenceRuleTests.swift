import CivilTime
import ICalendar
import Testing

struct RecurrenceRuleTests {
    @Test func `every part of a rule is read`() throws {
        let rule = try RecurrenceRule(
            "FREQ=YEARLY;UNTIL=20301231T225959Z;INTERVAL=2;BYSECOND=0,60;BYMINUTE=15;BYHOUR=9;BYDAY=MO,-1SU,2TU;"
                + "BYMONTHDAY=1,-1;BYYEARDAY=-366;BYWEEKNO=53,-53;BYMONTH=1,12;BYSETPOS=-1,366;WKST=SU")
        #expect(rule.frequency == .yearly)
        #expect(rule.interval == 2)
        #expect(rule.count == nil)
        #expect(rule.until == .utc(try #require(Instant("2030-12-31T22:59:59Z"))))
        #expect(rule.seconds == [0, 60])
        #expect(rule.minutes == [15])
        #expect(rule.hours == [9])
        #expect(rule.weekdays == [.init(.monday), .init(.tuesday, ordinal: 2), .init(.sunday, ordinal: -1)])
        #expect(rule.monthDays == [1, -1])
        #expect(rule.yearDays == [-366])
        #expect(rule.weekNumbers == [53, -53])
        #expect(rule.months == [1, 12])
        #expect(rule.positions == [366, -1])
        #expect(rule.weekStart == .sunday)
    }

    @Test func `a rule that says little is weekly from Monday on, for ever`() throws {
        let rule = try RecurrenceRule("FREQ=WEEKLY")
        #expect(rule.interval == 1)
        #expect(rule.count == nil)
        #expect(rule.until == nil)
        #expect(rule.weekStart == .monday)
        #expect(rule.weekdays.isEmpty)
    }

    @Test(arguments: [
        ("FREQ=DAILY;UNTIL=20261224", "2026-12-24"),
        ("FREQ=DAILY;UNTIL=20261224T180000", "2026-12-24T18:00"),
        ("FREQ=DAILY;UNTIL=20261224T170000Z", "2026-12-24T17:00:00Z"),
    ])
    func `an end is a date, a local time or a moment`(rule: String, expected: String) throws {
        switch try RecurrenceRule(rule).until {
        case .date(let date): #expect(date.description == expected)
        case .local(let local): #expect(local.description == expected)
        case .utc(let instant): #expect(instant.description == expected)
        case nil: Issue.record("no end")
        }
    }

    @Test(arguments: [
        ("freq=weekly;byday=mo,we", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;", "FREQ=WEEKLY;BYDAY=MO"),
        ("BYDAY=MO, TU ,\tWE;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TU,WE"),
        (" FREQ = DAILY ; COUNT = 3 ;; ", "FREQ=DAILY;COUNT=3"),
        ("FREQ=WEEKLY;BYDAY=FR,MO,FR,", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("FREQ=MONTHLY;BYDAY=+1MO,-01FR;BYMONTHDAY=+07", "FREQ=MONTHLY;BYDAY=1MO,-1FR;BYMONTHDAY=7"),
        ("FREQ=YEARLY;BYMONTHDAY=-1,15,-31,1", "FREQ=YEARLY;BYMONTHDAY=1,15,-31,-1"),
        ("FREQ=YEARLY;BYDAY=-1SU,SU,2SU,-2MO,MO", "FREQ=YEARLY;BYDAY=MO,SU,2SU,-2MO,-1SU"),
        ("FREQ=YEARLY;WKST=MO", "FREQ=YEARLY"),
        ("RSCALE=Gregorian;FREQ=YEARLY;SKIP=OMIT", "FREQ=YEARLY"),
        ("FREQ=YEARLY;X-SHIFT=NEXT,THING;x-y=", "FREQ=YEARLY"),
        ("FREQ=DAILY;UNTIL=20261224t170000z", "FREQ=DAILY;UNTIL=20261224T170000Z"),
        ("FREQ=DAILY;COUNT=5;UNTIL=20261224", "FREQ=DAILY;UNTIL=20261224;COUNT=5"),
        (
            "WKST=SU;BYSETPOS=-1;BYMONTH=2;BYWEEKNO=5;BYYEARDAY=9;BYMONTHDAY=3;BYDAY=TU;BYHOUR=1;BYMINUTE=2;BYSECOND=3;"
                + "INTERVAL=4;COUNT=6;FREQ=YEARLY",
            "FREQ=YEARLY;COUNT=6;INTERVAL=4;BYSECOND=3;BYMINUTE=2;BYHOUR=1;BYDAY=TU;BYMONTHDAY=3;BYYEARDAY=9;BYWEEKNO=5;"
                + "BYMONTH=2;BYSETPOS=-1;WKST=SU"
        ),
    ])
    func `what the field writes is read, and written in one form`(text: String, encoded: String) throws {
        let rule = try RecurrenceRule(text)
        #expect(rule.encoded == encoded)
        #expect(try RecurrenceRule(rule.encoded) == rule)
    }

    @Test(arguments: [
        ("", RecurrenceError.missingFrequency),
        (";;", .missingFrequency),
        ("INTERVAL=2", .missingFrequency),
        ("FREQ=DAILY;WHENEVER", .notAPart("WHENEVER")),
        ("FREQ=DAILY;EVERY=2", .unknownPart("EVERY")),
        ("FREQ=DAILY;BYEASTER=0", .unknownPart("BYEASTER")),
        ("FREQ=DAILY;INTERVAL=2;interval=3", .repeatedPart("INTERVAL")),
        ("FREQ=DAILY;FREQ=DAILY", .repeatedPart("FREQ")),
        ("FREQ=YEARLY;RSCALE=HEBREW", .otherCalendar("HEBREW")),
        ("FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=FORWARD", .movesMissingDays("FORWARD")),
    ])
    func `a rule that cannot be followed is refused`(text: String, expected: RecurrenceError) {
        #expect(throws: expected) { try RecurrenceRule(text) }
    }

    @Test(arguments: [
        "FREQ=FORTNIGHTLY", "FREQ=", "INTERVAL=0", "INTERVAL=-1", "INTERVAL=2147483648", "INTERVAL=1.5", "INTERVAL=",
        "COUNT=0", "COUNT=-3", "COUNT=1000000000000000000", "COUNT=99999999999999999999999", "COUNT=two",
        "UNTIL=20260230", "UNTIL=20261232T000000", "UNTIL=20261224T250000Z", "UNTIL=2026-12-24", "UNTIL=",
        "BYSECOND=61", "BYSECOND=-1", "BYMINUTE=60", "BYHOUR=24", "BYHOUR=", "BYHOUR=,", "BYDAY=XX", "BYDAY=0MO",
        "BYDAY=54MO", "BYDAY=-54MO", "BYDAY=M", "BYDAY=1", "BYDAY=MONDAY", "BYMONTHDAY=0", "BYMONTHDAY=32",
        "BYMONTHDAY=-32", "BYYEARDAY=0", "BYYEARDAY=367", "BYWEEKNO=0", "BYWEEKNO=54", "BYMONTH=0", "BYMONTH=13",
        "BYMONTH=-1", "BYMONTH=5L", "BYSETPOS=0", "BYSETPOS=367", "BYSETPOS=--1", "WKST=1MO", "WKST=SUN",
    ])
    func `a value outside of its range is named with its part`(part: String) throws {
        let text = part.hasPrefix("FREQ") ? part : "FREQ=DAILY;" + part
        let error = #expect(throws: RecurrenceError.self) { try RecurrenceRule(text) }
        guard case .badValue(let name, let value, _) = try #require(error) else {
            Issue.record("\(part): \(String(describing: error))")
            return
        }
        #expect(part == name + "=" + value)
    }

    @Test func `an error is one sentence, however long the value`() throws {
        let error = #expect(throws: RecurrenceError.self) {
            try RecurrenceRule("FREQ=DAILY;BYHOUR=" + String(repeating: "9", count: 100_000))
        }
        let sentence = try #require(error).description
        #expect(sentence.hasPrefix("the recurrence rule has BYHOUR=\"999"))
        #expect(sentence.hasSuffix("where whole numbers of 0 to 23 must stand"))
        #expect(sentence.utf8.count < 200)
    }
}
