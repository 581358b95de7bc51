/// A mail with one recipient, as Jalon writes it (RFC 5322).
public struct MailMessage: Sendable, Hashable {
    public var date: MailDate
    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    public var messageID: MessageID
    /// The first mail of the conversation.
    public var inReplyTo: MessageID?
    public var references: [MessageID]
    /// RFC 3282: `fr`.
    public var contentLanguage: String?
    public var headers: [Header]
    public var body: BodyPart

    public init(
        date: MailDate, from: Mailbox, to: Mailbox, subject: String, messageID: MessageID,
        inReplyTo: MessageID? = nil, references: [MessageID] = [], contentLanguage: String? = nil,
        headers: [Header] = [], body: BodyPart
    ) {
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.references = references
        self.contentLanguage = contentLanguage
        self.headers = headers
        self.body = body
    }

    /// The whole mail: CRLF line ends only, ASCII only but for addresses that are not, no line over 998 octets.
    ///
    /// - Parameter generator: draws the boundaries.
    public func serialized(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var all = [
            Header("Date", structured: date.description), Header("From", structured: from.headerValue),
            Header("To", structured: to.headerValue), Header("Subject", text: subject),
            Header("Message-ID", structured: messageID.description),
        ]
        if let inReplyTo { all.append(Header("In-Reply-To", structured: inReplyTo.description)) }
        if !references.isEmpty {
            all.append(Header("References", structured: references.map(\.description).joined(separator: " ")))
        }
        if let contentLanguage { all.append(Header("Content-Language", text: contentLanguage)) }
        all += headers + [Header("MIME-Version", structured: "1.0")]
        return all.flatMap(\.lines) + body.serialized(using: &generator)
    }
}
