import Correspondence
import MailMessage
import Mentoring
import Testing

@Suite struct HostileNameTests {
    static let names = [
        "Eve\r\nBcc: victim@example.org", "Eve\u{202E}gnp.exe", "<script>alert(1)</script>", "**Eve**", "# Eve",
        "[Eve](https://example.org/x)", "![Eve](https://example.org/x.png)", "{{programme}}", "Eve\\", "`Eve`",
        "Eve\"; x=\"y", "<!-- Eve", "&lt;Eve&gt;", "---", "Eve\u{0}",
    ]

    @Test(arguments: names) func `a name is neither markup nor a header nor a template`(_ name: String) throws {
        var sample = Sample()
        try sample.change("claire") { $0.name = name }
        let mail = try sample.compose(sample.invitation(to: "thomas"))
        let read = try ReadMail(mail.bytes)

        #expect(MailLinter.lint(mail.bytes) == [])
        #expect(read.root["Bcc"] == nil)
        #expect(!mail.subject.contains { $0.isNewline })
        let html = try read.leaf("text/html").text
        let tags = html.split(separator: "<body>").last.map(Self.tags) ?? []
        #expect(tags.subtracting(["div", "p", "strong", "br", "a", "ul", "li"]) == [])
        #expect(!html.contains("href=\"https://example.org"))
        let text = try read.leaf("text/plain").text
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format || $0.value == 0 })
        let facts = text.split(separator: "\n").prefix(4)
        #expect(facts.last?.hasPrefix("Avec\u{A0}: ") == true)
        #expect(!text.contains("Avec\u{A0}: Mentorat Exemple"))
    }

    @Test(arguments: names) func `a name cannot break out of its line of the calendar`(_ name: String) throws {
        var sample = Sample()
        try sample.change("claire") { $0.name = name }
        let mail = try ReadMail(sample.compose(sample.invitation(to: "thomas")).bytes)
        let lines = try mail.leaf("text/calendar").text.replacing("\n ", with: "").split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("SUMMARY") }.count == 1)
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
    }

    @Test func `a place cannot bring in markup either`() throws {
        let sample = Sample()
        let meeting = try Sample.meeting(place: .inPerson("[Café](javascript:x)\n\n---\n\n# Annulé"))
        let html = try ReadMail(sample.compose(sample.invitation(to: "thomas", of: meeting)).bytes)
            .leaf("text/html").text
        #expect(!html.contains("<h1") && !html.contains("javascript:x\"") && !html.contains("<hr"))
        #expect(html.contains("[Café](javascript:x) --- # Annulé"))
    }

    private static func tags(_ html: Substring) -> Set<String> {
        Set(
            html.split(separator: "<").dropFirst().map { tag in
                String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
            }
        ).subtracting(["body", "html"])
    }
}
