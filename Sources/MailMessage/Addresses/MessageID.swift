/// The identity of a mail for life: `<7k2f…@exemple.fr>` (RFC 5322 section 3.6.4).
public struct MessageID: Sendable, Hashable {
    /// With its angle brackets.
    private let text: String

    /// - Returns: nil where the text is not of the form `<left@right>`, visible ASCII, 250 octets at most.
    public init?(_ text: String) {
        let inner = text.dropFirst().dropLast()
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count <= 250,
            inner.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }),
            let at = inner.firstIndex(of: "@"), at > inner.startIndex, inner.index(after: at) < inner.endIndex
        else { return nil }
        self.text = text
    }

    /// A new one: 128 random bits, in letters and digits.
    ///
    /// - Parameter domain: that of the programme's mailbox; where it is not ASCII, or too long, `localhost` stands for it.
    public static func random(domain: String, using generator: inout some RandomNumberGenerator) -> MessageID {
        let token = Token.random(26, using: &generator)
        return MessageID("<\(token)@\(domain)>") ?? MessageID(unchecked: "<\(token)@localhost>")
    }

    private init(unchecked text: String) {
        self.text = text
    }
}

extension MessageID: LosslessStringConvertible {
    public var description: String { text }
}

extension MessageID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = MessageID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no Message-ID")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
