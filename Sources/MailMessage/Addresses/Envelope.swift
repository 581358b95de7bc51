/// What SMTP is told beside the mail: from whom and to whom (RFC 5321 section 3.3).
public struct Envelope: Sendable, Hashable, Codable {
    /// `MAIL FROM`, where bounces go.
    public let sender: EmailAddress
    /// `RCPT TO`; each mail has one recipient.
    public let recipient: EmailAddress

    public init(sender: EmailAddress, recipient: EmailAddress) {
        self.sender = sender
        self.recipient = recipient
    }
}
