import Foundation
import MailMessage
import Testing

/// Mails as programs write them, and as those do who mean harm.
@Suite struct ReceivedMessageTests {
    private func read(_ text: String, bounds: ReceivedMessage.Bounds = .init()) throws -> ReceivedMessage {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return try ReceivedMessage(reading: Array(lines.utf8), within: bounds)
    }

    @Test func `headers are read with encoded words, folding and comments`() throws {
        let mail = try read(
            """
            From: =?utf-8?Q?L=C3=A9a?= Martin (la mentor=?utf-8?Q?=C3=A9e?=) <lea@exemple.fr>
            Reply-To: "Martin, L." <lea.martin@example.org>, groupe: claire@exemple.fr;
            Subject: =?iso-8859-1?Q?Accept=E9_?=
             =?utf-8?B?OiByZW5jb250cmU=?=
            Message-ID: <a1@exemple.fr>
            In-Reply-To: (mine) <b1@exemple.fr>
            References: <c1@exemple.fr>
             <b1@exemple.fr>

            oui
            """)
        #expect(mail.from.map(\.address.description) == ["lea@exemple.fr"])
        #expect(mail.from.first?.name == "Léa Martin")
        #expect(mail.replyTo.map(\.address.description) == ["lea.martin@example.org", "claire@exemple.fr"])
        #expect(mail.subject == "Accepté : rencontre")
        #expect(mail.messageID?.description == "<a1@exemple.fr>")
        #expect(mail.inReplyTo.map(\.description) == ["<b1@exemple.fr>"])
        #expect(mail.references.map(\.description) == ["<c1@exemple.fr>", "<b1@exemple.fr>"])
        #expect(mail.firstUnquotedLine == "oui")
    }

    @Test func `a calendar is found wherever programs put it, in whatever encoding`() throws {
        let mail = try read(
            """
            From: lea@exemple.fr
            Content-Type: multipart/mixed; boundary="a b"

            --a b
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            J'accepte.
            --inner
            Content-Type: text/calendar; METHOD="reply"; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            BEGIN:VCALENDAR=0D=0ASUMMARY:Acc=E9der=0D=0AEND:VCALENDAR
            --inner--
            --a b
            Content-Type: application/octet-stream; name="invite.ICS"
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFS
            --a b--
            """)
        #expect(mail.calendarParts.map(\.method) == ["REPLY", nil])
        #expect(
            mail.calendarParts.map { String(decoding: $0.bytes, as: UTF8.self) }
                == ["BEGIN:VCALENDAR\nSUMMARY:Accéder\nEND:VCALENDAR", "BEGIN:VCALENDAR"])
        #expect(mail.plainText?.string.hasPrefix("J'accepte.") == true)
    }

    @Test func `a calendar in a mail that is attached is nobody's answer`() throws {
        let mail = try read(
            """
            From: lea@exemple.fr
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: message/rfc822

            From: claire@exemple.fr
            Content-Type: text/calendar; method=REPLY

            BEGIN:VCALENDAR
            --x--
            """)
        #expect(mail.calendarParts.isEmpty)
        #expect(mail.root.parts.first?.message?.calendarParts.count == 1)
    }

    @Test func `a report of delivery names the mail, the recipient and the words`() throws {
        let mail = try read(
            """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.org
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; thomas@exemple.fr
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such
             user

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <m1@exemple.fr>
            Subject: Rencontre
            --b--
            """)
        let report = try #require(mail.deliveryReport)
        #expect(report.originalMessageID?.description == "<m1@exemple.fr>")
        let status = try #require(report.recipients.first)
        #expect(status.finalRecipient?.description == "thomas@exemple.fr")
        #expect(status.isPermanentFailure)
        #expect(status.diagnosticCode == "550 5.1.1 no such user")
        #expect(mail.automation.isAutomatic)
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: no", false), ("Return-Path: <>", true),
        ("List-Id: Les mentors <mentors.exemple.fr>", true), ("Precedence: bulk", true),
        ("X-Mailer: something", false),
    ])
    func `automated mail says so in one of several ways`(header: String, isAutomatic: Bool) throws {
        #expect(try read("\(header)\n\ntext").automation.isAutomatic == isAutomatic)
    }

    @Test(arguments: [
        ("oui\n\n> avez-vous pu vous voir ?", "oui"),
        ("\n\nOui !\nLéa", "Oui !"),
        ("Le lun. 7 déc. 2026 à 09:00, Mentorat <mentorat@exemple.fr> a écrit :\n> Bonjour\n\nnon", "non"),
        ("> quoted\n> alone", nil),
        ("", nil),
    ])
    func `the first line of one's own is found above, below and between quotations`(text: String, line: String?) throws
    {
        #expect(try read("Subject: Re\n\n" + text).firstUnquotedLine == line)
    }

    @Test func `HTML without a plain part is read as its text`() throws {
        let mail = try read(
            "Content-Type: text/html; charset=utf-8\n\n<div>D&eacute;j&agrave; <b>fait</b></div><p>Léa</p>")
        #expect(mail.firstUnquotedLine == "Déjà fait")
    }

    @Test func `a charset that is wrong or missing is guessed, and said to be`() throws {
        let wrong = try ReceivedMessage(
            reading: Array("Content-Type: text/plain; charset=utf-8\r\n\r\ncaf".utf8) + [0xE9])
        #expect(wrong.plainText?.string == "café")
        #expect(wrong.plainText?.isGuess == true)
        let unknown = try read("Content-Type: text/plain; charset=x-none\n\ncafé")
        #expect(unknown.plainText?.string == "café")
    }

    @Test func `parameters come in pieces and with charsets`() throws {
        let mail = try read(
            """
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8'fr'L%C3%A9a; filename*1=" et"; filename*2*=%20Thomas.pdf

            --x--
            """)
        #expect(mail.root.parts.first?.filename == "Léa et Thomas.pdf")
    }

    @Test func `a mail over a bound is set aside, and the bound is named`() throws {
        #expect(throws: ReadingError.tooLarge(limit: 10)) {
            try read("Subject: long enough", bounds: .init(octets: 10))
        }
        var deep = ""
        for level in 0..<9 { deep += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        #expect(throws: ReadingError.tooDeep(limit: 8)) { try read(deep + "\ntext") }
        let many = "Content-Type: multipart/mixed; boundary=b\n" + String(repeating: "\n--b\n\npart", count: 65)
        #expect(throws: ReadingError.tooManyParts(limit: 64)) { try read(many) }
    }

    @Test func `what is broken is passed over`() throws {
        let mail = try read(
            "From: @@@, <lea@exemple.fr>, broken <x@\nno header\nContent-Type: multipart/mixed; boundary=\"never\n\nbody"
        )
        #expect(mail.from.map(\.address.description) == ["lea@exemple.fr"])
        #expect(mail.plainText?.string.contains("body") == true)
        #expect(try read("").from.isEmpty)
        #expect(try read("Content-Type: multipart/mixed\n\ntext").root.parts.isEmpty)
    }

    @Test(arguments: [
        ("mx.exemple.fr", "Authentication-Results: mx.exemple.fr; dkim=pass header.d=example.org", true),
        ("mx.exemple.fr", "Authentication-Results: mx.elsewhere.org; dkim=pass", false),
        (
            "mx.exemple.fr",
            "Received: by mx.elsewhere.org; Mon, 7 Dec 2026 09:00:00 +0100\nAuthentication-Results: mx.exemple.fr; dmarc=pass header.from=example.org",
            false
        ),
    ])
    func `only the receiving server's own results count`(server: String, headers: String, counts: Bool) throws {
        let results = try read(headers + "\n\ntext").authenticationResults(by: server)
        #expect((results != nil) == counts)
        #expect(results?.allSatisfy { $0.results.allSatisfy(\.isPass) } ?? true)
    }
}
