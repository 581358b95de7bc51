/// An address with the name of whom it belongs to: `Mentorat Exemple <mentorat@exemple.fr>` (RFC 5322 section 3.4).
public struct Mailbox: Sendable, Hashable {
    public let name: String?
    public let address: EmailAddress

    /// - Parameter name: line breaks and other control characters in it become blanks; an empty one counts as none.
    public init(name: String?, address: EmailAddress) {
        let clean = name.map { HeaderText.clean($0).trimmed } ?? ""
        self.name = clean.isEmpty ? nil : clean
        self.address = address
    }

    /// The value of a header: `=?UTF-8?B?TMOpYQ==?= <lea@exemple.fr>`.
    public var headerValue: String {
        guard let name else { return address.description }
        return "\(HeaderText.phrase(name)) <\(address)>"
    }
}

extension Mailbox: LosslessStringConvertible {
    /// `Name <address>`, `"Name" <address>`, or a bare address.
    public init?(_ text: String) {
        let text = text.trimmed
        if let address = EmailAddress(text) {
            self.init(name: nil, address: address)
            return
        }
        let scalars = text.unicodeScalars
        guard scalars.last == ">" else { return nil }
        // The first "<" behind which an address stands, since a quoted local part may hold another one. An address
        // holds no blank, so that a name cannot be taken for the beginning of one.
        let end = scalars.suffix(Self.longestBracketed)
        for open in end.indices where end[open] == "<" {
            guard let address = EmailAddress(String(end[end.index(after: open)...].dropLast())) else { continue }
            self.init(name: Self.unquoted(String(scalars[..<open]).trimmed), address: address)
            return
        }
        return nil
    }

    /// An address in its angle brackets.
    private static let longestBracketed = 254 + 2

    /// What `init(_:)` reads back: the name in quotes where it holds what could be taken for something else.
    public var description: String {
        guard let name else { return address.description }
        let isPlain = !name.utf8.contains { "\"\\<>()[]@,;:".utf8.contains($0) }
        return "\(isPlain ? name : HeaderText.quoted(name)) <\(address)>"
    }

    /// The text without its quotes, if it is one quoted string from end to end.
    private static func unquoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return text }
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars.dropFirst().dropLast() {
            if isEscaped || (scalar != "\\" && scalar != "\"") {
                plain.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                return text
            }
        }
        return isEscaped ? text : String(plain)
    }
}

extension Mailbox: Codable {
    private enum CodingKeys: CodingKey {
        case name, address
    }

    /// By way of the initialiser, so that a stored name is as clean as any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decodeIfPresent(String.self, forKey: .name),
            address: try container.decode(EmailAddress.self, forKey: .address))
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
