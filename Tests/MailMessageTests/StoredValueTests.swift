import Foundation
import MailMessage
import Testing

/// Foundation only for its JSON, which is how the ledger keeps these values.
@Suite struct StoredValueTests {
    @Test func `values read back from JSON`() throws {
        #expect(try read("[\"lea@exemple.fr\"]") == [#require(EmailAddress("lea@exemple.fr"))])
        #expect(try read("[\"<a@b>\"]") == [#require(MessageID("<a@b>"))])
        let envelope = try Envelope(
            sender: #require(EmailAddress("mentorat@exemple.fr")), recipient: #require(EmailAddress("lea@exemple.fr")))
        #expect(try read(written(envelope)) == envelope)
        for mailbox in try [
            SampleMail.mailbox("Léa, \"L\"", "lea@exemple.fr"), SampleMail.mailbox(nil, "l@exemple.fr"),
        ] {
            #expect(try read(written(mailbox)) == mailbox)
        }
    }

    @Test func `what has been tampered with is refused`() {
        #expect(throws: DecodingError.self) { try read("[\"lea@exemple.fr\\r\\nDATA\"]") as [EmailAddress] }
        #expect(throws: DecodingError.self) { try read("[\"<a@b>\\r\\nBcc: x\"]") as [MessageID] }
        #expect(throws: DecodingError.self) { try read(#"{"name": "Léa", "address": "lea"}"#) as Mailbox }
    }

    @Test func `a stored name is cleaned like any other`() throws {
        let mailbox: Mailbox = try read(#"{"name": "Léa\r\nBcc: x@exemple.fr", "address": "lea@exemple.fr"}"#)
        #expect(mailbox.name == "Léa Bcc: x@exemple.fr")
    }

    private func written(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private func read<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
