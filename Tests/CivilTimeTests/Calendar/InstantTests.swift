import CivilTime
import Testing

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Int64(0)), ("2026-12-03T17:30:00Z", 1_796_319_000),
        ("1969-12-31T23:59:59Z", -1), ("2001-09-09T01:46:40Z", 1_000_000_000), ("2038-01-19T03:14:08Z", 2_147_483_648),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `an instant is written in UTC`(text: String, seconds: Int64) throws {
        let instant = try #require(Instant(text))
        #expect(instant.secondsSinceEpoch == seconds)
        #expect(Instant(secondsSinceEpoch: seconds).description == text)
    }

    @Test(arguments: [
        "", "2026-12-03T17:30:00", "2026-12-03T17:30:00z", "2026-12-03T17:30:00+00:00", "2026-12-03 17:30:00Z",
        "2026-12-03T17:30:00ZZ", "2026-02-30T17:30:00Z", "2026-12-03T17:30:00.5Z", "1796319000",
    ])
    func `a text that is not an instant is nil`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `an instant beyond the calendar is held at its bound`() {
        #expect(Instant(secondsSinceEpoch: .max) == .latest)
        #expect(Instant(secondsSinceEpoch: .min) == .earliest)
        #expect(Instant.latest.adding(seconds: .max) == .latest)
        #expect(Instant.earliest.adding(seconds: .min) == .earliest)
        #expect(Instant.latest - Duration.seconds(Int64.min) == .latest)
        #expect(Instant.earliest.seconds(until: .latest) == 315_537_897_599)
    }

    @Test func `whole seconds of a duration are added and taken away`() {
        let instant = Instant(secondsSinceEpoch: 1_000)
        #expect(instant + .seconds(90) == Instant(secondsSinceEpoch: 1_090))
        #expect(instant - .seconds(90) == Instant(secondsSinceEpoch: 910))
        #expect(instant + .milliseconds(1_999) == Instant(secondsSinceEpoch: 1_001))
        #expect(instant.adding(seconds: -1_000).seconds(until: instant) == 1_000)
        #expect(instant < instant + .seconds(1))
    }
}
