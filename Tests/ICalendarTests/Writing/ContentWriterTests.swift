import CivilTime
import Testing

@testable import ICalendar

/// One line of a writer, as text.
enum Written {
    static func line(_ write: (inout ContentWriter) throws -> Void) throws -> String {
        var writer = ContentWriter(capacity: 8)
        try write(&writer)
        let text = try #require(String(validating: writer.bytes, as: UTF8.self))
        try #require(text.unicodeScalars.suffix(2).elementsEqual("\r\n".unicodeScalars))
        return String(text.unicodeScalars.dropLast(2))
    }
}

/// What goes into a line, and what of it comes out.
struct ContentWriterTests {
    @Test(
        arguments: [
            ("", ""), ("Paris, France; ou \\ ailleurs", "Paris\\, France\\; ou \\\\ ailleurs"),
            ("une\ndeux\r\ntrois\rquatre\n\rcinq", "une\\ndeux\\ntrois\\nquatre\\n\\ncinq"),
            ("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", "a\\nb\\nc\\nd\\ne\\nf"), ("\n\n\r\n", "\\n\\n\\n"),
            ("l'été : « déjà »\t🌞 \"^\"", "l'été : « déjà »\t🌞 \"^\""),
            ("a\u{0}b\u{1F}c\u{7F}d\u{80}e\u{9F}f\u{A0}g", "abcdef\u{A0}g"),
            ("’†\u{2027}\u{202A}", "’†\u{2027}\u{202A}"),
        ])
    func `a text is escaped`(_ text: String, _ escaped: String) throws {
        #expect(try Written.line { $0.line("X", text: text) } == "X:" + escaped)
    }

    @Test(
        arguments: [
            ("Claire", "Claire"), ("Petit, Claire", "\"Petit, Claire\""), ("a:b", "\"a:b\""), ("a;b", "\"a;b\""),
            ("dite \"Tom\"", "dite ^'Tom^'"), ("a^b", "a^^b"), ("a\r\nb", "a^nb"), ("l'été", "l'été"), ("", ""),
            ("a\\", "\"a\\\""), ("Claire ", "\"Claire \""), (" Claire", "\" Claire\""), ("\nZoé", "\"^nZoé\""),
            ("\u{A0}Zoé", "\"\u{A0}Zoé\""), ("a\u{0}\u{85}\u{90}\u{2028}b", "a^n^nb"),
        ])
    func `a parameter is quoted when needed and RFC 6868-encoded`(_ value: String, _ encoded: String) throws {
        let line = try Written.line {
            $0.name("X")
            $0.parameter("CN", value)
            $0.value("")
        }
        #expect(line == "X;CN=" + encoded + ":")
    }

    @Test(arguments: [("https://a.fr/b,c;d\\e", "https://a.fr/b,c;d\\e"), ("a\r\nX:1\u{85}\u{2028}\tb", "aX:1\tb")])
    func `any other value is bared of what no line may hold`(_ value: String, _ bare: String) throws {
        let line = try Written.line {
            $0.name("X")
            $0.value(value)
        }
        #expect(line == "X:" + bare)
    }

    @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (2026, "2026"), (-12, "-12"), (.max, "9223372036854775807")])
    func `a number is written`(_ number: Int, _ text: String) throws {
        #expect(try Written.line { $0.line("X", number: number) } == "X:" + text)
    }

    @Test func `the least number is written too`() throws {
        #expect(try Written.line { $0.line("X", number: .min) } == "X:-9223372036854775808")
    }

    @Test(
        arguments: [
            (0, "19700101T000000Z"), (1_795_341_600, "20261122T100000Z"), (-1, "19691231T235959Z"),
            (-86_400, "19691231T000000Z"), (Int64.min, "00010101T000000Z"), (.max, "99991231T235959Z"),
        ] as [(Int64, String)])
    func `an instant is written`(_ seconds: Int64, _ text: String) throws {
        #expect(try Written.line { $0.line("X", at: Instant(secondsSinceEpoch: seconds)) } == "X:" + text)
    }

    @Test func `a wall time is written`() throws {
        let local = try #require(LocalDateTime("0476-09-04T07:08:09"))
        let line = try Written.line {
            $0.name("X")
            $0.value(local)
        }
        #expect(line == "X:04760904T070809")
    }

    @Test func `a property is written with its parameters`() throws {
        let parameters = [Parameter("CN", "Petit, Claire"), Parameter(name: "MEMBER", values: ["mailto:a", "b\"c"])]
        let property = Property("ATTENDEE", parameters, value: "mailto:c@a.fr\r\nX:1")
        let line = try Written.line { $0.property(property) }
        #expect(line == "ATTENDEE;CN=\"Petit, Claire\";MEMBER=\"mailto:a\",b^'c:mailto:c@a.frX:1")
    }

    @Test func `what outgrows the room that was made is whole`() throws {
        let text = String(repeating: "a", count: 60)
        let lines = try Written.line { writer in
            for _ in 0..<100 {
                writer.line("X", text: text)
            }
        }
        #expect(lines == Array(repeating: "X:" + text, count: 100).joined(separator: "\r\n"))
    }
}
