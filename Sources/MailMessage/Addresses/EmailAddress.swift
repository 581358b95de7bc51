/// An address that mail can go to: `claire.durand@exemple.fr` (RFC 5321 section 4.1.2, RFC 6531 for other scripts).
///
/// Checked once, here: what has this type holds no line break, no blank and no control character, so that it can
/// neither end an SMTP command nor a header. Two addresses are equal where they differ in letter case only.
public struct EmailAddress: Sendable {
    public let localPart: String
    public let domain: String

    /// - Returns: nil where the text is no address; a local part has at most 64 octets, the whole 254.
    public init?(_ text: String) {
        guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return nil }
        let local = text[..<at]
        let domain = text[text.index(after: at)...]
        guard local.utf8.count <= 64, Self.isLocalPart(local), Self.isDomain(domain) else { return nil }
        localPart = String(local)
        self.domain = String(domain)
    }

    /// False where the server must offer SMTPUTF8 (RFC 6531).
    public var isASCII: Bool { description.utf8.allSatisfy { $0 < 0x80 } }

    private static func isLocalPart(_ text: Substring) -> Bool {
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count >= 2 {
            return isQuotedContent(text.dropFirst().dropLast())
        }
        return isDotted(text, atom: { $0.allSatisfy(isAtomCharacter) })
    }

    private static func isDomain(_ text: Substring) -> Bool {
        if text.hasPrefix("["), text.hasSuffix("]") {
            return text.utf8.count > 2
                && text.dropFirst().dropLast().utf8.allSatisfy { byte in
                    (0x30...0x3A).contains(byte) || byte == 0x2E || (0x41...0x5A).contains(byte & 0xDF)
                }
        }
        return isDotted(
            text,
            label: { label in
                label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { scalar in
                        scalar.isASCII
                            ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
                            : isVisible(scalar)
                    }
            })
    }

    private static func isDotted(_ text: Substring, atom isPart: (Substring.UnicodeScalarView) -> Bool) -> Bool {
        text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && isPart($0) }
    }

    private static func isDotted(_ text: Substring, label isLabel: (Substring) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && isLabel($0) }
    }

    /// RFC 5322 section 3.2.3, and everything visible beyond ASCII (RFC 6532).
    private static func isAtomCharacter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return isVisible(scalar) }
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }

    private static func isQuotedContent(_ text: Substring) -> Bool {
        var isEscaped = false
        for scalar in text.unicodeScalars {
            guard scalar.isASCII ? (0x21...0x7E).contains(scalar.value) : isVisible(scalar) else { return false }
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                return false
            }
        }
        return !isEscaped
    }

    /// Neither blank, nor control, nor a mark that turns the direction of the text around it.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }
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
