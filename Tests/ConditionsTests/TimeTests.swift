import Testing

@testable import Conditions

@Suite struct TimeTests {
    /// A Friday.
    private static let moment = "timestamp('2026-02-13T23:31:30.123456789Z')"

    @Test(arguments: [
        ("getFullYear()", 2026), ("getMonth()", 1), ("getDate()", 13), ("getDayOfMonth()", 12), ("getDayOfWeek()", 5),
        ("getDayOfYear()", 43), ("getHours()", 23), ("getMinutes()", 31), ("getSeconds()", 30),
        ("getMilliseconds()", 123),
        // In Paris it is Saturday already.
        ("getDate('Europe/Paris')", 14), ("getDayOfWeek('Europe/Paris')", 6), ("getHours('Europe/Paris')", 0),
        ("getHours('UTC')", 23), ("getHours('-02:30')", 21), ("getMinutes('+05:45')", 16), ("getHours('02:00')", 1),
    ])
    func `a timestamp has fields, in UTC or in a zone`(call: String, expected: Int64) throws {
        #expect(try value(of: "\(Self.moment).\(call)") == .int(expected))
    }

    @Test func `a zone's clocks go forward`() throws {
        #expect(try value(of: "timestamp('2026-03-29T00:59:59Z').getHours('Europe/Paris')") == .int(1))
        #expect(try value(of: "timestamp('2026-03-29T01:00:00Z').getHours('Europe/Paris')") == .int(3))
    }

    @Test(arguments: ["Europe/Pariss", "+5:45", "+05:60", "", "+0545"])
    func `a zone that is not known is an error`(zone: String) {
        let error = EvaluationError.invalidArgument("getHours", "the name of a zone that is not known")
        #expect(throws: error) { try value(of: "timestamp(0).getHours('\(zone)')") }
    }

    @Test(arguments: [
        ("getHours()", 2), ("getMinutes()", 122), ("getSeconds()", 7325), ("getMilliseconds()", 250),
    ])
    func `a duration has fields`(call: String, expected: Int64) throws {
        #expect(try value(of: "duration('2h2m5.25s').\(call)") == .int(expected))
        #expect(try value(of: "duration('-2h2m5.25s').\(call)") == .int(-expected))
    }

    @Test(arguments: [
        "timestamp('2026-02-13T23:00:00Z') + duration('90m') == timestamp('2026-02-14T00:30:00Z')",
        "duration('90m') + timestamp('2026-02-13T23:00:00Z') == timestamp('2026-02-14T00:30:00Z')",
        "timestamp('2026-02-13T00:00:00Z') - duration('1ns') == timestamp('2026-02-12T23:59:59.999999999Z')",
        "timestamp('1969-12-31T23:59:59.5Z') + duration('600ms') == timestamp('1970-01-01T00:00:00.1Z')",
        "timestamp('2026-02-14T00:00:00Z') - timestamp('2026-02-13T00:00:00Z') == duration('24h')",
        "duration('1h') - duration('30m') == duration('30m')",
        "timestamp(0) < timestamp(1) && duration('-1s') < duration('0')",
        "timestamp('2026-02-13T00:00:00.1Z') < timestamp('2026-02-13T00:00:00.2Z')",
        "meeting.length == duration('90m')",
    ])
    func `times are added, subtracted and compared`(source: String) throws {
        #expect(try value(of: source) == .bool(true))
    }

    @Test(arguments: [
        "timestamp('9999-12-31T23:59:59Z') + duration('1s')", "timestamp('0001-01-01T00:00:00Z') - duration('1ns')",
        "timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')",
        "duration('9000000000s') + duration('9000000000s')",
    ])
    func `what leaves the range is an error`(source: String) {
        #expect(throws: EvaluationError.overflow) { try value(of: source) }
    }
}
