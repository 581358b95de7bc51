import CivilTime
import ICalendar
import Testing

/// Zones that a calendar defines itself.
struct DefinedZoneTests {
    private static let customized = [
        "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE",
    ]

    @Test(
        arguments: [
            ("20261203T183000", "2026-12-03T17:30:00Z"), ("20260703T183000", "2026-07-03T16:30:00Z"),
            ("20270328T015959", "2027-03-28T00:59:59Z"), ("20270328T030000", "2027-03-28T01:00:00Z"),
            ("20261025T023000", "2026-10-25T00:30:00Z"), ("19690101T120000", "1969-01-01T11:00:00Z"),
        ])
    func `a name that means nothing elsewhere means what the calendar says`(_ local: String, _ instant: String) throws {
        let event = ["DTSTART;TZID=Customized Time Zone:\(local)"]
        let expanded = try Expanded(event, zones: Self.customized)
        #expect(expanded.starts == [instant])
        #expect(expanded.faults == [])
    }

    @Test(arguments: [("20261025T010000Z", "09:00"), ("20261025T005959Z", "08:00"), ("20261025T030000", "09:00")])
    func `UNTIL of an observance includes the moment at which the clocks change`(
        _ until: String, _ hour: String
    ) throws {
        let zone = Self.customized.map { line in
            line.hasSuffix("BYMONTH=10") ? "RRULE:FREQ=YEARLY;UNTIL=\(until);BYDAY=-1SU;BYMONTH=10" : line
        }
        let expanded = try Expanded(["DTSTART;TZID=Customized Time Zone:20261201T100000"], zones: zone)
        #expect(expanded.starts == ["2026-12-01T\(hour):00Z"])
    }

    @Test func `a name means in each calendar what that calendar says`() throws {
        let texts = ["+0900", "+0900", "-0300"].map { offset in
            """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Ici
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:\(offset)
            TZOFFSETTO:\(offset)
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID=Ici:20261203T120000
            END:VEVENT
            END:VCALENDAR

            """
        }
        let expansion = CalendarExpansion(
            of: CalendarStream.parse(Array(texts.joined().utf8)).calendars, in: .earliest ..< .latest, floating: .utc,
            zones: { _ in nil })
        let starts = expansion.occurrences.map { $0.when.instants(in: .utc).lowerBound.description }
        #expect(starts == ["2026-12-03T03:00:00Z", "2026-12-03T03:00:00Z", "2026-12-03T15:00:00Z"])
    }

    @Test func `a name that is known means what this machine knows`() throws {
        let zone = [
            "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
        ]
        #expect(
            try Expanded(["DTSTART;TZID=Europe/Paris:20261203T183000"], zones: zone).starts == ["2026-12-03T17:30:00Z"])
        #expect(
            try Expanded(["DTSTART;TZID=Romance Standard Time:20261203T183000"], zones: zone).starts == [
                "2026-12-03T17:30:00Z"
            ])
    }

    @Test func `onsets may be dates, and offsets may have minutes and seconds`() throws {
        let zone = [
            "BEGIN:VTIMEZONE", "TZID:Ici", "BEGIN:STANDARD", "DTSTART:20260101T000000", "TZOFFSETFROM:-0741",
            "TZOFFSETTO:-074130", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20260501T000000",
            "RDATE:20270501T000000", "TZOFFSETFROM:-074130", "TZOFFSETTO:+0000", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:20261001T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:-074130", "END:STANDARD",
            "END:VTIMEZONE",
        ]
        let events = ["20251231T000000", "20260201T000000", "20260601T000000", "20261101T000000", "20270601T000000"]
            .map { "RDATE;TZID=Ici:\($0)" }
        let expanded = try Expanded(["DTSTART:20200101T000000Z"] + events, zones: zone)
        #expect(
            expanded.starts.dropFirst() == [
                "2025-12-31T07:41:00Z", "2026-02-01T07:41:30Z", "2026-06-01T00:00:00Z", "2026-11-01T07:41:30Z",
                "2027-06-01T00:00:00Z",
            ])
    }

    @Test(arguments: [[], ["BEGIN:STANDARD", "DTSTART:x", "END:STANDARD"], ["BEGIN:X", "END:X"]])
    func `a definition that says nothing is none`(_ inside: [String]) throws {
        let zone = ["BEGIN:VTIMEZONE", "TZID:Ici"] + inside + ["END:VTIMEZONE"]
        let expanded = try Expanded(["DTSTART;TZID=Ici:20261203T183000"], zones: zone)
        #expect(expanded.faults.map(\.reason) == [.unknownZone("Ici")])
        #expect(expanded.starts == ["2026-12-03T17:30:00Z"])
    }
}
