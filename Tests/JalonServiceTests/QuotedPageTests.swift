import MailMessage
import Mentoring
import Testing

@testable import Correspondence

/// Jalon's own page below an answer, as programs that write HTML only quote it.
@Suite struct QuotedPageTests {
    private let page = HTMLPage(
        language: .french, title: "Invitation",
        text: "**Quand : mercredi**\n\n---\n\nBonjour Claire,\n\n- `code`\n\n[écrivez](mailto:a@example.org)"
    ).html

    private func line(_ html: String) throws -> String? {
        try ReceivedMessage(reading: Array("Content-Type: text/html; charset=utf-8\r\n\r\n\(html)".utf8))
            .firstUnquotedLine
    }

    @Test(arguments: [
        "Oui<br>", "<div dir=\"auto\">Oui<br><br></div>", "<p>Oui</p>",
        "<div style=\"font-family: Aptos, sans-serif; font-size: 10pt; color: rgb(0, 0, 0);\">Oui</div>",
        "<div><div><div><div><div><div><div><p><span>Oui</span></p></div></div></div></div></div></div></div>",
    ])
    func `a word above the page counts`(answer: String) throws {
        #expect(try line("<html><body>\(answer)<blockquote type=cite>\(page)</blockquote></body></html>") == "Oui")
        #expect(try line("<html><body>\(answer)<hr>\(page)</body></html>") == "Oui")
        #expect(try line(page.replacing("<body>", with: "<body>\(answer)<blockquote>")) == "Oui")
        // As Outlook on the web renames classes.
        #expect(try line("<body>\(answer)<hr>\(page.replacing(".sheet", with: ".x_sheet"))</body>") == "Oui")
    }

    @Test func `what hides beside it hides still`() throws {
        #expect(try line("<style>p{display:none}</style><p>Oui</p>\(page)") != "Oui")
        #expect(try line("<p style=\"color:#fff\">Oui</p>\(page)") != "Oui")
    }
}
