import Testing

@testable import Conditions

@Suite struct PatternTests {
    private func matches(_ pattern: String, _ text: String) throws -> Bool {
        var meter = Meter(budget: 1_000_000)
        return try Pattern(pattern).matches(text, meter: &meter)
    }

    @Test(arguments: [
        ("", ["", "a"], []), ("b", ["abc"], ["ac"]), ("^b", ["bc"], ["ab"]), ("b$", ["ab"], ["ab\n", "bc"]),
        ("\\Ab\\z", ["b"], ["ab", "bc"]), ("(?m)^b$", ["a\nb\nc"], ["a b"]), ("a.c", ["aéc", "a🙂c"], ["a\nc", "ac"]),
        ("(?s)a.c", ["a\nc"], []), ("^ab*c$", ["ac", "abbc"], ["adc"]), ("^ab+c$", ["abc"], ["ac"]),
        ("^ab?c$", ["ac", "abc"], ["abbc"]), ("^a*?b+?c??$", ["aab", "bbc"], ["a"]), ("^a{2}$", ["aa"], ["a", "aaa"]),
        ("^a{2,}$", ["aa", "aaaa"], ["a"]), ("^a{1,2}$", ["a", "aa"], ["", "aaa"]), ("^a{0}$", [""], ["a"]),
        ("a{,2}", ["a{,2}"], ["aa"]), ("x{", ["x{"], ["x"]), ("^(ab|cd|)e$", ["abe", "cde", "e"], ["ace"]),
        ("^(?:ab)+$", ["abab"], ["aba"]), ("^(?P<n>a)(?<m>b)$", ["ab"], ["a"]), ("^(a*)*$", ["", "aaa"], ["b"]),
        ("^(a|b*)*c$", ["abbac"], ["abd"]), ("(?i)straße", ["STRAßE"], ["strasse"]), ("(?i)É", ["é"], ["e"]),
        ("(?i)[a-c]+x", ["ABCX"], ["dx"]), ("a(?i)b", ["aB"], ["AB"]), ("(?i:a)b", ["Ab"], ["AB"]),
        ("(a(?i)b)c", ["aBc"], ["aBC"]), ("(?i-i)a", ["a"], ["A"]), ("^[^a-c]$", ["d", "é"], ["b"]),
        ("^(?i)[^a]$", ["b"], ["A"]), ("^[]a]$", ["]", "a"], ["b"]), ("^[a-]$", ["-"], ["b"]), ("^[-a]$", ["-"], ["b"]),
        ("^\\d\\D$", ["1a"], ["11", "١a"]), ("^\\w\\W$", ["_-"], ["é-"]), ("^\\s\\S$", [" a"], ["  "]),
        ("^[\\d\\s]+$", ["1 2"], ["a"]), ("^[^\\W]$", ["a"], ["-"]), ("^[[:alpha:]]+$", ["aZ"], ["a1"]),
        ("^[[:^alpha:]]+$", ["1-"], ["a"]), ("\\bcat\\b", ["a cat.", "cat"], ["cats", "scat"]),
        ("a\\Bb", ["ab"], ["a b"]),
        ("^\\p{Lu}\\pL$", ["Éa"], ["ée1"]), ("^\\P{L}$", ["1"], ["a"]), ("^[\\p{Nd}]$", ["٣"], ["a"]),
        ("^\\x41\\x{1F642}\\t\\.\\/$", ["A🙂\t./"], []), ("\\Qa.b\\E+", ["a.b+", "a.bb"], ["axb"]),
        ("^a|b$", ["ax", "xb"], ["xay"]),
        ("(^a|^b)*c", ["ac", "xc"], ["d"]), ("$^", [""], ["a"]), ("(a|😀){2}", ["🐱😀😀"], ["🐱😀"]),
    ])
    func `a pattern matches some texts and others not`(pattern: String, good: [String], bad: [String]) throws {
        for text in good { #expect(try matches(pattern, text), "\(pattern) on \(text)") }
        for text in bad { #expect(try !matches(pattern, text), "\(pattern) on \(text)") }
    }

    @Test(arguments: [
        ("(a", PatternError.unclosed("(")), ("a)", .stray(")")), ("[a", .unclosed("[")), ("a\\", .stray("\\")),
        ("*a", .nothingToRepeat("*")), ("a|+", .nothingToRepeat("+")), ("a**", .nothingToRepeat("*")),
        ("a{2}{3}", .nothingToRepeat("{3}")), ("a{3,2}", .repeatedTooOften(limit: 1000)),
        ("a{1001}", .repeatedTooOften(limit: 1000)), ("a{99999999999999999999}", .repeatedTooOften(limit: 1000)),
        ("[b-a]", .badRange("b-…")), ("[a-\\d]", .badRange("a-…")), ("\\y", .badEscape("\\y")),
        ("\\xZ", .badEscape("\\x")),
        ("\\x{110000}", .badEscape("\\x")), ("\\p{Greek}", .unknownClass("\\p{Greek}")),
        ("[[:foo:]]", .unknownClass("[:foo:]")),
        ("(?x)a", .unknownFlag("x")), ("(?i", .unclosed("(?")), ("(?<a", .unclosed("(?<")), ("(a)\\1", .backReference),
        ("(?P<n>a)\\k<n>", .backReference), ("a(?=b)", .lookAround), ("a(?!b)", .lookAround), ("(?<=a)b", .lookAround),
        ("(?<!a)b", .lookAround), ("((a{100}){100}){100}", .tooLarge(limit: 5000)),
        ("(((a{0}){1000}){1000}){1000}", .tooLarge(limit: 5000)), ("(?:(?:){1000}){1000}", .tooLarge(limit: 5000)),
        (String(repeating: "(", count: 500), .tooDeep(limit: 100)),
        (String(repeating: "a", count: 1001), .tooLong(limit: 1000)),
    ])
    func `what is no pattern is refused`(pattern: String, error: PatternError) {
        #expect(throws: error) { try Pattern(pattern) }
    }

    @Test(arguments: [
        "(a+)+$", "(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)x", "(a?){20}a{20}$", "^(([a-z])+.)+[A-Z]([a-z])+$",
    ])
    func `the work grows with the text's length, whatever the pattern`(pattern: String) throws {
        func steps(_ length: Int) throws -> Int {
            var meter = Meter(budget: 10_000_000)
            _ = try Pattern(pattern).matches(String(repeating: "a", count: length) + "!", meter: &meter)
            return 10_000_000 - meter.remaining
        }
        let compiled = try Pattern(pattern)
        #expect(try steps(2000) <= 2002 * compiled.program.count)
        #expect(try steps(2000) < 3 * steps(1000))
    }

    @Test func `matching counts against the budget`() {
        let text = String(repeating: "a", count: 2000)
        #expect(throws: EvaluationError.budgetExceeded) { try value(of: "'\(text)'.matches('(a*)*b')", budget: 2000) }
    }

    @Test func `a pattern can be a fact`() throws {
        #expect(try value(of: "'a mentor'.matches(recipient.role) && matches('x', '^x$')") == .bool(true))
    }
}
