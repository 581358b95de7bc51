import Testing

@testable import MailMessage

@Suite struct QuotedPrintableTests {
    @Test(arguments: [
        ("Bonjour", "Bonjour\r\n"), ("a=b", "a=3Db\r\n"), ("à", "=C3=A0\r\n"), ("fin ", "fin=20\r\n"),
        ("fin \nde ligne", "fin=20\r\nde ligne\r\n"), ("a\tb", "a\tb\r\n"), ("a\t", "a=09\r\n"), (" ", "=20\r\n"),
        ("", "\r\n"), ("a\n\nb", "a\r\n\r\nb\r\n"), ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"),
        (".", "=2E\r\n"), (".a.b", "=2Ea.b\r\n"), ("a\n.\nb", "a\r\n=2E\r\nb\r\n"),
        ("From Paris", "=46rom Paris\r\n"), ("a\nFrom Paris", "a\r\n=46rom Paris\r\n"), ("Fromage", "Fromage\r\n"),
        ("a From b", "a From b\r\n"), ("\u{0}", "=00\r\n"), ("\u{1B}", "=1B\r\n"),
    ])
    func `what the way could harm is escaped`(text: String, encoded: String) {
        #expect(String(decoding: QuotedPrintable.lines(of: text), as: UTF8.self) == encoded)
    }

    @Test func `a line of 76 stands, one of 77 is broken`() {
        let encoded = [76, 77].map {
            String(decoding: QuotedPrintable.lines(of: String(repeating: "a", count: $0)), as: UTF8.self)
        }
        #expect(encoded[0].split(separator: "\r\n").map(\.count) == [76])
        #expect(encoded[1].split(separator: "\r\n").map(\.count) == [76, 2])
    }

    @Test func `what a soft break brings to a line's beginning is escaped there too`() {
        let dots = String(decoding: QuotedPrintable.lines(of: String(repeating: "a", count: 75) + ".bc"), as: UTF8.self)
        #expect(dots.hasSuffix("=\r\n=2Ebc\r\n"))
        let from = String(
            decoding: QuotedPrintable.lines(of: String(repeating: "a", count: 75) + "From b"), as: UTF8.self)
        #expect(from.hasSuffix("=\r\n=46rom b\r\n"))
    }

    @Test func `any text survives, in lines of at most 76`() {
        var counter = Counter()
        let letters = Array("aé€😀 =.\tF\nrom")
        for length in 0..<400 {
            let text = String((0..<length).map { _ in letters.randomElement(using: &counter) ?? "a" })
            let encoded = QuotedPrintable.lines(of: text)
            let lines = String(decoding: encoded, as: UTF8.self).split(separator: "\r\n")
            let areSafe = lines.allSatisfy { line in
                line.utf8.count <= 76 && !line.hasSuffix(" ") && !line.hasSuffix("\t") && !line.hasPrefix(".")
                    && !line.hasPrefix("From ")
            }
            #expect(areSafe)
            let decoded = String(decoding: QuotedPrintable.decode(encoded[...]), as: UTF8.self)
            #expect(decoded == text.replacing("\n", with: "\r\n") + "\r\n")
        }
    }
}
