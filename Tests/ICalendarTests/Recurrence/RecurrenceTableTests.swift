import CivilTime
import ICalendar
import Testing

struct RecurrenceTableTests {
    @Test(arguments: [
        (
            "FREQ=YEARLY;INTERVAL=3", "2025-11-05T18:30",
            "2025-11-05T18:30 2028-11-05T18:30 2031-11-05T18:30 2034-11-05T18:30"
        ),
        (
            "FREQ=YEARLY;BYMONTH=9,1", "2026-09-10T08:15",
            "2026-09-10T08:15 2027-01-10T08:15 2027-09-10T08:15 2028-01-10T08:15 2028-09-10T08:15"
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01T10:00",
            "2028-02-29T10:00 2032-02-29T10:00 2036-02-29T10:00 2040-02-29T10:00"
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2,4", "2027-02-28T07:00",
            "2027-02-28T07:00 2027-04-30T07:00 2028-02-29T07:00 2028-04-30T07:00 2029-02-28T07:00"
        ),
        (
            "FREQ=YEARLY;BYYEARDAY=60,-60", "2027-01-01T12:00",
            "2027-03-01T12:00 2027-11-02T12:00 2028-02-29T12:00 2028-11-02T12:00 2029-03-01T12:00"
        ),
        ("FREQ=YEARLY;BYYEARDAY=366", "2026-06-01T12:00", "2028-12-31T12:00 2032-12-31T12:00 2036-12-31T12:00"),
        ("FREQ=YEARLY;BYYEARDAY=-366", "2026-06-01T12:00", "2028-01-01T12:00 2032-01-01T12:00 2036-01-01T12:00"),
        ("FREQ=YEARLY;BYDAY=10TU", "2026-01-01T09:00", "2026-03-10T09:00 2027-03-09T09:00 2028-03-07T09:00"),
        ("FREQ=YEARLY;BYDAY=-1TH", "2026-01-01T09:00", "2026-12-31T09:00 2027-12-30T09:00 2028-12-28T09:00"),
        ("FREQ=YEARLY;BYDAY=53FR", "2026-01-01T09:00", "2027-12-31T09:00 2032-12-31T09:00 2038-12-31T09:00"),
        (
            "FREQ=YEARLY;BYDAY=2SA;BYMONTH=5,10", "2026-05-01T09:00",
            "2026-05-09T09:00 2026-10-10T09:00 2027-05-08T09:00 2027-10-09T09:00"
        ),
        (
            "FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=25;BYMONTH=12", "2026-01-01T11:00",
            "2033-12-25T11:00 2039-12-25T11:00 2044-12-25T11:00"
        ),
        (
            "FREQ=YEARLY;BYDAY=MO;BYYEARDAY=1,2,3,4,5,6,7", "2026-01-01T11:00",
            "2026-01-05T11:00 2027-01-04T11:00 2028-01-03T11:00 2029-01-01T11:00"
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "2026-01-01T23:00",
            "2026-02-13T23:00 2026-03-13T23:00 2026-11-13T23:00 2027-08-13T23:00 2028-10-13T23:00 2029-04-13T23:00"
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYDAY=TU;BYMONTH=1", "2026-01-01T09:00",
            "2026-01-06T09:00 2026-01-13T09:00 2026-01-20T09:00 2026-01-27T09:00 2028-01-04T09:00 2028-01-11T09:00"
        ),
        (
            "FREQ=YEARLY;BYHOUR=6,18;BYMINUTE=0,45", "2026-04-01T18:00",
            "2026-04-01T18:00 2026-04-01T18:45 2027-04-01T06:00 2027-04-01T06:45 2027-04-01T18:00"
        ),
    ])
    func `years have the days, months and times that their rule names`(rule: String, start: String, expected: String)
        throws
    {
        try expectOccurrences(of: rule, from: start, expected)
    }

    @Test(arguments: [
        (
            "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-06-01T09:00",
            "2024-12-30T09:00 2025-12-29T09:00 2027-01-04T09:00 2028-01-03T09:00 2029-01-01T09:00"
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,SU", "2026-01-01T09:00",
            "2026-12-28T09:00 2027-01-03T09:00 2032-12-27T09:00 2033-01-02T09:00 2037-12-28T09:00"
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-01-01T09:00",
            "2027-01-03T09:00 2028-01-02T09:00 2028-12-31T09:00 2029-12-30T09:00"
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", "2026-01-01T09:00",
            "2026-01-04T09:00 2027-01-03T09:00 2028-01-02T09:00 2028-12-31T09:00"
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=10,20;BYDAY=WE;BYMONTH=3", "2026-01-01T09:00",
            "2026-03-04T09:00 2027-03-10T09:00 2028-03-08T09:00"
        ),
        // Without a weekday, that of the start.
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-05-13T09:00", "2026-05-13T09:00 2027-05-19T09:00 2028-05-17T09:00"),
        // The last week but 51 of 2026, a year of 53, is its third; that of 2027, one of 52, its second.
        ("FREQ=YEARLY;BYWEEKNO=-51;BYDAY=MO", "2026-01-01T09:00", "2026-01-12T09:00 2027-01-11T09:00"),
    ])
    func `weeks belong to the year that has four of their days, and begin with WKST`(
        rule: String, start: String, expected: String
    ) throws {
        try expectOccurrences(of: rule, from: start, expected)
    }

    @Test(arguments: [
        (
            "FREQ=MONTHLY", "2026-01-31T09:00",
            "2026-01-31T09:00 2026-03-31T09:00 2026-05-31T09:00 2026-07-31T09:00 2026-08-31T09:00"
        ),
        (
            "FREQ=MONTHLY;INTERVAL=5", "2026-10-15T09:00",
            "2026-10-15T09:00 2027-03-15T09:00 2027-08-15T09:00 2028-01-15T09:00"
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3", "2026-12-01T09:00",
            "2026-12-29T09:00 2027-01-29T09:00 2027-02-26T09:00 2027-03-29T09:00"
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,-1", "2027-01-31T09:00",
            "2027-01-31T09:00 2027-02-01T09:00 2027-02-28T09:00 2027-03-01T09:00 2027-03-31T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=TU", "2026-11-20T09:00",
            "2026-11-24T09:00 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=3TH", "2026-11-01T09:00",
            "2026-11-19T09:00 2026-12-17T09:00 2027-01-21T09:00 2027-02-18T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=5WE", "2026-11-01T09:00",
            "2026-12-30T09:00 2027-03-31T09:00 2027-06-30T09:00 2027-09-29T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO,-1MO;INTERVAL=2", "2026-11-01T09:00",
            "2026-11-02T09:00 2026-11-30T09:00 2027-01-04T09:00 2027-01-25T09:00 2027-03-01T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=8,9,10,11,12,13,14", "2026-11-01T09:00",
            "2026-11-14T09:00 2026-12-12T09:00 2027-01-09T09:00"
        ),
        (
            "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=21", "2026-11-01T09:00",
            "2026-12-21T09:00 2027-06-21T09:00 2027-12-21T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "2026-11-01T09:00",
            "2026-11-27T09:00 2026-12-30T09:00 2027-01-28T09:00 2027-02-25T09:00"
        ),
        (
            "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1", "2026-11-20T09:00",
            "2026-11-29T09:00 2026-12-05T09:00 2026-12-27T09:00 2027-01-02T09:00 2027-01-31T09:00"
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=5,6;BYHOUR=9,17;BYSETPOS=2,3", "2026-11-05T09:00",
            "2026-11-05T17:00 2026-11-06T09:00 2026-12-05T17:00 2026-12-06T09:00 2027-01-05T17:00"
        ),
        // An ordinal beside a weekday without one: both count.
        (
            "FREQ=MONTHLY;BYDAY=SA,1MO", "2026-11-01T09:00",
            "2026-11-02T09:00 2026-11-07T09:00 2026-11-14T09:00 2026-11-21T09:00"
        ),
    ])
    func `months have the days that their rule names, and lack those that do not exist`(
        rule: String, start: String, expected: String
    ) throws {
        try expectOccurrences(of: rule, from: start, expected)
    }

    @Test(arguments: [
        ("FREQ=WEEKLY", "2026-12-24T18:00", "2026-12-24T18:00 2026-12-31T18:00 2027-01-07T18:00"),
        (
            "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2", "2026-11-25T09:00",
            "2026-11-29T09:00 2026-12-07T09:00 2026-12-13T09:00 2026-12-21T09:00 2026-12-27T09:00"
        ),
        (
            "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2;WKST=SU", "2026-11-25T09:00",
            "2026-12-06T09:00 2026-12-07T09:00 2026-12-20T09:00 2026-12-21T09:00 2027-01-03T09:00"
        ),
        (
            "FREQ=WEEKLY;BYMONTH=1;BYDAY=TH", "2026-11-25T09:00",
            "2027-01-07T09:00 2027-01-14T09:00 2027-01-21T09:00 2027-01-28T09:00 2028-01-06T09:00 2028-01-13T09:00"
        ),
        (
            "FREQ=WEEKLY;INTERVAL=6;BYDAY=TH,FR", "2025-12-31T09:00",
            "2026-01-01T09:00 2026-01-02T09:00 2026-02-12T09:00 2026-02-13T09:00 2026-03-26T09:00"
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1", "2026-11-23T09:00",
            "2026-11-27T09:00 2026-12-04T09:00 2026-12-11T09:00"
        ),
        ("FREQ=WEEKLY;BYHOUR=8,20;BYDAY=SA", "2026-11-21T12:00", "2026-11-21T20:00 2026-11-28T08:00 2026-11-28T20:00"),
        // The week of the start counts from its Monday, though the start is on Wednesday.
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2,3", "2026-11-25T09:00", "2026-11-25T09:00 2026-11-27T09:00"),
        // RFC 5545 has no ordinal in a week; it is overlooked.
        ("FREQ=WEEKLY;BYDAY=2TU", "2026-11-24T09:00", "2026-11-24T09:00 2026-12-01T09:00"),
    ])
    func `weeks begin with WKST and run across the years`(rule: String, start: String, expected: String) throws {
        try expectOccurrences(of: rule, from: start, expected)
    }

    @Test(arguments: [
        (
            "FREQ=DAILY;INTERVAL=10", "2026-12-15T09:00",
            "2026-12-15T09:00 2026-12-25T09:00 2027-01-04T09:00 2027-01-14T09:00"
        ),
        (
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=28,29", "2027-03-01T09:00",
            "2028-02-28T09:00 2028-02-29T09:00 2029-02-28T09:00 2030-02-28T09:00"
        ),
        (
            "FREQ=DAILY;BYDAY=SA,SU", "2026-11-23T09:00",
            "2026-11-28T09:00 2026-11-29T09:00 2026-12-05T09:00 2026-12-06T09:00"
        ),
        (
            "FREQ=DAILY;INTERVAL=3;BYDAY=MO", "2026-11-23T09:00",
            "2026-11-23T09:00 2026-12-14T09:00 2027-01-04T09:00 2027-01-25T09:00"
        ),
        (
            "FREQ=DAILY;BYHOUR=7,19;BYMINUTE=30;BYSECOND=0,15", "2026-11-23T09:00",
            "2026-11-23T19:30 2026-11-23T19:30:15 2026-11-24T07:30 2026-11-24T07:30:15 2026-11-24T19:30"
        ),
        (
            "FREQ=DAILY;BYHOUR=7,12,19;BYSETPOS=-1,1", "2026-11-23T09:00",
            "2026-11-23T19:00 2026-11-24T07:00 2026-11-24T19:00 2026-11-25T07:00"
        ),
        ("FREQ=DAILY;BYYEARDAY=-1", "2026-11-23T09:00", "2026-12-31T09:00 2027-12-31T09:00 2028-12-31T09:00"),
    ])
    func `days are limited by all that their rule names`(rule: String, start: String, expected: String) throws {
        try expectOccurrences(of: rule, from: start, expected)
    }

    @Test(arguments: [
        (
            "FREQ=HOURLY;INTERVAL=7", "2026-11-23T20:05",
            "2026-11-23T20:05 2026-11-24T03:05 2026-11-24T10:05 2026-11-24T17:05"
        ),
        (
            "FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,30", "2026-11-23T09:30",
            "2026-11-23T09:30 2026-11-23T10:00 2026-11-23T10:30 2026-11-24T09:00 2026-11-24T09:30"
        ),
        ("FREQ=HOURLY;INTERVAL=48;BYDAY=MO", "2026-11-23T09:00", "2026-11-23T09:00 2026-12-07T09:00 2026-12-21T09:00"),
        (
            "FREQ=HOURLY;BYMINUTE=0,20,40;BYSETPOS=2;INTERVAL=3", "2026-11-23T09:00",
            "2026-11-23T09:20 2026-11-23T12:20 2026-11-23T15:20"
        ),
        (
            "FREQ=MINUTELY;INTERVAL=50;BYHOUR=23", "2026-11-23T22:10",
            "2026-11-23T23:00 2026-11-23T23:50 2026-11-24T23:10 2026-11-25T23:20"
        ),
        (
            "FREQ=MINUTELY;BYMINUTE=58,2;BYSECOND=5,55", "2026-11-23T22:58:30",
            "2026-11-23T22:58:55 2026-11-23T23:02:05 2026-11-23T23:02:55 2026-11-23T23:58:05"
        ),
        (
            "FREQ=SECONDLY;INTERVAL=40", "2026-12-31T23:59",
            "2026-12-31T23:59 2026-12-31T23:59:40 2027-01-01T00:00:20 2027-01-01T00:01"
        ),
        (
            "FREQ=SECONDLY;BYHOUR=0;BYMINUTE=0;BYSECOND=1,59;BYMONTHDAY=1", "2026-11-23T09:00",
            "2026-12-01T00:00:01 2026-12-01T00:00:59 2027-01-01T00:00:01 2027-01-01T00:00:59"
        ),
        (
            "FREQ=SECONDLY;INTERVAL=7;BYSECOND=0", "2026-11-23T09:00",
            "2026-11-23T09:00 2026-11-23T09:07 2026-11-23T09:14"
        ),
        // No clock shows a leap second.
        ("FREQ=MINUTELY;BYSECOND=59,60", "2026-11-23T09:00", "2026-11-23T09:00:59 2026-11-23T09:01:59"),
        ("FREQ=SECONDLY;BYSECOND=60", "2026-11-23T09:00", "2026-11-23T09:00:59 2026-11-23T09:01:59"),
    ])
    func `hours, minutes and seconds are counted on the wall`(rule: String, start: String, expected: String) throws {
        try expectOccurrences(of: rule, from: start, expected)
    }
}
