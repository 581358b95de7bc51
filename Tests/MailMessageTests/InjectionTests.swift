import MailMessage
import Testing

/// Whatever a value holds, the mail has the headers that it was given and no other.
@Suite struct InjectionTests {
    static let attacks = [
        "x\r\nBcc: v@exemple.fr", "x\nBcc: v@exemple.fr", "x\rBcc: v@exemple.fr", "x\u{2028}Bcc: v@exemple.fr",
        "x\u{85}Bcc: v@exemple.fr", "x\0y", "x\r\n\r\n<p>", "x\"\r\nBcc: v@exemple.fr", "x; boundary=y", "\r\n.\r\n",
        "/", "",
        "x\u{B}Bcc: v@exemple.fr", "x\u{C}Bcc: v@exemple.fr",
    ]
    static let names = [
        "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "Content-Language", "X-Jalon",
        "MIME-Version", "Content-Type",
    ]

    @Test(arguments: attacks) func `no value begins a header or ends them`(_ attack: String) throws {
        let data = BodyPart.data(
            [1, 2, 3], type: ContentType(attack, [(attack, "v"), ("name", attack)]),
            disposition: .init(filename: attack))
        var mail = try SampleMail.mail(
            subject: attack, to: SampleMail.mailbox(attack, "lea@exemple.fr"),
            headers: [Header("X-Jalon", text: attack)],
            body: .multipart(attack, [.text(attack, subtype: attack), data]))
        mail.contentLanguage = attack
        let bytes = SampleMail.bytes(mail)
        #expect(MailLinter.lint(bytes) == [])
        #expect(!bytes.contains(0))
        let read = try ReadBack(bytes)
        #expect(read.headers.map(\.name) == Self.names)
        #expect(read.parts.count == 2 && read.type == "multipart/mixed")
        #expect(read.parts.first?.headers.map(\.name) == ["Content-Type", "Content-Transfer-Encoding"])
        #expect(
            read.parts.last?.headers.map(\.name)
                == ["Content-Type", "Content-Transfer-Encoding", "Content-Disposition"])
        #expect(read.parts.last?.type == "application/octet-stream")
        #expect(try read.parts.last?.parameters("Content-Type").keys.sorted() == ["name"])
        #expect(read.parts.last?.body == [1, 2, 3])
    }
}
