import MailMessage
import Testing

@Suite struct MailboxTests {
    @Test(
        arguments: [
            ("Mentorat Exemple <mentorat@exemple.fr>", "Mentorat Exemple", "Mentorat Exemple <mentorat@exemple.fr>"),
            ("mentorat@exemple.fr", nil, "mentorat@exemple.fr"),
            ("  <mentorat@exemple.fr>", nil, "mentorat@exemple.fr"),
            ("Claire<c@exemple.fr>", "Claire", "Claire <c@exemple.fr>"),
            ("\"Durand, Claire\" <c@exemple.fr>", "Durand, Claire", "\"Durand, Claire\" <c@exemple.fr>"),
            ("Durand, Claire <c@exemple.fr>", "Durand, Claire", "\"Durand, Claire\" <c@exemple.fr>"),
            ("M. Durand <c@exemple.fr>", "M. Durand", "\"M. Durand\" <c@exemple.fr>"),
            ("\"a \\\"b\\\"\" <c@exemple.fr>", "a \"b\"", "\"a \\\"b\\\"\" <c@exemple.fr>"),
            ("\"a\" b \"c\" <c@exemple.fr>", "\"a\" b \"c\"", "\"\\\"a\\\" b \\\"c\\\"\" <c@exemple.fr>"),
            ("Léa Noël <lea@exemple.fr>", "Léa Noël", "=?UTF-8?B?TMOpYSBOb8OrbA==?= <lea@exemple.fr>"),
            (
                "Zoé, dite « Zo » <z@exemple.fr>", "Zoé, dite « Zo »",
                "=?UTF-8?B?Wm/DqSwgZGl0ZSDCqyBabyDCuw==?= <z@exemple.fr>"
            ),
            ("=?UTF-8?Q?x?= <c@exemple.fr>", "=?UTF-8?Q?x?=", "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <c@exemple.fr>"),
            ("Anne 🎓 <a@exemple.fr>", "Anne 🎓", "=?UTF-8?B?QW5uZSDwn46T?= <a@exemple.fr>"),
            ("N <\"a<b\"@exemple.fr>", "N", "N <\"a<b\"@exemple.fr>"),
            ("\"a<b\"@exemple.fr", nil, "\"a<b\"@exemple.fr"),
        ] as [(String, String?, String)])
    func `a mailbox is read and written`(text: String, name: String?, header: String) throws {
        let mailbox = try #require(Mailbox(text))
        #expect(mailbox.name == name)
        #expect(mailbox.headerValue == header)
    }

    @Test(arguments: [
        "Claire", "Claire <>", "Claire <claire>", "Claire <a@b.c> x", "", "<", ">", "Claire a@b.c", "a@b.c, d@e.f",
        "Claire <a@b.c\r\n>", "Claire <a @b.c>",
    ])
    func `what is no mailbox is refused`(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test func `any mailbox is what its description says`() throws {
        var counter = Counter()
        let signs = Array("aé \"\\<>@,;:()[].'=?😀\u{301}\u{A0}\u{200D}\u{202E}\n")
        let addresses = try ["lea@exemple.fr", "\"a<b\"@exemple.fr", "\"\\\"\"@exemple.fr", "léa@exemple.fr"]
            .map { try #require(EmailAddress($0)) }
        for _ in 0..<1000 {
            let name = String(
                (0..<Int.random(in: 0..<12, using: &counter)).map { _ in
                    signs.randomElement(using: &counter) ?? "a"
                })
            let mailbox = Mailbox(name: name, address: addresses.randomElement(using: &counter) ?? addresses[0])
            #expect(Mailbox(mailbox.description) == mailbox, "\(mailbox)")
        }
    }

    @Test func `a name cannot begin another header`() throws {
        let mailbox = try SampleMail.mailbox("Claire\r\nBcc: y@exemple.fr\u{202E}", "x@exemple.fr")
        #expect(mailbox.name == "Claire Bcc: y@exemple.fr")
        #expect(mailbox.headerValue == "\"Claire Bcc: y@exemple.fr\" <x@exemple.fr>")
    }
}
