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

    @Test(arguments: ["RRULE:FREQ=WEEKLY;COUNT=4", "RDATE:20261224T090000Z", "EXDATE:20261211T090000Z"])
    func `an override stands for one occurrence, whatever it says of a series`(_ line: String) throws {
        let override = ["UID:cours", "RECURRENCE-ID:20261210T173000Z", "DTSTART:20261211T090000Z", line]
        #expect(
            try Expanded(series, override).starts.sorted() == [
                "2026-12-03T17:30:00Z", "2026-12-11T09:00:00Z", "2026-12-17T17:30:00Z", "2026-12-24T17:30:00Z",
            ])
        #expect(try Expanded(override).starts == ["2026-12-11T09:00:00Z"])
    }

    @Test func `a turn moves the rest of its series, and its own rule is not followed`() throws {
        let turn = [
            "UID:cours", "SUMMARY:Plus tard", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261217T173000Z",
            "DTSTART:20261217T190000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=9",
        ]
        #expect(
            try Expanded(series, turn).starts.sorted() == [
                "2026-12-03T17:30:00Z", "2026-12-10T17:30:00Z", "2026-12-17T19:00:00Z", "2026-12-24T19:00:00Z",
            ])
    }

    @Test(
        arguments: [
            "RECURRENCE-ID:20261204T000000Z", "RECURRENCE-ID;TZID=Europe/Paris:20261204T000000",
            "RECURRENCE-ID;VALUE=DATE:20261204",
        ])
    func `in a series of days a time means its date`(_ line: String) throws {
        let days = ["UID:a", "DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=DAILY;COUNT=3"]
        let override = ["UID:a", line, "DTSTART;VALUE=DATE:20261220"]
        #expect(try Expanded(days, override).starts.sorted() == ["2026-12-03", "2026-12-05", "2026-12-20"])
        let turn = ["UID:a", line.replacing("RECURRENCE-ID", with: "RECURRENCE-ID;RANGE=THISANDFUTURE")]
        let expanded = try Expanded(days, turn + ["DTSTART;VALUE=DATE:20261206"])
        #expect(expanded.starts.sorted() == ["2026-12-03", "2026-12-06", "2026-12-07"])
    }

    @Test func `a turn that is written with a date moves by the hours between`() throws {
        let turn = [
            "UID:cours", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261217",
            "DTSTART;TZID=Europe/Paris:20261217T190000",
        ]
        #expect(try Expanded(series, turn).starts.sorted().last == "2026-12-24T18:00:00Z")
    }

    @Test func `occurrences come in the order of the file, overrides among them`() throws {
        let moved = ["UID:cours", "SUMMARY:Déplacé", "RECURRENCE-ID:20261210T173000Z", "DTSTART:20261211T090000Z"]
        let other = ["UID:autre", "SUMMARY:Autre", "DTSTART:20261201T090000Z"]
        let expanded = try Expanded(other, series, moved)
        #expect(expanded.titles == ["Autre", "Cours", "Cours", "Cours", "Déplacé"])
    }
}
