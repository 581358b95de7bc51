/// An address with the name of whom it belongs to: `Mentorat Exemple <mentorat@exemple.fr>` (RFC 5322 section 3.4).
public struct Mailbox: Sendable, Hashable, Codable {
    public let name: String?
    public let address: EmailAddress

    /// - Parameter name: line breaks and other control characters in it become blanks; an empty one counts as none.
    public init(name: String?, address: EmailAddress) {
        let clean = name.map(HeaderText.clean) ?? ""
        self.name = clean.isEmpty ? nil : clean
        self.address = address
    }

    /// The value of a header: `=?UTF-8?Q?L=C3=A9a?= <lea@exemple.fr>`.
    public var headerValue: String {
        guard let name else { return address.description }
        return "\(HeaderText.phrase(name)) <\(address)>"
    }
}

extension Mailbox: LosslessStringConvertible {
    /// `Name <address>`, `"Name" <address>`, or a bare address.
    public init?(_ text: String) {
        let text = text.trimmed
        guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else {
            guard let address = EmailAddress(text) else { return nil }
            self.init(name: nil, address: address)
            return
        }
        guard let address = EmailAddress(String(text[text.index(after: open)...].dropLast())) else { return nil }
        var name = String(text[..<open]).trimmed
        if name.hasPrefix("\""), name.hasSuffix("\""), name.count >= 2 {
            name = Self.unquoted(name.dropFirst().dropLast())
        }
        self.init(name: name, address: address)
    }

    public var description: String {
        guard let name else { return address.description }
        return "\(name) <\(address)>"
    }

    private static func unquoted(_ text: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
