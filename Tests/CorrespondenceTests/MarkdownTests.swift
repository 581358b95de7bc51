import Testing

@testable import Correspondence

@Suite struct MarkdownTests {
    @Test(arguments: [
        "Claire Durand", "Jean-Pierre O'Neil", "Zoé d’Arc", "R&D", "AT&T et fils",
        "12 rue du Sentier, 2e étage (gauche)",
        "claire_durand", "3 < 4 & 5 > 4", "Salle B [fond]", "C# et C++", "2 * 3", "n° 5 : l'accueil",
        "100 %", "a - b", "+33 1 23 45 67 89", "Vive le sport !", "#mentorat", "1er étage", "-10 °C", "50.5",
    ])
    func `ordinary words stay as they are`(_ text: String) {
        #expect(Markdown.escape(text) == text)
        #expect(CommonMark.html(Markdown.escape(text)) == paragraph(text))
    }

    @Test(arguments: [
        ("Café *** fermé", "Café \\*\\*\\* fermé"), ("**Claire**", "\\*\\*Claire\\*\\*"), ("_Claire_", "\\_Claire\\_"),
        ("[x](https://example.org)", "\\[x\\](https://example.org)"),
        ("![x](https://example.org/x.png)", "!\\[x\\](https://example.org/x.png)"), ("<b>x</b>", "\\<b>x\\</b>"),
        ("&lt;", "\\&lt;"), ("# Titre", "\\# Titre"), ("- point", "\\- point"), ("1. point", "1\\. point"),
        ("> cité", "\\> cité"), ("---", "\\---"), ("===", "\\==="), ("```", "\\`\\`\\`"), ("~~~", "\\~~~"),
        ("fin\\", "fin\\\\"), ("[a]: https://example.org", "\\[a\\]: https://example.org"),
        ("<https://example.org>", "\\<https://example.org>"), ("<1@example.org>", "\\<1@example.org>"),
        ("[\u{301}x](https://example.org)", "\\[\u{301}x\\](https://example.org)"), ("`\u{301}x`", "\\`\u{301}x\\`"),
        ("*\u{301}x*\u{301}", "\\*\u{301}x\\*\u{301}"), ("<\u{301}b>", "<\u{301}b>"),
    ])
    func `markup in somebody's words is no markup`(_ text: String, _ escaped: String) {
        #expect(Markdown.escape(text) == escaped)
        #expect(CommonMark.html(escaped) == paragraph(text))
    }

    @Test(arguments: [
        ("a\r\nBcc: x@example.org", "a Bcc: x@example.org"), ("a\u{0}b", "a b"), ("a\u{202E}b\u{2066}c\u{200F}", "abc"),
        ("a\u{2028}\u{2029}b", "a b"), ("  a \t b  ", "a b"), ("a\u{200B}\u{FEFF}b", "ab"),
        ("👩\u{200D}🔬", "👩\u{200D}🔬"),
        ("18\u{A0}h", "18\u{A0}h"),
    ])
    func `control characters and hidden marks do not get through`(_ text: String, _ line: String) {
        #expect(CleanText.line(text) == line)
    }

    @Test(arguments: 0..<20) func `whatever is escaped is shown letter by letter, wherever it stands`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let alphabet = Array("*_[]()<>!&;:#-+=~`\\./@ a1é\"'|{}^")
        for _ in 0..<200 {
            let length = Int.random(in: 1...12, using: &dice)
            let text = CleanText.line(String((0..<length).compactMap { _ in alphabet.randomElement(using: &dice) }))
            guard !text.isEmpty else { continue }
            let escaped = Markdown.escape(text)
            #expect(CommonMark.html(escaped) == paragraph(text), "alone: \(text)")
            #expect(CommonMark.html("Où : \(escaped)") == paragraph("Où : \(text)"), "behind a word: \(text)")
            #expect(CommonMark.html("Où :\n\(escaped)") == "<p>Où :<br />\n\(quoted(text))</p>\n", "on a line: \(text)")
            #expect(
                CommonMark.html("- \(escaped)") == "<ul>\n<li>\(quoted(text))</li>\n</ul>\n", "in a list: \(text)")
        }
    }

    @Test(arguments: [
        ("https://visio.exemple.fr/a_b?x=1&y=2", "<https://visio.exemple.fr/a_b?x=1&y=2>"),
        ("https://visio.exemple.fr/a b>c", "<https://visio.exemple.fr/a%20b%3Ec>"),
        ("thomas_petit@exemple.fr", "<thomas_petit@exemple.fr>"), ("javascript:alert(1)", "javascript:alert(1)"),
        ("a@b@c", "a@b@c"), ("zoé@exemple.fr", "zoé@exemple.fr"), ("<x>@exemple.fr", "\\<x>@exemple.fr"),
    ])
    func `only web and mail addresses become links`(_ address: String, _ markdown: String) {
        #expect(Markdown.link(address) == markdown)
    }

    @Test func `a link in somebody's text cannot run anything`() {
        #expect(!CommonMark.html("[x](javascript:alert(1)) <script>alert(1)</script>").contains("alert(1)</script>"))
        #expect(!CommonMark.html("[x](javascript:alert(1))").contains("javascript"))
    }

    private func paragraph(_ text: String) -> String { "<p>\(quoted(text))</p>\n" }

    private func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { html, scalar in
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}
