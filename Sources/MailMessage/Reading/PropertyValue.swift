/// What a server says of a property of a mail (RFC 8601 section 2.2, pvalue): a word, a domain, an address.
public struct PropertyValue: Sendable, Hashable {
    /// Without the quotes around it; those of a local part are a part of it: `"x@example.com"@example.org`.
    public let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The address whose domain the server speaks of, read by the grammar of addresses alone (RFC 5321 section 4.1.2).
    public var address: EmailAddress? { EmailAddress(text) }

    /// The domain of `claire@example.com`, `@example.com` or `example.com`, as it is written; nil where the whole is none
    /// of them. An address literal is no domain.
    public var domain: String? {
        let domain: String
        if let address {
            domain = address.domain
        } else {
            let scalars = text.unicodeScalars
            domain = String(scalars.first == "@" ? scalars.dropFirst() : scalars[...])
        }
        return domain.utf8.first != UInt8(ascii: "[") && domain.utf8.count <= 253
            && AddressGrammar.isDomain(domain.unicodeScalars[...]) ? domain : nil
    }
}
