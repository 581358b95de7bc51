import MailMessage
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        "claire.durand@exemple.fr", "a@b.c", "o'neil+mentorat@exemple.fr", "CLAIRE@EXEMPLE.FR", "léa@exemple.fr",
        "info@münchen.example", "\"a..b\"@exemple.fr", "x@[192.0.2.1]", "a_b-c=d@sub-domain.example.org",
        String(repeating: "a", count: 64) + "@exemple.fr",
    ])
    func `what is an address is taken as it stands`(text: String) throws {
        #expect(try #require(EmailAddress(text)).description == text)
    }

    @Test(arguments: [
        "", "claire", "@exemple.fr", "claire@", "claire@@exemple.fr", "claire durand@exemple.fr", "claire@exemple..fr",
        ".claire@exemple.fr", "claire.@exemple.fr", "claire@-exemple.fr", "claire@exemple.fr\r\nRCPT TO:<x@y.z>",
        "claire\n@exemple.fr", "claire@exemple.fr\0", "cl\u{202E}aire@exemple.fr", "cl\u{200B}aire@exemple.fr",
        "claire@exemple.fr>", "<claire@exemple.fr>", "claire@exemple .fr", "\"a\rb\"@exemple.fr", "\"a\"b\"@exemple.fr",
        "a,b@exemple.fr", "a;b@exemple.fr", "\"@exemple.fr", "\"a\\\"@exemple.fr",
        String(repeating: "a", count: 65) + "@exemple.fr", "a@" + String(repeating: "b", count: 64) + ".fr",
        "a@" + String(repeating: "bcd.", count: 65) + "fr",
    ])
    func `what is none, or could end a command or a header, is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test func `letter case makes no other address`() throws {
        let one = try #require(EmailAddress("Claire@Exemple.fr"))
        let other = try #require(EmailAddress("claire@exemple.FR"))
        #expect(one == other && Set([one, other]).count == 1 && one.description == "Claire@Exemple.fr")
    }

    @Test(arguments: [("claire@exemple.fr", true), ("léa@exemple.fr", false), ("info@münchen.example", false)])
    func `an address that is not ASCII says so`(text: String, isASCII: Bool) throws {
        #expect(try #require(EmailAddress(text)).isASCII == isASCII)
    }

    @Test(arguments: [
        ("Mentorat Exemple <mentorat@exemple.fr>", "Mentorat Exemple", "Mentorat Exemple <mentorat@exemple.fr>"),
        ("mentorat@exemple.fr", nil, "mentorat@exemple.fr"),
        ("  <mentorat@exemple.fr>", nil, "mentorat@exemple.fr"),
        ("\"Durand, Claire\" <c@exemple.fr>", "Durand, Claire", "\"Durand, Claire\" <c@exemple.fr>"),
        ("\"a \\\"b\\\"\" <c@exemple.fr>", "a \"b\"", "\"a \\\"b\\\"\" <c@exemple.fr>"),
        ("Léa Noël <lea@exemple.fr>", "Léa Noël", "=?UTF-8?B?TMOpYSBOb8OrbA==?= <lea@exemple.fr>"),
    ])
    func `a mailbox is read and written`(text: String, name: String?, header: String) throws {
        let mailbox = try #require(Mailbox(text))
        #expect(mailbox.name == name)
        #expect(mailbox.headerValue == header)
    }

    @Test(arguments: ["Claire", "Claire <>", "Claire <claire>", "Claire <a@b.c> x", ""])
    func `what is no mailbox is refused`(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test func `a name cannot begin another header`() throws {
        let address = try #require(EmailAddress("x@exemple.fr"))
        let mailbox = Mailbox(name: "Claire\r\nBcc: y@exemple.fr\u{202E}", address: address)
        #expect(mailbox.name == "Claire Bcc: y@exemple.fr")
        #expect(!mailbox.headerValue.contains { $0.isNewline })
    }

    @Test(arguments: ["<a@b>", "<7k2f.x_y@exemple.fr>"])
    func `a Message-ID is taken as it stands`(text: String) throws {
        #expect(try #require(MessageID(text)).description == text)
    }

    @Test(arguments: ["a@b", "<ab>", "<a@>", "<@b>", "<a b@c>", "<a@b\r\n>", "<é@b>", ""])
    func `what is no Message-ID is refused`(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test func `random Message-IDs differ, and the same seed gives the same`() {
        var (one, other) = (Counter(), Counter())
        let first = MessageID.random(domain: "exemple.fr", using: &one)
        #expect(first == MessageID.random(domain: "exemple.fr", using: &other))
        #expect(first != MessageID.random(domain: "exemple.fr", using: &one))
        #expect(first.description.wholeMatch(of: /<[a-z2-7]{26}@exemple\.fr>/) != nil)
    }
}
