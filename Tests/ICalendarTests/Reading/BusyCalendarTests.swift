import CivilTime
import ICalendar
import Testing

/// Public holidays and busy hours.
struct BusyCalendarTests {
    /// A calendar of events, each given as its lines.
    private func calendar(_ events: [String]...) throws -> BusyCalendar {
        let lines = events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] }
        let text = (["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
        let (paris, tokyo) = (try SampleZones.paris(), try SampleZones.tokyo())
        return BusyCalendar(bytes: Array(text.utf8), in: .earliest ..< .latest, floating: tokyo) { name in
            name == "Europe/Paris" ? paris : nil
        }
    }

    private func days(_ first: String, _ end: String) throws -> Range<CivilDate> {
        try #require(CivilDate(first))..<(try #require(CivilDate(end)))
    }

    private func span(_ start: String, _ end: String) throws -> Range<Instant> {
        try #require(Instant(start))..<(try #require(Instant(end)))
    }

    @Test(
        arguments: [
            (["DTSTART;VALUE=DATE:20260714", "DTEND;VALUE=DATE:20260715"], "2026-07-14", "2026-07-15"),
            (["DTSTART;VALUE=DATE:20261219", "DTEND;VALUE=DATE:20270104"], "2026-12-19", "2027-01-04"),
            (["DTSTART;VALUE=DATE:20260714"], "2026-07-14", "2026-07-15"),
            (["DTSTART:20260714"], "2026-07-14", "2026-07-15"),
            (["DTSTART;VALUE=DATE:20260714", "DTEND;VALUE=DATE:20260714"], "2026-07-14", "2026-07-15"),
            (["DTSTART;VALUE=DATE:20260714", "DURATION:P2D"], "2026-07-14", "2026-07-16"),
        ])
    func `an all-day event is its days, the end not included`(
        _ lines: [String], _ first: String, _ end: String
    ) throws {
        let calendar = try calendar(lines)
        #expect(calendar.faults == [])
        #expect(try calendar.allDay == [days(first, end)])
        #expect(calendar.busySpans.isEmpty)
    }

    @Test(
        arguments: [
            (["DTSTART:20261203T173000Z", "DTEND:20261203T183000Z"], "2026-12-03T17:30:00Z", "2026-12-03T18:30:00Z"),
            (
                ["DTSTART;TZID=Europe/Paris:20261203T183000", "DTEND;TZID=\"Europe/Paris\":20261203T193000"],
                "2026-12-03T17:30:00Z", "2026-12-03T18:30:00Z"
            ),
            (["DTSTART:20261203T183000", "DTEND:20261203T193000"], "2026-12-03T09:30:00Z", "2026-12-03T10:30:00Z"),
            (["DTSTART:20261203T173000Z", "DURATION:PT45M"], "2026-12-03T17:30:00Z", "2026-12-03T18:15:00Z"),
            // A day over the end of summer time has 25 hours.
            (
                ["DTSTART;TZID=Europe/Paris:20261024T120000", "DURATION:P1DT1H"],
                "2026-10-24T10:00:00Z", "2026-10-25T12:00:00Z"
            ),
        ])
    func `a timed event is its instants, in UTC, in a zone or floating`(
        _ lines: [String], _ start: String, _ end: String
    ) throws {
        let calendar = try calendar(lines)
        #expect(calendar.faults == [])
        #expect(try calendar.busySpans == [span(start, end)])
        #expect(calendar.allDay.isEmpty)
    }

    @Test func `an event without an end takes no time`() throws {
        let calendar = try calendar(["DTSTART:20261203T173000Z"])
        #expect(calendar.entries.count == 1)
        #expect(calendar.busySpans.isEmpty)
    }

    @Test func `free time is not busy, but a free day is still a holiday`() throws {
        let calendar = try calendar(
            ["DTSTART;VALUE=DATE:20260714", "TRANSP:TRANSPARENT"], ["DTSTART;VALUE=DATE:20260815", "TRANSP:OPAQUE"],
            ["DTSTART:20261203T173000Z", "DTEND:20261203T183000Z", "TRANSP:TRANSPARENT"])
        #expect(try calendar.allDay == [days("2026-07-14", "2026-07-15"), days("2026-08-15", "2026-08-16")])
        #expect(try calendar.busyDays == [days("2026-08-15", "2026-08-16")])
        #expect(calendar.busySpans.isEmpty)
        #expect(calendar.entries.map(\.isTransparent) == [true, false, true])
    }

    @Test func `a cancelled event is not there, a tentative one is`() throws {
        let calendar = try calendar(
            ["UID:1", "DTSTART;VALUE=DATE:20260714", "STATUS:CANCELLED"],
            ["UID:2", "DTSTART;VALUE=DATE:20260714", "STATUS:TENTATIVE"])
        #expect(calendar.entries.map(\.uid) == ["2"])
    }

    @Test func `a series takes all its times, without the exception, the cancelled one and those outside the window`()
        throws
    {
        let text = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:cours
            DTSTART:20261203T170000Z
            DTEND:20261203T180000Z
            RRULE:FREQ=WEEKLY
            EXDATE:20261217T170000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:cours
            RECURRENCE-ID:20261224T170000Z
            DTSTART:20261224T170000Z
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """
        let window = try span("2026-12-10T17:30:00Z", "2027-01-07T17:00:00Z")
        let calendar = BusyCalendar(bytes: Array(text.utf8), in: window, floating: .utc) { _ in nil }
        #expect(calendar.faults == [])
        #expect(
            try calendar.busySpans == [
                span("2026-12-10T17:00:00Z", "2026-12-10T18:00:00Z"),
                span("2026-12-31T17:00:00Z", "2026-12-31T18:00:00Z"),
            ])
    }

    @Test func `who calls the meeting is known by address`() throws {
        let calendar = try calendar(
            ["ORGANIZER;CN=Mentorat:MAILTO:mentorat%2Bun@exemple.fr", "DTSTART:20260714"],
            ["ORGANIZER:https://exemple.fr/", "DTSTART:20260714"], ["DTSTART:20260714"])
        #expect(calendar.entries.map(\.organizer) == ["mentorat+un@exemple.fr", nil, nil])
    }

    @Test func `the periods of free-busy files count, but the free ones`() throws {
        let text = """
            BEGIN:VCALENDAR
            BEGIN:VFREEBUSY
            FREEBUSY:20261203T170000Z/PT1H,20261204T080000Z/20261204T093000Z
            FREEBUSY;FBTYPE=FREE:20261205T080000Z/PT1H
            FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261206T080000Z/P1D,20261207T08/PT1H
            END:VFREEBUSY
            END:VCALENDAR
            """
        let calendar = BusyCalendar(bytes: Array(text.utf8), in: .earliest ..< .latest, floating: .utc) { _ in nil }
        #expect(
            try calendar.busySpans == [
                span("2026-12-03T17:00:00Z", "2026-12-03T18:00:00Z"),
                span("2026-12-04T08:00:00Z", "2026-12-04T09:30:00Z"),
                span("2026-12-06T08:00:00Z", "2026-12-07T08:00:00Z"),
            ])
        #expect(calendar.faults == [Fault(line: 5, reason: .badValue("20261207T08/PT1H", property: "FREEBUSY"))])
    }

    @Test func `an entry has its words and its line`() throws {
        let calendar = try calendar(
            ["DTSTART:20260101"], ["UID:a\\,b", "SUMMARY:Fête\\; nationale", "DTSTART:20260714"])
        #expect(calendar.entries.map(\.line) == [2, 5])
        #expect(calendar.entries.map(\.uid) == ["", "a,b"])
        #expect(calendar.entries.map(\.summary) == ["", "Fête; nationale"])
    }

    @Test(
        arguments: [
            (["SUMMARY:rien"], 2, .missingProperty("DTSTART", component: "VEVENT")),
            (["DTSTART:20260230"], 3, .badValue("20260230", property: "DTSTART")),
            (["DTSTART:20260714", "DTEND:20260714T100000Z"], 4, .dateAndTimeMixed),
            (["DTSTART:20260714T090000Z", "DTEND:20260714"], 4, .dateAndTimeMixed),
            (["DTSTART:20260714T090000Z", "DURATION:1 h"], 4, .badValue("1 h", property: "DURATION")),
        ] as [([String], Int, Fault.Reason)])
    func `an event with a fault is told by line and left out, the others stand`(
        _ lines: [String], _ line: Int, _ reason: Fault.Reason
    ) throws {
        let calendar = try calendar(lines, ["UID:sain", "DTSTART:20260101"])
        #expect(calendar.faults == [Fault(line: line, reason: reason)])
        #expect(calendar.entries.map(\.uid) == ["sain"])
    }

    @Test(
        arguments: [
            (["DTSTART;TZID=Mars/Olympus:20261203T183000", "DTEND:20261203T100000Z"], 3, .unknownZone("Mars/Olympus")),
            (["DTSTART:20261203T173000Z", "DTEND:20261203T163000Z"], 4, .endBeforeStart),
            (["DTSTART:20260714", "DTEND:20260712"], 4, .endBeforeStart),
            (["DTSTART:20261203T173000Z", "DURATION:-PT1H"], 4, .endBeforeStart),
            (["DTSTART:20260714", "RRULE:FREQ=OFTEN"], 4, nil),
            (["DTSTART:20260714", "RRULE:FREQ=DAILY;UNTIL=20260713"], 4, .seriesEndsBeforeStart),
            (["DTSTART:20260714", "RDATE:20260715,x"], 4, .badValue("x", property: "RDATE")),
            (["DTSTART:20260714", "EXDATE:x"], 4, .badValue("x", property: "EXDATE")),
        ] as [([String], Int, Fault.Reason?)])
    func `a fault that leaves the start clear is told, and the event stands`(
        _ lines: [String], _ line: Int, _ reason: Fault.Reason?
    ) throws {
        let calendar = try calendar(lines)
        #expect(calendar.faults.map(\.line) == [line])
        if let reason { #expect(calendar.faults.map(\.reason) == [reason]) }
        #expect(!calendar.entries.isEmpty)
    }

    @Test func `a duration beyond all calendars is no harm`() throws {
        let calendar = try calendar(
            ["DTSTART:99991230", "DURATION:P99999D"], ["DTSTART:99991231T235958Z", "DURATION:P9999WT99999H"])
        #expect(calendar.faults == [])
        #expect(calendar.entries.count == 2)
    }

    @Test func `faults of the file and of its events come in the order of lines`() throws {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\n?\nEND:VCALENDAR\n"
        let calendar = BusyCalendar(bytes: Array(text.utf8), in: .earliest ..< .latest, floating: .utc) { _ in nil }
        #expect(
            calendar.faults.map(\.description) == [
                "line 3: “x” is no value for DTSTART.", "line 5: “?” is no calendar property; a line reads NAME:value.",
            ])
    }
}
