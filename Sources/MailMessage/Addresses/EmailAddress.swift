/// An address that mail can go to: `claire.durand@exemple.fr` (RFC 5321 section 4.1.2, RFC 6531 for other scripts).
///
/// Checked once, here: what has this type holds no line break, no blank and no control character, so that it can
/// neither end an SMTP command nor a header. Two addresses are equal where they differ in letter case only.
public struct EmailAddress: Sendable {
    let localPart: String
    public let domain: String

    /// - Returns: nil where the text is no address; a local part has at most 64 octets, the whole 254.
    public init?(_ text: String) {
        // By scalars: a mark after "@" or "." would make another character of it and hide it from the grammar.
        let scalars = text.unicodeScalars
        guard text.utf8.count <= 254, let at = scalars.lastIndex(of: "@") else { return nil }
        let local = scalars[..<at]
        let domain = scalars[scalars.index(after: at)...]
        guard AddressGrammar.isLocalPart(local), AddressGrammar.isDomain(domain) else { return nil }
        localPart = String(local)
        self.domain = String(domain)
    }

    /// False where the server must offer SMTPUTF8 (RFC 6531).
    public var isASCII: Bool { description.utf8.allSatisfy { $0 < 0x80 } }
}

extension EmailAddress: LosslessStringConvertible {
    public var description: String { localPart + "@" + domain }
}

extension EmailAddress: Hashable, Comparable {
    private var folded: String { description.lowercased() }

    public static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.folded == right.folded }
    public static func < (left: EmailAddress, right: EmailAddress) -> Bool { left.folded < right.folded }
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension EmailAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no e-mail address")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
