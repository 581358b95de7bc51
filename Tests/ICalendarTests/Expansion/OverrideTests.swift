import CivilTime
import ICalendar
import Testing

/// RECURRENCE-ID.
struct OverrideTests {
    private let series = [
        "UID:cours", "SUMMARY:Cours", "DTSTART;TZID=Europe/Paris:20261203T183000", "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;COUNT=4",
    ]

    @Test(
        arguments: [
            "RECURRENCE-ID;TZID=Europe/Paris:20261210T183000", "RECURRENCE-ID:20261210T173000Z",
            "RECURRENCE-ID:20261210T183000", "RECURRENCE-ID;VALUE=DATE:20261210",
        ])
    func `an override stands in the place of its occurrence, however its time is written`(_ line: String) throws {
        let override = ["UID:cours", "SUMMARY:Déplacé", line, "DTSTART:20261211T090000Z", "DURATION:PT30M"]
        let expanded = try Expanded(series, override)
        #expect(
            expanded.times.sorted() == [
                "2026-12-03T17:30:00Z/2026-12-03T18:30:00Z", "2026-12-11T09:00:00Z/2026-12-11T09:30:00Z",
                "2026-12-17T17:30:00Z/2026-12-17T18:30:00Z", "2026-12-24T17:30:00Z/2026-12-24T18:30:00Z",
            ])
        #expect(expanded.titles.sorted() == ["Cours", "Cours", "Cours", "Déplacé"])
    }

    @Test func `an override before its series, or without one, stands too`() throws {
        let override = ["UID:cours", "RECURRENCE-ID:20261210T173000Z", "DTSTART:20261211T090000Z"]
        #expect(try Expanded(override, series).starts.count == 4)
        #expect(try Expanded(override).starts == ["2026-12-11T09:00:00Z"])
    }

    @Test func `an override of another event changes nothing`() throws {
        let override = ["UID:autre", "RECURRENCE-ID:20261210T173000Z", "DTSTART:20261211T090000Z"]
        #expect(try Expanded(series, override).starts.count == 5)
    }

    @Test func `an override moved into the window is found, and one moved out of it is not`() throws {
        let into = ["UID:cours", "RECURRENCE-ID:20261203T173000Z", "DTSTART:20261216T090000Z"]
        let out = ["UID:cours", "RECURRENCE-ID:20261217T173000Z", "DTSTART:20270101T090000Z"]
        let expanded = try Expanded(series, into, out, window: ("2026-12-14", "2026-12-20"))
        #expect(expanded.starts == ["2026-12-16T09:00:00Z"])
    }

    @Test func `this and all later ones move as the first does, until the next turn`() throws {
        let first = [
            "UID:cours", "SUMMARY:Plus tard", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T173000Z",
            "DTSTART;TZID=Europe/Paris:20261211T190000", "DURATION:PT2H",
        ]
        let second = [
            "UID:cours", "SUMMARY:Plus tôt", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261224T173000Z",
            "DTSTART;TZID=Europe/Paris:20261224T080000", "DURATION:PT1H",
        ]
        let expanded = try Expanded(series, first, second)
        #expect(
            expanded.times.sorted() == [
                "2026-12-03T17:30:00Z/2026-12-03T18:30:00Z", "2026-12-11T18:00:00Z/2026-12-11T20:00:00Z",
                "2026-12-18T18:00:00Z/2026-12-18T20:00:00Z", "2026-12-24T07:00:00Z/2026-12-24T08:00:00Z",
            ])
        #expect(expanded.titles.sorted() == ["Cours", "Plus tard", "Plus tard", "Plus tôt"])
    }

    @Test func `what a turn moves far is found in the window all the same`() throws {
        let endless = ["UID:a", "DTSTART:20260101T100000Z", "RRULE:FREQ=DAILY"]
        let turn = ["UID:a", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260201T100000Z", "DTSTART:20260401T100000Z"]
        let expanded = try Expanded(endless, turn, window: ("2026-06-01", "2026-06-03"))
        #expect(expanded.starts == ["2026-06-01T10:00:00Z", "2026-06-02T10:00:00Z"])
    }

    @Test func `an exception within a turn is that of the series' own time`() throws {
        let turn = ["UID:cours", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T173000Z", "DTSTART:20261210T200000Z"]
        let expanded = try Expanded(series + ["EXDATE:20261217T173000Z"], turn)
        #expect(expanded.starts.sorted() == ["2026-12-03T17:30:00Z", "2026-12-10T20:00:00Z", "2026-12-24T20:00:00Z"])
    }
}
