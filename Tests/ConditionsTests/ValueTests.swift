import CivilTime
import Testing

@testable import Conditions

@Suite struct ValueTests {
    @Test func `equal values fall together in a set`() throws {
        #expect(Set([Value.int(1), .uint(1), .double(1), .bool(true), .string("1")]).count == 3)
        #expect(Set([Value.string("é"), .string("e\u{301}")]).count == 2)
        #expect(Set([Value.list([.int(1)]), .list([.double(1)]), .list([])]).count == 2)
        let map = Value.map(try ValueMap([(.string("a"), .int(1))]))
        #expect(Set([map, .map(try ValueMap([(.string("a"), .uint(1))])), .map(ValueMap())]).count == 2)
    }

    @Test(arguments: [Int64.max, 9_007_199_254_740_993, -1, 0])
    func `an int that equals a double has its hash`(number: Int64) {
        let (left, right) = (Value.int(number), Value.double(Double(number)))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
    }

    @Test func `a map keeps the order in which it was written`() throws {
        let map = try ValueMap([(.string("b"), .int(1)), (.string("a"), .int(2))])
        #expect(map.entries.map(\.key) == [.string("b"), .string("a")])
        #expect(map[.string("a")] == .int(2))
        #expect(throws: EvaluationError.repeatedKey) { try ValueMap([(.int(1), .null), (.uint(1), .null)]) }
        #expect(throws: EvaluationError.badKey(.null)) { try ValueMap([(.null, .null)]) }
    }

    @Test(arguments: [
        "0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "2026-02-13T23:31:30.5Z", "9999-12-31T23:59:59Z",
    ])
    func `a timestamp is written as it was read`(text: String) {
        #expect(Timestamp(text)?.description == text)
    }

    @Test func `a timestamp of an instant is that instant`() {
        let instant = Instant(secondsSinceEpoch: 1_774_746_000)
        #expect(Timestamp(instant).description == "2026-03-29T01:00:00Z")
        #expect(Timestamp(instant).instant == instant)
    }

    @Test(arguments: [
        ("int", ValueType.int), ("list", .list(.dyn)), ("null_type", .null), ("google.protobuf.Duration", .duration),
    ])
    func `a type has a name`(name: String, type: ValueType) {
        #expect(ValueType(named: name) == type)
        #expect(ValueType(named: name.uppercased()) == nil)
    }
}
