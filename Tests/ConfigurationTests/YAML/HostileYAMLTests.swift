import Configuration
import Foundation
import Testing

@Suite struct HostileYAMLTests {
    /// Nested aliases: each line holds the one before nine times.
    private static let bomb = """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
        g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
        h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
        ? *h
        : *h
        """

    private func headlines(_ text: String) throws -> [String] {
        try Folder(["jalon.yaml": text]).headlines()
    }

    @Test(.timeLimit(.minutes(1))) func `a bomb of aliases costs nothing and is refused at each of them`() throws {
        let lines = try headlines(Self.bomb)
        #expect(lines.count { $0.contains("an alias (") } == 65)
        #expect(lines.count { $0.contains("an anchor (") } == 8)
        #expect(
            lines.contains(
                "jalon.yaml:2:8: error: an alias ('*a') is not allowed; write the value out, "
                    + "or quote it if it is text"))
    }

    @Test(arguments: [
        ("programme: {name: !!str Mentorat}", "1:19: error: a tag ('!!str')"),
        ("programme: !Ref x", "1:12: error: a tag ('!Ref')"),
        ("programme: &p {name: x}", "1:12: error: an anchor ('&p')"),
        ("programme:\n  name: *p", "2:9: error: an alias ('*p')"),
        ("programme:\n  - &p", "2:5: error: an anchor ('&p')"),
        ("*p : x", "1:1: error: an alias ('*p')"),
        ("? &p x\n: y", "1:3: error: an anchor ('&p')"),
        ("a: {b: c, *p : d}", "1:11: error: an alias ('*p')"),
        ("a: [\"x\",*p]", "1:9: error: an alias ('*p')"),
        ("--- *p", "1:5: error: an alias ('*p')"),
        ("a: |\n  text\n*p : x", "3:1: error: an alias ('*p')"),
        ("a: >1\n text\nb: *p", "3:4: error: an alias ('*p')"),
        ("a: 'it''s'\nb: *p", "2:4: error: an alias ('*p')"),
        ("a: \"\\\"\"\nb: *p", "2:4: error: an alias ('*p')"),
        ("a: x # '\nb: *p", "2:4: error: an alias ('*p')"),
        ("a: \"x\n  y\"\nb: *p", "3:4: error: an alias ('*p')"),
    ])
    func `anchors, aliases and tags are refused where they stand`(text: String, place: String) throws {
        let lines = try headlines(text)
        #expect(lines.contains { $0.hasPrefix("jalon.yaml:\(place)") }, "\(lines)")
    }

    @Test(arguments: [
        "programme: {name: Dupont & Fils}", "programme: {name: \"*important*\"}", "programme: {name: a!b*c&d}",
        "programme:\n  name: |\n    *p\n    &q", "programme: {name: '!x'} # *p",
        "programme:\n  name: >-\n\n    *p\n\n    &q\n  tone: tu",
    ])
    func `the same signs within text are text`(text: String) throws {
        let lines = try headlines(text)
        #expect(!lines.contains { $0.contains("alias") || $0.contains("anchor") || $0.contains("tag") }, "\(lines)")
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 500),
        (0..<40).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), String(repeating: "- ", count: 1000),
        String(repeating: "? ", count: 1000),
    ])
    func `nesting beyond 32 levels is refused before it is built`(text: String) throws {
        let lines = try headlines(text.split(every: 2000))
        #expect(lines.count == 1 && lines[0].hasSuffix("error: this is nested deeper than 32 levels"), "\(lines)")
    }

    @Test func `32 levels are not too deep`() throws {
        let text = "a: " + String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
        #expect(try headlines(text).allSatisfy { !$0.contains("deeper") })
    }

    @Test func `a key that stands twice is named with its first line, and the rest is read on`() throws {
        let lines = try headlines(
            """
            programme:
              name: A
              'name': B
              tone: je
            people:
              a: {name: x, email: y, name: z}
            people: {}
            """)
        #expect(
            lines.contains("jalon.yaml:3:3: error: the key 'name' stands here a second time; the first is in line 2"))
        #expect(
            lines.contains("jalon.yaml:6:26: error: the key 'name' stands here a second time; the first is in line 6"))
        #expect(
            lines.contains("jalon.yaml:7:1: error: the key 'people' stands here a second time; the first is in line 5"))
        #expect(lines.contains("jalon.yaml:4:9: error: 'je' is no tone; write vous or tu"))
        #expect(lines.contains("jalon.yaml:6:23: error: 'y' is no e-mail address"))
    }

    @Test func `the same key in two items of a list is no repetition`() throws {
        let lines = try headlines("a:\n- b: 1\n  c: 2\n- b: 1\n  c: 2\nd:\n  - b: 1\n  - b: 2\ne: [{b: 1}, {b: 2}]")
        #expect(!lines.contains { $0.contains("second time") }, "\(lines)")
    }

    @Test(arguments: [
        (
            Data([0x61, 0x3A, 0x20, 0x00, 0x0A]),
            "1:4: error: the character U+0000 has no place in a text file; take it out"
        ),
        (
            Data([0x61, 0x3A, 0x20, 0x1B, 0x0A]),
            "1:4: error: the character U+001B has no place in a text file; take it out"
        ),
        (Data("a: \u{202E}b".utf8), "1:4: error: the character U+202E has no place in a text file; take it out"),
        (Data("a: b\nc: \u{2028}d".utf8), "2:4: error: the character U+2028 has no place in a text file; take it out"),
        (
            Data([0x61, 0x3A, 0x20, 0x62, 0x0A, 0x63, 0x3A, 0xE9]),
            "2:1: error: this is not UTF-8; save the file in that encoding"
        ),
        (Data([0xFF, 0xFE, 0x61, 0x00]), "1:1: error: this is not UTF-8; save the file in that encoding"),
        (
            Data(("a: " + String(repeating: "x", count: 5000)).utf8),
            "1:1: error: this line has more than 4000 characters"
        ),
    ])
    func `bytes that are no text are refused with their place`(bytes: Data, headline: String) throws {
        let folder = try Folder()
        try folder.write(bytes, to: "jalon.yaml")
        #expect(try folder.headlines().contains("jalon.yaml:\(headline)"))
    }

    @Test func `a byte order mark changes no place`() throws {
        #expect(try headlines("\u{FEFF}nmae: x").contains { $0.hasPrefix("jalon.yaml:1:1: error: unknown key 'nmae'") })
    }

    @Test func `a file over 1 MiB is refused, and named`() throws {
        let folder = try Folder(Pair.files)
        try folder.write(Data(repeating: 0x23, count: 1 << 20 | 1), to: "people.yaml")
        #expect(
            try folder.headlines().contains(
                "jalon.yaml:9:11: error: 'people.yaml' has more than 1 MiB; several smaller files are fine"))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "include: [" + String(repeating: "x, ", count: 50_000) + "]",
            String(repeating: "- a: [b]\n", count: 20_000),
            (0..<15_000).map { "k\($0): 1\n" }.joined(), String(repeating: "a: 1\n", count: 30_000),
            String(repeating: "\"", count: 200_000), String(repeating: "*a ", count: 50_000),
        ])
    func `a large file full of mistakes is read in good time, and does not fill the terminal`(text: String) throws {
        let diagnostics = try Folder(["jalon.yaml": text.split(every: 3000)]).read().diagnostics
        #expect((1...1001).contains(diagnostics.count))
    }

    @Test(arguments: [
        "a: [", "a: b: c", "a: 'x", "\ta: b", "a: @b", "{", "a\nb: c", "--- a\n--- b", "%YAML 9.9\n---\na: b",
    ])
    func `what is no YAML is a mistake with a place`(text: String) throws {
        let lines = try headlines(text)
        #expect(lines.contains { $0.hasPrefix("jalon.yaml:") && $0.contains(": error: this is no YAML: ") }, "\(lines)")
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "~"])
    func `an empty file says what is missing`(text: String) throws {
        #expect(try headlines(text) == ["jalon.yaml:1:1: error: there is no `programme:`"])
    }

    @Test(arguments: ["text", "- a\n- b"])
    func `a file without keys says that they belong there`(text: String) throws {
        #expect(try headlines(text).contains { $0.contains("keys with values belong here") })
    }
}

extension String {
    /// With a line break after every so many characters.
    fileprivate func split(every count: Int) -> String {
        guard !contains("\n") else { return self }
        var rest = Substring(self)
        var lines: [Substring] = []
        while !rest.isEmpty {
            lines.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return lines.joined(separator: "\n ")
    }
}
