import Testing

@testable import Conditions

@Suite struct SyntaxTests {
    @Test(arguments: [
        // Operators, from the loosest to the tightest.
        "true || false && false", "!(false || false && true)", "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9", "7 - 2 - 1 == 4",
        "2 * 3 % 4 == 2", "-2 - -3 == 1", "--2 == 2", "!!true", "1 < 2 == true", "false ? false : true ? true : false",
        "1 in [1] && !(2 in [1])",
        // Numbers.
        "0x1F == 31", "0XffU == 255u", "18446744073709551615u > 0u", "-9223372036854775808 < 0", ".5 == 5e-1",
        "1.5E+2 == 150.0",
        // Texts.
        "'a' == \"a\"", "'''a'b''' == \"a'b\"", "\"\"\"a\nb\"\"\" == 'a\\nb'", "r'\\d' == '\\\\d'",
        "'\\x41\\u00e9\\U0001F642\\101' == 'Aé🙂A'",
        "'\\a\\b\\f\\n\\r\\t\\v\\?\\`\\'' == \"\\x07\\x08\\x0c\\n\\r\\t\\x0b?`'\"",
        "b'é' == b'\\xc3\\xa9'", "b'\\377' == b'\\xff'", "br'\\n' == b'\\\\n'", "'\\377' == 'ÿ'",
        // Lists and maps may end with a comma.
        "[1, 2,] == [1, 2]", "{'a': 1,} == {'a': 1}", "size({}) == 0", "[[1], []][0][0] == 1",
        // A reserved word can stand after a dot.
        "{'if': 1}.if == 1",
        "true // says so\n && true",
    ])
    func `is read as it is meant`(source: String) throws {
        #expect(try value(of: source) == .bool(true))
    }

    @Test(arguments: [
        ("", 1, 1, "the end stands where a value should"),
        ("true &&", 1, 8, "the end stands where a value should"),
        ("true true", 1, 6, "'true' stands where an operator or the end should"),
        ("true and true", 1, 6, "'and' has no meaning here; write '&&'"),
        ("true\n&& 1 = 1", 2, 6, "'=' has no meaning here; write '=='"),
        ("true & true", 1, 6, "'&' has no meaning here; write '&&'"),
        ("recipient.role == ‘mentor’", 1, 19, "'‘' has no meaning here"),
        ("'é' == @", 1, 8, "'@' has no meaning here"),
        ("recipient.role == 'mentor", 1, 19, "a text begins here and does not end"),
        ("'a\nb' == ''", 1, 1, "a text begins here and does not end"),
        ("'''abc''", 1, 1, "a text begins here and does not end"),
        ("'\\q' == ''", 1, 2, "'\\q' is no escape; a backslash itself is written '\\\\'"),
        ("'\\ud800' == ''", 1, 2, "'\\ud800' is no escape; a backslash itself is written '\\\\'"),
        ("b'\\u0041' == b''", 1, 3, "'\\u' is no escape; a backslash itself is written '\\\\'"),
        ("9223372036854775808 > 0", 1, 1, "9223372036854775808 is out of range"),
        ("-9223372036854775809 < 0", 1, 1, "-9223372036854775809 is out of range"),
        ("18446744073709551616u > 0u", 1, 1, "18446744073709551616u is out of range"),
        ("1e999 > 0.0", 1, 1, "1e999 is out of range"),
        ("3days > 1", 1, 1, "'3days' is no number"),
        ("0x > 1", 1, 1, "'0x' is no number"),
        ("(true", 1, 6, "the end stands where ')' or an operator should"),
        ("1 in [1, 2", 1, 11, "the end stands where ',' or ']' should"),
        ("{'a' 1}", 1, 6, "a number stands where ':' or an operator should"),
        ("true ? 1", 1, 9, "the end stands where ':' or an operator should"),
        ("size(,)", 1, 6, "',' stands where a value should"),
        ("while == 1", 1, 1, "'while' is a reserved word and cannot be a name"),
        ("a.1", 1, 2, "a number stands where an operator or the end should"),
        ("Person{name: 'a'}", 1, 7, "a message cannot be used in a condition"),
        ("a.?b", 1, 3, "an optional field cannot be used in a condition"),
        ("a[?0]", 1, 3, "an optional element cannot be used in a condition"),
        ("has(relationship)", 1, 1, "'has' takes one fact or field, as in has(a.b)"),
        ("[1].all(x)", 1, 5, "'all' takes a name and a condition"),
        ("[1].all(1, true)", 1, 9, "'all' takes a name and a condition"),
        ("[1].exists(x, x, true)", 1, 15, "'exists' takes a name and a condition"),
    ])
    func `a mistake is told with its place`(source: String, line: Int, column: Int, sentence: String) {
        let mistake = mistake(in: source)
        #expect(mistake?.description == sentence)
        #expect(mistake.map { [$0.position.line, $0.position.column] } == [line, column])
    }

    @Test func `an offset counts scalars, from 0`() {
        #expect(mistake(in: "'🙂' ==\n\n  ?")?.position.offset == 10)
    }

    @Test(arguments: [
        String(repeating: "(", count: 5000), String(repeating: "[", count: 5000), String(repeating: "{1:", count: 3000),
        String(repeating: "!", count: 5000) + "true", String(repeating: "-", count: 5000) + "x",
        "x" + String(repeating: ".a", count: 4000), "x" + String(repeating: "[0]", count: 3000),
        "1" + String(repeating: " + 1", count: 2000), String(repeating: "f(", count: 4000),
        String(repeating: "true ? 1 : ", count: 900) + "1", String(repeating: "1 < (", count: 1900),
    ])
    func `what is nested too deeply is refused`(source: String) {
        #expect(mistake(in: source)?.reason == .tooDeep(limit: 100))
    }

    @Test func `as deep as is allowed, it is read and evaluated`() throws {
        let source = String(repeating: "(1 + ", count: 98) + "1" + String(repeating: ")", count: 98) + " == 99"
        #expect(try value(of: source) == .bool(true))
    }

    @Test func `any number of alternatives can stand in a row`() throws {
        #expect(try value(of: "false" + String(repeating: " || false", count: 1000) + " || true") == .bool(true))
    }

    @Test func `what is too long is refused`() {
        #expect(mistake(in: "true" + String(repeating: " ", count: 9997))?.reason == .tooLong(limit: 10_000))
        #expect(mistake(in: "true" + String(repeating: " ", count: 9996)) == nil)
    }
}
