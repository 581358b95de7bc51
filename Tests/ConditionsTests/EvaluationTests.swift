import Testing

@testable import Conditions

@Suite struct EvaluationTests {
    @Test(arguments: [
        "relationship.missed_in_a_row >= 2 && relationship.months_left > 1",
        "recipient.role in ['mentor', 'mediator']", "relationship.groups.exists(g, g.startsWith('pil'))",
        "!has(relationship.last_held) && has(recipient.role)", "has({'a': null}.a) && !has({'a': 1}.b)",
        // Numbers of different types.
        "dyn(1) == 1u && dyn(1u) == 1.0 && 1 == 1.0", "1 < 2u && 1u < 1.5 && -1 < 0u", "dyn(1) != '1'",
        "18446744073709551615u > 9223372036854775807", "0.0 == -0.0", "dyn(2) in [1.0, 2.0]", "{1: 'a'}[1u] == 'a'",
        "{1: 'a'}[dyn(1.0)] == 'a'", "!(0.0 / 0.0 == 0.0 / 0.0) && !(0.0 / 0.0 < 1.0) && !(0.0 / 0.0 >= 1.0)",
        // Whole numbers round towards zero.
        "-7 / 2 == -3 && -7 % 2 == -1", "7u % 4u == 3u", "-(-5) == 5", "1.0 / 0.0 > 1e308",
        // Texts go by their scalars.
        "'é' != 'e\\u0301'", "'Z' < 'a' && 'a' < 'é' && '\\uFFFD' < '🙂'", "size('e\\u0301🙂') == 3", "size(b'é') == 2",
        "'ab' + 'c' == 'abc'", "b'a' + b'b' == b'ab'", "b'a' < b'ab'", "!'e\\u0301'.startsWith('é')",
        "'abcabd'.contains('abd') && !'aab'.contains('abb')", "'aabaabaaa'.contains('aabaaa')", "''.contains('')",
        "'abc'.endsWith('bc') && !'bc'.endsWith('abc')", "'e\\u0301'.startsWith('e')",
        // Lists and maps.
        "[1] + [2, 3] == [1, 2, 3]", "[1, [2, 3]] == [1.0, [2u, 3]]", "{'a': 1, 'b': 2} == {'b': 2.0, 'a': 1u}",
        "[1, 2] != [2, 1]", "'a' in {'a': 1} && !('b' in {'a': 1})", "{'a': {'b': 1}}.a.b == 1", "{true: 1}[true] == 1",
        "false < true", "type([1]) == list && type({}) == map && type(type(1)) == type", "type(1) != type(1u)",
        "null == null", "dyn(null) != 0",
    ])
    func `holds`(source: String) throws {
        #expect(try value(of: source) == .bool(true))
    }

    @Test(arguments: [
        "true || 1 / 0 == 1", "1 / 0 == 1 || true", "!(false && 1 / 0 == 1)", "!(1 / 0 == 1 && false)",
        "1 / 0 == 1 || 1 / 0 == 2 || true", "[0, 1].exists(x, 1 / x == 1)", "![0, 2].all(x, 1 / x == 1)",
        "true ? true : 1 / 0 == 1", "unknown || true", "!('text' && false)", "f(1) || true", "x.g() || true",
    ])
    func `an operand that decides makes errors count for nothing`(source: String) throws {
        #expect(try uncheckedValue(of: source) == .bool(true))
    }

    @Test(arguments: [
        ("9223372036854775807 + x", EvaluationError.overflow), ("-9223372036854775808 - x", .overflow),
        ("9223372036854775807 * 2", .overflow), ("-9223372036854775808 / -1", .overflow),
        ("-9223372036854775808 % -1", .overflow), ("-(-9223372036854775808)", .overflow), ("0u - 1u", .overflow),
        ("18446744073709551615u + 1u", .overflow), ("1 / 0", .divisionByZero), ("1 % 0", .divisionByZero),
        ("1u / 0u", .divisionByZero), ("{'a': 1}['b']", .noSuchKey), ("{'a': 1}.b", .noSuchKey),
        ("[1][1]", .indexOutOfRange), ("[1][-1]", .indexOutOfRange), ("[1][0.5]", .indexOutOfRange),
        ("[1]['a']", .noSuchOverload("[]", [.list(.dyn), .string])),
        ("1 + 'a'", .noSuchOverload("+", [.int, .string])),
        ("1 < 'a'", .noSuchOverload("<", [.int, .string])), ("-1u", .noSuchOverload("-", [.uint])),
        ("!1", .noSuchOverload("!", [.int])), ("1 || false", .noSuchOverload("||", [.int])),
        ("1 ? 2 : 3", .noSuchOverload("?:", [.int])), ("1 in 2", .noSuchOverload("in", [.int, .int])),
        ("x.size()", .noSuchOverload("size", [.int])), ("'a'.size(1)", .noSuchOverload("size", [.string, .int])),
        ("startsWith('a', 'a')", .noSuchOverload("startsWith", [.string, .string])),
        ("has(x.y)", .noSuchOverload("has", [.int])), ("y", .unknownName("y")), ("f(1)", .unknownFunction("f")),
        ("{1: 1, 1u: 2}", .repeatedKey), ("{1.5: 1}", .badKey(.double)), ("{x: 1}[2.5]", .noSuchKey),
        ("1 / 0 == 1 && true", .divisionByZero), ("[0, 1].all(x, 1 / x == 1)", .divisionByZero),
        ("[1].map(x, x / 0)", .divisionByZero), ("[0, 1].exists_one(x, 1 / x == 1)", .divisionByZero),
        ("[0, 1].filter(x, 1 / x == 1)", .divisionByZero), ("x.all(y, true)", .noSuchOverload("all", [.int])),
        ("'a'.matches(x)", .noSuchOverload("matches", [.string, .int])),
        ("'a'.matches('[')", .badPattern(.unclosed("["))),
    ])
    func `an expression without a value says why`(source: String, error: EvaluationError) {
        #expect(throws: error) { try uncheckedValue(of: source) }
    }

    @Test func `a fact without a value is an error, and has() asks for it`() throws {
        #expect(throws: EvaluationError.noValue("relationship.last_held")) {
            try value(of: "relationship.last_held == null")
        }
        #expect(try value(of: "has(relationship.last_held) && relationship.last_held == null") == .bool(false))
    }

    @Test func `what a checked condition comes to is checked once more`() throws {
        let condition = try Expression("dyn(1)", declarations: [:])
        #expect(throws: EvaluationError.wrongResult(expected: .bool, found: .int)) {
            try condition.evaluate({ _ in nil }, zones: zones)
        }
    }

    @Test(arguments: [
        "[1, 2].all(x, x > 0) && [].all(x, false)", "[1, 2].exists(x, x == 2) && ![].exists(x, true)",
        "[1, 2, 3].exists_one(x, x > 2) && ![1, 2, 3].existsOne(x, x > 1)", "[1, 2, 3].filter(x, x != 2) == [1, 3]",
        "[1, 2].map(x, x * 2) == [2, 4]", "[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]",
        "{'a': 1, 'b': 2}.map(k, k) == ['a', 'b']", "{'a': 1}.all(k, k == 'a')", "{'a': 1}.filter(k, true) == ['a']",
        "[1, 2].map(x, [3, 4].map(y, x * y)) == [[3, 4], [6, 8]]", "[1, 2].map(x, [x].map(x, x + 1)[0] + x) == [3, 5]",
        "[5, 6].all(i, v, v == i + 5)", "{'a': 1}.exists(k, v, k == 'a' && v == 1)", "[7].existsOne(i, v, i == 0)",
        "[5, 6].transformList(i, v, i * v) == [0, 6]", "[5, 6].transformList(i, v, i > 0, v) == [6]",
        "{'a': 1}.transformMap(k, v, v + 1) == {'a': 2}", "{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v) == {'b': 2}",
        "[4, 5].transformMap(i, v, v) == {0: 4, 1: 5}",
    ])
    func `a macro goes through a list or a map`(source: String) throws {
        #expect(try value(of: source) == .bool(true))
    }

    @Test(arguments: [
        // Each step of these is cheap; together they are too much.
        "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, a + b + c > 0)))",
        "['a'].map(a, a + a).map(a, a + a).all(a, a.matches('(a|b|ab)*c') || 'x'.matches('(((x{9}){9}){9})'))",
        "[1, 2, 3].map(a, [1, 2, 3].map(b, [1, 2, 3].map(c, [1, 2, 3]))) == [] || true",
    ])
    func `an expression that takes too much work ends`(source: String) {
        #expect(throws: EvaluationError.budgetExceeded) { try value(of: source, budget: 100) }
    }

    @Test func `a list that holds itself many times over is not compared for ever`() {
        let doubled = (0..<30).reduce("[0]") { source, _ in source + ".map(a, [a, a])" }
        #expect(throws: EvaluationError.budgetExceeded) { try value(of: "\(doubled) == \(doubled)") }
        #expect(throws: EvaluationError.noSuchKey) { try value(of: "{'a': 1}[dyn(\(doubled))]") }
    }

    @Test func `a text that doubles is not built for ever`() {
        let doubled = (0..<40).reduce("['0123456789abcdef']") { source, _ in source + ".map(a, a + a)" }
        #expect(throws: EvaluationError.budgetExceeded) { try value(of: "\(doubled) == []") }
    }

    @Test func `a usual condition costs little`() throws {
        let source = "relationship.missed_in_a_row >= 2 && relationship.months_left > 1"
        #expect(try value(of: source, budget: 7) == .bool(true))
        #expect(throws: EvaluationError.budgetExceeded) { try value(of: source, budget: 6) }
    }
}
