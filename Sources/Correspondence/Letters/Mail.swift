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
    /// The text half as it stands; the HTML half is made of it.
    public let text: String
    public let template: TemplateName
    /// The language that the text is in, which is another than the recipient's where that has no template.
    public let language: Language
    /// The moment from which its words are no longer true, such as the midnight after a "tomorrow"; nil for never.
    public let usefulUntil: Instant?
}

extension Mail {
    /// The HTML half.
    public var html: String { HTMLPage(language: language, title: subject, text: text).html }

    /// The text as HTML, without a page around it.
    public var fragment: String { CommonMark.html(text) }
}
