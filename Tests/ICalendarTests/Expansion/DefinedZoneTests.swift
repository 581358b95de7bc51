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
