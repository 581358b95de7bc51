import CivilTime
import ICalendar
import Testing

/// DTSTART, RRULE, RDATE and EXDATE together.
struct SeriesTests {
    @Test func `local time goes on, and is then resolved`() throws {
        let expanded = try Expanded(
            ["DTSTART;TZID=Europe/Paris:20261018T183000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"])
        #expect(expanded.starts == ["2026-10-18T16:30:00Z", "2026-10-25T17:30:00Z", "2026-11-01T17:30:00Z"])
    }

    @Test func `a time in a gap takes the offset before it, one in a fold is the first`() throws {
        let gap = try Expanded(["DTSTART;TZID=Europe/Paris:20270327T023000", "RRULE:FREQ=DAILY;COUNT=3"])
        #expect(gap.starts == ["2027-03-27T01:30:00Z", "2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z"])
        let fold = try Expanded(["DTSTART;TZID=Europe/Paris:20261024T023000", "RRULE:FREQ=DAILY;COUNT=3"])
        #expect(fold.starts == ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"])
    }

    @Test func `what DTEND gives is exact, what DURATION gives is nominal`() throws {
        let start = "DTSTART;TZID=Europe/Paris:20261023T120000"
        let rule = "RRULE:FREQ=DAILY;COUNT=2"
        let exact = try Expanded([start, "DTEND;TZID=Europe/Paris:20261024T120000", rule])
        #expect(exact.times.last == "2026-10-24T10:00:00Z/2026-10-25T10:00:00Z")
        let nominal = try Expanded([start, "DURATION:P1D", rule])
        #expect(nominal.times.last == "2026-10-24T10:00:00Z/2026-10-25T11:00:00Z")
    }

    @Test func `a series of days is days`() throws {
        let expanded = try Expanded(
            ["DTSTART;VALUE=DATE:20261219", "DTEND;VALUE=DATE:20270104", "RRULE:FREQ=YEARLY;COUNT=2"])
        #expect(expanded.times == ["2026-12-19/2027-01-04", "2027-12-19/2028-01-04"])
    }

    @Test(
        arguments: [
            ("EXDATE:20261210T173000Z", "in UTC"), ("EXDATE;TZID=Europe/Paris:20261210T183000", "in its zone"),
            ("EXDATE:20261210T183000", "floating"), ("EXDATE;VALUE=DATE:20261210", "as a day"),
            ("EXDATE:20270101T000000,20261210T183000", "in a list"),
        ])
    func `an exception takes a time away`(_ exception: String, _ how: String) throws {
        let expanded = try Expanded(
            ["DTSTART;TZID=Europe/Paris:20261203T183000", "RRULE:FREQ=WEEKLY;COUNT=3", exception])
        #expect(expanded.starts == ["2026-12-03T17:30:00Z", "2026-12-17T17:30:00Z"], "\(how)")
    }

    @Test(
        arguments: [
            "EXDATE:20261204T000000Z", "EXDATE;TZID=Europe/Paris:20261204T000000", "EXDATE:20261204T100000",
            "EXDATE;VALUE=DATE:20261204",
        ])
    func `in a series of days an exception with a time means its date`(_ exception: String) throws {
        let expanded = try Expanded(["DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=DAILY;COUNT=3", exception])
        #expect(expanded.starts == ["2026-12-03", "2026-12-05"])
    }

    @Test func `an exception of the only time leaves nothing`() throws {
        #expect(try Expanded(["DTSTART:20261203", "EXDATE:20261203"]).times.isEmpty)
    }

    @Test func `added times come in their place, once, and with their own length`() throws {
        let expanded = try Expanded([
            "DTSTART:20261203T173000Z", "DTEND:20261203T180000Z", "RRULE:FREQ=WEEKLY;COUNT=2",
            "RDATE:20261205T173000Z,20261210T173000Z",
            "RDATE;VALUE=PERIOD:20261204T173000Z/PT2H,20261206T173000Z/20261206T174500Z",
        ])
        #expect(
            expanded.times == [
                "2026-12-03T17:30:00Z/2026-12-03T18:00:00Z", "2026-12-04T17:30:00Z/2026-12-04T19:30:00Z",
                "2026-12-05T17:30:00Z/2026-12-05T18:00:00Z", "2026-12-06T17:30:00Z/2026-12-06T17:45:00Z",
                "2026-12-10T17:30:00Z/2026-12-10T18:00:00Z",
            ])
    }

    @Test func `a start that the rule would not give is the first of the series, and counts as one`() throws {
        let expanded = try Expanded(["DTSTART:20261203T173000Z", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3"])
        #expect(expanded.starts == ["2026-12-03T17:30:00Z", "2026-12-04T17:30:00Z", "2026-12-11T17:30:00Z"])
        let single = try Expanded(["DTSTART:20261203T173000Z", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=1"])
        #expect(single.starts == ["2026-12-03T17:30:00Z"])
    }

    @Test func `several rules give the times of each, once`() throws {
        let expanded = try Expanded([
            "DTSTART:20261203T173000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=DAILY;INTERVAL=14;COUNT=2",
        ])
        #expect(
            expanded.starts == ["2026-12-03T17:30:00Z", "2026-12-10T17:30:00Z", "2026-12-17T17:30:00Z"])
    }

    @Test(
        arguments: [
            ("20261210T173000Z", 2), ("20261210T172959Z", 1), ("20261210T183000", 2), ("20261210", 2), ("20261209", 1),
        ])
    func `UNTIL is included, as an instant, on the wall or as a day`(_ until: String, _ count: Int) throws {
        let expanded = try Expanded(
            ["DTSTART;TZID=Europe/Paris:20261203T183000", "RRULE:FREQ=WEEKLY;UNTIL=\(until)"])
        #expect(expanded.times.count == count)
    }

    @Test func `the window is what touches it`() throws {
        let event = ["DTSTART:20200101T230000Z", "DTEND:20200102T010000Z", "RRULE:FREQ=DAILY"]
        let expanded = try Expanded(event, window: ("2026-12-03", "2026-12-05"))
        #expect(expanded.starts == ["2026-12-02T23:00:00Z", "2026-12-03T23:00:00Z", "2026-12-04T23:00:00Z"])
    }

    @Test func `a calendar in a calendar, and an event in none, are read all the same`() throws {
        let text =
            "BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261203\nEND:VEVENT\nEND:VCALENDAR\n"
            + "END:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261204\nEND:VEVENT\n"
        let (calendars, faults) = CalendarStream.parse(Array(text.utf8))
        let expansion = CalendarExpansion(
            of: calendars, in: .earliest ..< .latest, floating: .utc, zones: { _ in nil })
        #expect(expansion.occurrences.count == 2)
        #expect(faults == [Fault(line: 8, reason: .outsideCalendar("VEVENT"))])
    }
}
