public import CivilTime
public import MailMessage
public import Mentoring

/// A finished mail: its bytes stay the same however often it is tried.
public struct Mail: Sendable, Hashable {
    public let envelope: Envelope
    /// RFC 5322, lines ended by CRLF.
    public let bytes: [UInt8]
    public let messageID: MessageID
    public let subject: String
    public let template: TemplateName
    /// The language that the text is in, which is another than the recipient's where that has no template.
    public let language: Language
    /// The moment from which its words are no longer true, such as the midnight after a "tomorrow"; nil for never.
    public let usefulUntil: Instant?
}
