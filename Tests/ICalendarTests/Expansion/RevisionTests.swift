import ICalendar
import Testing

/// One component several times in one calendar; RFC 5546 section 2.1.5.
struct RevisionTests {
    private func event(_ title: String, _ lines: String..., uid: String? = "UID:cours") -> [String] {
        ["SUMMARY:\(title)", "DTSTART:20261203T100000Z"] + lines + (uid.map { [$0] } ?? [])
    }

    @Test(
        arguments: [
            ("SEQUENCE:0", "SEQUENCE:2"), ("X-NONE:", "SEQUENCE:1"), ("SEQUENCE:9", "SEQUENCE:10"),
            ("DTSTAMP:20260101T000000Z", "DTSTAMP:20260101T000001Z"), ("X-NONE:", "DTSTAMP:20260101T000000Z"),
            ("SEQUENCE:x", "SEQUENCE:1"),
        ])
    func `the highest SEQUENCE counts, then the latest DTSTAMP`(_ old: String, _ new: String) throws {
        let (first, second) = (event("vieux", old), event("neuf", new))
        #expect(try Expanded(first, second).titles == ["neuf"])
        #expect(try Expanded(second, first).titles == ["neuf"])
        #expect(try Expanded(first, second, event("plus vieux", "SEQUENCE:-1")).titles == ["neuf"])
    }

    @Test func `SEQUENCE tells more than DTSTAMP`() throws {
        let old = event("vieux", "SEQUENCE:1", "DTSTAMP:20260201T000000Z")
        #expect(try Expanded(old, event("neuf", "SEQUENCE:2", "DTSTAMP:20260101T000000Z")).titles == ["neuf"])
    }

    @Test func `what cannot be told apart all counts, until something later comes`() throws {
        let (one, two) = (event("un", "SEQUENCE:1"), event("deux", "SEQUENCE:1"))
        #expect(try Expanded(one, two).titles == ["un", "deux"])
        #expect(try Expanded(one, event("vieux"), two, event("neuf", "SEQUENCE:2")).titles == ["neuf"])
        #expect(try Expanded(one, two, event("vieux")).titles == ["un", "deux"])
    }

    @Test func `what has no UID, or another one, is another event`() throws {
        let events = [event("un", "SEQUENCE:1", uid: nil), event("deux", "SEQUENCE:2", uid: nil)]
        #expect(try Expanded(events[0], events[1]).titles == ["un", "deux"])
        #expect(try Expanded(event("un"), event("deux", "SEQUENCE:2", uid: "UID:autre")).titles == ["un", "deux"])
    }

    @Test func `of two overrides of one time the later revision counts, however the time is written`() throws {
        let series = event("série", "RRULE:FREQ=DAILY;COUNT=2")
        let one = event("un", "RECURRENCE-ID:20261204T100000Z", "SEQUENCE:1")
        let two = event("deux", "RECURRENCE-ID;TZID=Europe/Paris:20261204T110000", "SEQUENCE:2")
        #expect(try Expanded(series, one, two).titles == ["série", "deux"])
        #expect(try Expanded(two, one, series).titles == ["deux", "série"])
        let other = event("autre", "RECURRENCE-ID:20261203T100000Z", "SEQUENCE:0")
        #expect(try Expanded(series, one, other).titles == ["un", "autre"])
    }

    @Test func `a series whose later revision is over is over`() throws {
        let old = event("vieux", "RRULE:FREQ=DAILY", "SEQUENCE:1")
        #expect(try Expanded(old, event("neuf", "SEQUENCE:2")).titles == ["neuf"])
    }

    @Test func `many events with UIDs of their own all count`() throws {
        let lines = (0..<3000).flatMap { ["UID:\($0)@exemple.fr", "DTSTART:20261203", "END:VEVENT", "BEGIN:VEVENT"] }
        #expect(try Expanded(lines + ["DTSTART:20261203"]).times.count == 3001)
    }
}
