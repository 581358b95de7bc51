import MailMessage
import Testing

@Suite struct MailMessageTests {
    @Test func `an invitation is written as this one`() throws {
        var constant = Constant()
        let bytes = try SampleMail.invitation().serialized(using: &constant)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
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
                Content-Type: multipart/mixed; boundary="=_0_aaaaaaaaaaaaaaaaaaaaaaaa"\r
                \r
                --=_0_aaaaaaaaaaaaaaaaaaaaaaaa\r
                Content-Type: multipart/alternative; boundary="=_1_aaaaaaaaaaaaaaaaaaaaaaaa"\r
                \r
                --=_1_aaaaaaaaaaaaaaaaaaaaaaaa\r
                Content-Type: text/plain; charset=UTF-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                Bonjour L=C3=A9a,\r
                \r
                =C3=A0 jeudi !\r
                --=_1_aaaaaaaaaaaaaaaaaaaaaaaa\r
                Content-Type: text/html; charset=UTF-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                <p>Bonjour L=C3=A9a</p>\r
                --=_1_aaaaaaaaaaaaaaaaaaaaaaaa\r
                Content-Type: text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT\r
                Content-Transfer-Encoding: base64\r
                \r
                QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVRVUVTVA0KQkVHSU46VkVWRU5UDQpPUkdBTklaRVI7\r
                Q049TWVudG9yYXQ6bWFpbHRvOm1lbnRvcmF0QGV4ZW1wbGUuZnINCkFUVEVOREVFO0NOPUzDqWE7\r
                UlNWUD1UUlVFOm1haWx0bzpsZWFAZXhlbXBsZS5mcg0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRB\r
                Ug0K\r
                --=_1_aaaaaaaaaaaaaaaaaaaaaaaa--\r
                --=_0_aaaaaaaaaaaaaaaaaaaaaaaa\r
                Content-Type: application/ics; name=invite.ics\r
                Content-Transfer-Encoding: base64\r
                Content-Disposition: attachment; filename=invite.ics\r
                \r
                QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVRVUVTVA0KQkVHSU46VkVWRU5UDQpPUkdBTklaRVI7\r
                Q049TWVudG9yYXQ6bWFpbHRvOm1lbnRvcmF0QGV4ZW1wbGUuZnINCkFUVEVOREVFO0NOPUzDqWE7\r
                UlNWUD1UUlVFOm1haWx0bzpsZWFAZXhlbXBsZS5mcg0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRB\r
                Ug0K\r
                --=_0_aaaaaaaaaaaaaaaaaaaaaaaa--\r

                """
        )
    }

    @Test func `many references are folded, and stand in their order`() throws {
        var mail = try SampleMail.mail()
        mail.references = try (1...12).map { try #require(MessageID("<\($0).7k2f5x3q6w@mentorat.exemple.fr>")) }
        let text = SampleMail.text(mail)
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        let folded = try #require(text.firstMatch(of: /\r\nReferences: (.*?)\r\nContent-Language/.dotMatchesNewlines()))
        #expect(folded.output.1.contains("\r\n "))
        #expect(
            folded.output.1.replacing("\r\n", with: "") == mail.references.map(\.description).joined(separator: " "))
    }

    @Test func `the first mail of a conversation names none before it`() throws {
        var mail = try SampleMail.mail()
        (mail.inReplyTo, mail.references, mail.contentLanguage) = (nil, [], nil)
        let names = try ReadBack(SampleMail.bytes(mail)).headers.map(\.name)
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
    }

    @Test func `both calendar parts hold the same bytes`() throws {
        let calendars = try MailText.calendars(in: SampleMail.bytes(SampleMail.invitation()))
        #expect(calendars == [Array(SampleMail.calendar.utf8), Array(SampleMail.calendar.utf8)])
    }

    @Test func `the plain text reads back`() throws {
        #expect(try MailText.plain(in: SampleMail.bytes(SampleMail.invitation())) == "Bonjour Léa,\n\nà jeudi !")
    }

    @Test func `a mail without plain text has none`() throws {
        let mail = try SampleMail.mail(body: .multipart("mixed", [.text("<p>a</p>", subtype: "html")]))
        #expect(MailText.plain(in: SampleMail.bytes(mail)) == nil)
    }

    @Test func `the same generator gives the same bytes, another one other boundaries`() throws {
        let mail = try SampleMail.invitation()
        var (one, other, third) = (Counter(), Counter(), Counter(state: 7))
        let bytes = mail.serialized(using: &one)
        #expect(bytes == mail.serialized(using: &other))
        #expect(bytes != mail.serialized(using: &third))
    }

    @Test func `boundaries within each other differ even if the generator knows one number only`() throws {
        var constant = Constant()
        let read = try ReadBack(SampleMail.invitation().serialized(using: &constant))
        #expect(read.parts.map(\.type) == ["multipart/alternative", "application/ics"])
        #expect(read.parts.first?.parts.map(\.type) == ["text/plain", "text/html", "text/calendar"])
    }

    @Test func `a text that holds a boundary does not end its part`() throws {
        var constant = Constant()
        let trap = "--=_0_aaaaaaaaaaaaaaaaaaaaaaaa--\n--=_0_aaaaaaaaaaaaaaaaaaaaaaaa"
        let mail = try SampleMail.mail(body: .multipart("mixed", [.text(trap, subtype: "plain")]))
        let read = try ReadBack(mail.serialized(using: &constant))
        #expect(read.parts.map(\.body) == [Array(trap.replacing("\n", with: "\r\n").utf8)])
    }

    @Test func `a multipart without parts has an empty one`() throws {
        let read = try ReadBack(SampleMail.bytes(SampleMail.mail(body: .multipart("mixed", []))))
        #expect(read.parts.map(\.body) == [[]])
    }

    @Test func `an address in another script stands in its header as it is`() throws {
        let mail = try SampleMail.mail(to: SampleMail.mailbox("Léa", "léa@exemple.fr"))
        #expect(SampleMail.text(mail).contains("\r\nTo: =?UTF-8?Q?L=C3=A9a?= <léa@exemple.fr>\r\n"))
    }
}
