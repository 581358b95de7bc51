import MailMessage
import Testing

@Suite struct MailMessageTests {
    @Test func `an invitation's headers are those of a mail in French`() throws {
        let head = try SampleMail.text(SampleMail.invitation()).split(separator: "\r\n\r\n")[0]
        #expect(
            head == """
                Date: Mon, 30 Nov 2026 01:53:20 +0100\r
                From: Mentorat Exemple <mentorat@exemple.fr>\r
                To: =?UTF-8?B?TMOpYSBOb8OrbA==?= <lea@exemple.fr>\r
                Subject: =?UTF-8?Q?Rencontre_de_mentorat_=3A_jeudi_3_d=C3=A9cembre?=\r
                Message-ID: <second@exemple.fr>\r
                In-Reply-To: <first@exemple.fr>\r
                References: <first@exemple.fr>\r
                Content-Language: fr\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary="\(try boundary(head))"
                """)
    }

    @Test func `both calendar parts hold the same bytes, the first without a disposition`() throws {
        let mail = try SampleMail.invitation()
        var counter = Counter()
        let calendars = MailText.calendars(in: mail.serialized(using: &counter))
        #expect(calendars == [Array(SampleMail.calendar.utf8), Array(SampleMail.calendar.utf8)])
        let text = SampleMail.text(mail)
        #expect(text.contains("Content-Type: text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT\r\n"))
        #expect(text.split(separator: "Content-Disposition: ").count == 2)
        #expect(text.contains("Content-Disposition: attachment; filename=invite.ics\r\n"))
    }

    @Test func `the plain text reads back`() throws {
        var counter = Counter()
        let bytes = try SampleMail.invitation().serialized(using: &counter)
        #expect(MailText.plain(in: bytes) == "Bonjour Léa,\n\nà jeudi !\n")
    }

    @Test func `the same generator gives the same bytes, another one other boundaries`() throws {
        let mail = try SampleMail.invitation()
        var (one, other, third) = (Counter(), Counter(), Counter(state: 7))
        let bytes = mail.serialized(using: &one)
        #expect(bytes == mail.serialized(using: &other))
        #expect(bytes != mail.serialized(using: &third))
    }

    @Test(arguments: ["x\r\nBcc: y@exemple.fr", "x\nBcc: y@exemple.fr", "x\u{2028}Bcc: y@exemple.fr", "x\0y"])
    func `a subject cannot begin another header`(subject: String) throws {
        let text = try SampleMail.text(SampleMail.invitation(subject: subject))
        #expect(!text.contains("\nBcc:") && !text.utf8.contains(0))
        #expect(MailLinter.lint(Array(text.utf8)).isEmpty)
    }

    private func boundary(_ head: Substring) throws -> Substring {
        try #require(head.firstMatch(of: /boundary="([^"]+)"/)).output.1
    }
}
