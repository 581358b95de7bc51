import Testing

/// Series where the clocks change. Paris leaves out 02:30 of 2026-03-29, and has 02:30 of 2026-10-25 twice.
struct ClockChangeTests {
    @Test(
        arguments: [
            ("20260329T000000", "FREQ=HOURLY;COUNT=6", "28T23:00 29T00:00 29T01:00 29T02:00 29T03:00"),
            ("20260328T023000", "FREQ=DAILY;BYHOUR=2,3;COUNT=6", "28T01:30 28T02:30 29T01:30 30T00:30 30T01:30"),
            (
                "20260329T013000", "FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=0,30;COUNT=7",
                "29T00:30 29T01:00 29T01:30 29T02:00 29T02:30"
            ),
            ("20260329T020000", "FREQ=MINUTELY;INTERVAL=20;COUNT=7", "29T01:00 29T01:20 29T01:40 29T02:00"),
        ])
    func `what the clocks jump over is shifted, and what is there already comes once`(
        _ start: String, _ rule: String, _ expected: String
    ) throws {
        let expanded = try Expanded(["DTSTART;TZID=Europe/Paris:\(start)", "RRULE:\(rule)"])
        #expect(expanded.starts.sorted() == Self.instants(expected, month: "2026-03"))
    }

    @Test func `a start that RDATE gives too comes once where the clocks jump`() throws {
        let expanded = try Expanded([
            "DTSTART;TZID=Europe/Paris:20260328T023000", "RRULE:FREQ=DAILY;COUNT=3", "RDATE:20260329T013000Z",
        ])
        #expect(expanded.starts == Self.instants("28T01:30 29T01:30 30T00:30", month: "2026-03"))
    }

    @Test func `seconds in a jump come once`() throws {
        let expanded = try Expanded(["DTSTART;TZID=Europe/Paris:20260329T015500", "RRULE:FREQ=SECONDLY;COUNT=8100"])
        #expect(Set(expanded.starts).count == expanded.starts.count)
        // Five minutes before the jump, and an hour of which the clocks show the times of two, and ten minutes more.
        #expect(expanded.starts.count == 8100 - 3600)
    }

    @Test func `an hour that the clocks show twice is given once, the first time`() throws {
        let expanded = try Expanded(["DTSTART;TZID=Europe/Paris:20261025T000000", "RRULE:FREQ=HOURLY;COUNT=5"])
        #expect(expanded.starts == Self.instants("24T22:00 24T23:00 25T00:00 25T02:00 25T03:00", month: "2026-10"))
    }

    private static func instants(_ short: String, month: String) -> [String] {
        short.split(separator: " ").map { "\(month)-\($0):00Z" }
    }
}
