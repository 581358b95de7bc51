import Configuration
import Foundation
import Testing

@Suite struct DiagnosticTests {
    private static func diagnostic(
        line: Int = 9, column: Int = 7, length: Int = 7, excerpt: String = "      cadense: 3-4 weeks"
    ) -> Diagnostic {
        Diagnostic(
            file: "relationships/claire.yaml", line: line, column: column, length: length, severity: .error,
            message: "unknown key 'cadense'; did you mean 'cadence'?", excerpt: excerpt)
    }

    @Test func `a mistake shows its place, its line and a caret`() {
        #expect(
            Self.diagnostic().description == """
                relationships/claire.yaml:9:7: error: unknown key 'cadense'; did you mean 'cadence'?
                    cadense: 3-4 weeks
                    ^~~~~~~
                """)
    }

    @Test(arguments: [
        ("é: 🇫🇷👩🏽‍💻 x", 6, 1, "    é: 🇫🇷👩🏽‍💻 x\n         ^"), ("a: b", 9, 3, "    a: b\n        ^"),
        ("a: b", 4, 99, "    a: b\n       ^"),
        ("\t\ta: b", 3, 1, "    a: b\n    ^"), ("a:\tb", 4, 1, "    a:\tb\n      \t^"),
    ])
    func `the caret counts characters as a reader does`(excerpt: String, column: Int, length: Int, shown: String) {
        let text = Self.diagnostic(column: column, length: length, excerpt: excerpt).description
        #expect(text.split(separator: "\n", maxSplits: 1).last.map(String.init) == shown)
    }

    @Test func `a mistake without a line shows its place only`() {
        #expect(!Self.diagnostic(excerpt: "").description.contains("\n"))
    }

    @Test(arguments: [1, 40, 2000, 4000]) func `of a long line only what surrounds the place is shown`(column: Int) {
        let line = String(repeating: "x", count: column - 1) + "Y" + String(repeating: "x", count: 4000 - column)
        let parts = Self.diagnostic(column: column, length: 1, excerpt: line).description.split(separator: "\n")
        #expect(parts.allSatisfy { $0.count < 120 })
        #expect(
            parts[1].firstIndex(of: "Y").map { parts[1].distance(from: parts[1].startIndex, to: $0) }
                == parts[2].firstIndex(of: "^").map { parts[2].distance(from: parts[2].startIndex, to: $0) })
    }

    @Test func `an editor gets the same as JSON`() throws {
        let data = try JSONEncoder().encode(Self.diagnostic())
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        #expect(object?["file"] as? String == "relationships/claire.yaml" && object?["line"] as? Int == 9)
        #expect(object?["column"] as? Int == 7 && object?["length"] as? Int == 7)
        #expect(object?["severity"] as? String == "error")
        #expect(try JSONDecoder().decode(Diagnostic.self, from: data) == Self.diagnostic())
    }

    @Test func `mistakes stand in the order of their places`() {
        let found = [
            Self.diagnostic(line: 10, column: 1), Self.diagnostic(line: 9, column: 7),
            Self.diagnostic(line: 9, column: 2),
        ]
        #expect(found.sorted().map { "\($0.line):\($0.column)" } == ["9:2", "9:7", "10:1"])
    }

    @Test func `the place of a mistake behind letters of two bytes is counted in characters`() throws {
        let people =
            "people:\n  claire: {name: \"e\u{301}é👩🏽‍💻\", nmae: x, email: claire@exemple.fr}\n"
            + "  thomas: {name: T, email: t@exemple.fr}"
        let found = try Folder(Pair.files(["people.yaml": people])).read().diagnostics.first
        #expect(found?.column == 25 && found?.length == 4)
    }

    @Test func `many warnings hide no mistake, and are none`() throws {
        func diagnostics(_ more: String) throws -> [Diagnostic] {
            let pairs = (0..<1100).map {
                "  r\($0): {mentor: claire, mentee: thomas, start: 2025-12-01, end: 2026-01-30}"
            }
            return try Folder(
                Pair.files(["relationships.yaml": (["relationships:"] + pairs + [more]).joined(separator: "\n")])
            ).read().diagnostics.filter { $0.file == "relationships.yaml" }
        }
        let warnings = try diagnostics("")
        #expect(warnings.allSatisfy { $0.severity == .warning })
        #expect(warnings.last?.message.hasSuffix("more warnings in this file are not listed") ?? false)
        let errors = try diagnostics("  bad: {mentor: claire, mentee: nobody, start: 2026-12-01}")
            .filter { $0.severity == .error }
        #expect(errors.map(\.message) == ["there is no person 'nobody'"])
    }
}
