/// What became of a mail for one recipient (RFC 3464 section 2.3).
public struct DeliveryStatus: Sendable, Hashable {
    /// To whom it could or could not be delivered; nil where the report does not name just one address.
    public let finalRecipient: EmailAddress?
    /// To whom it was sent, where that differs or is said.
    public let originalRecipient: EmailAddress?
    /// Where it went from there, as Sendmail says it of an address that is passed on.
    public let actualRecipient: EmailAddress?
    /// Nil for a word that is none of the five.
    public let action: Action?
    /// Nil where it is missing, or is no code.
    public let status: StatusCode?
    /// The words of the server that refused, without their type: `550 5.1.1 No such user`.
    public let diagnosticCode: String?

    /// RFC 3464 section 2.3.3.
    public enum Action: String, Sendable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// Whether it speaks of that address itself, and not of one to which its owner has mail passed on.
    public func isOf(_ address: EmailAddress) -> Bool {
        finalRecipient == address && (actualRecipient == nil || actualRecipient == address)
    }

    /// Whether no later attempt can succeed: the action is `failed`, and the status is of class 5.
    public var isPermanentFailure: Bool { action == .failed && status?.class == 5 }

    /// Nil for fields that are of no recipient.
    init?(_ fields: HeaderFields) {
        finalRecipient = Self.address(fields.all("Final-Recipient"))
        originalRecipient = Self.address(fields.all("Original-Recipient"))
        actualRecipient = Self.address(fields.all("X-Actual-Recipient"))
        let action = fields.raw("Action")
        self.action = action.flatMap { Action(rawValue: ParameterReader($0).value) }
        status = fields.raw("Status").flatMap { StatusCode(ParameterReader($0).value) }
        diagnosticCode = fields["Diagnostic-Code"].map(Self.withoutType)
        guard finalRecipient != nil || originalRecipient != nil || action != nil else { return nil }
    }

    /// `rfc822; lea@example.com` (RFC 3464 section 2.1.2); some programs put the address in angle brackets.
    private static func address(_ fields: [[UInt8]]) -> EmailAddress? {
        guard fields.count == 1, let semicolon = fields[0].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let type = fields[0][..<semicolon].filter { !HeaderScanner.isBlank($0) }
        // The second is of RFC 6533.
        guard ["rfc822", "utf-8"].contains(String(decoding: type, as: UTF8.self).lowercased()) else { return nil }
        return try? EmailAddress(onlyIn: Array(fields[0][(semicolon + 1)...]))
    }

    private static func withoutType(_ text: String) -> String {
        guard let semicolon = text.firstIndex(of: ";"), text[..<semicolon].utf8.allSatisfy(Token.isTokenCharacter)
        else { return text }
        return String(text[semicolon...].dropFirst().drop { $0 == " " })
    }
}

/// The outcome of a delivery as three numbers: `5.1.1` (RFC 3463).
public struct StatusCode: Sendable, Hashable {
    /// 2 for success, 4 for a failure that may pass, 5 for one that will not.
    public let `class`: Int
    public let subject: Int
    public let detail: Int
}

extension StatusCode: LosslessStringConvertible {
    public init?(_ text: String) {
        let pieces = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { piece in
            (1...3).contains(piece.count) && piece.allSatisfy { (0x30...0x39).contains($0) }
                ? Int(Substring(piece)) : nil
        }
        guard pieces.count == 3, numbers.count == 3, [2, 4, 5].contains(numbers[0]) else { return nil }
        (self.class, subject, detail) = (numbers[0], numbers[1], numbers[2])
    }

    public var description: String { "\(self.class).\(subject).\(detail)" }
}
