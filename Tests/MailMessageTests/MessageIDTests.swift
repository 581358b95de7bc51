import MailMessage
import Testing

@Suite struct MessageIDTests {
    @Test(arguments: ["<a@b>", "<7k2f.x_y@exemple.fr>", "<a@[192.0.2.1]>"])
    func `a Message-ID is taken as it stands`(text: String) throws {
        #expect(try #require(MessageID(text)).description == text)
    }

    @Test(arguments: [
        "a@b", "<ab>", "<a@>", "<@b>", "<a b@c>", "<a@b\r\n>", "<a@b>\r\nBcc: x", "<é@b>", "", "<", "<>", "<a@b><c@d>",
        "<" + String(repeating: "a", count: 247) + "@b>",
    ])
    func `what is no Message-ID is refused`(text: String) {
        #expect(MessageID(text) == nil)
    }

    @Test func `random ones differ, and the same seed gives the same`() {
        var (one, other) = (Counter(), Counter())
        let first = MessageID.random(domain: "exemple.fr", using: &one)
        #expect(first == MessageID.random(domain: "exemple.fr", using: &other))
        #expect(first != MessageID.random(domain: "exemple.fr", using: &one))
        #expect(first.description.wholeMatch(of: /<[a-z2-7]{26}@exemple\.fr>/) != nil)
    }

    @Test(arguments: ["", "münchen.example", "a b", "x>\r\nBcc: y", String(repeating: "bcd.", count: 60) + "fr"])
    func `a domain that cannot stand in one is replaced`(domain: String) {
        var counter = Counter()
        let id = MessageID.random(domain: domain, using: &counter)
        #expect(id.description.hasSuffix("@localhost>"))
        #expect(MessageID(id.description) == id)
    }
}
