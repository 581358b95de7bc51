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

extension BodyPart {
    /// The part's own headers, a blank line, and its content.
    func serialized(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        switch self {
        case .text(let text, let subtype):
            let type = ContentType("text/\(subtype)", [("charset", "UTF-8")])
            return Self.head(type, encoding: "quoted-printable") + QuotedPrintable.lines(of: text)
        case .data(let bytes, let type, let disposition):
            return Self.head(type, encoding: "base64", disposition) + Base64.lines(of: bytes)
        case .multipart(let subtype, let parts):
            let contents = parts.map { $0.serialized(using: &generator) }
            let boundary = Self.boundary(using: &generator)
            let delimiter = Array("--\(boundary)".utf8)
            return Self.head(ContentType("multipart/\(subtype)", [("boundary", boundary)]))
                + contents.flatMap { delimiter + [0x0D, 0x0A] + $0 } + delimiter + Array("--\r\n".utf8)
        }
    }

    /// The headers of a part, and the blank line after them.
    private static func head(
        _ type: ContentType, encoding: String? = nil, _ disposition: Disposition? = nil
    ) -> [UInt8] {
        var headers = [Header("Content-Type", structured: type.headerValue)]
        if let encoding { headers.append(Header("Content-Transfer-Encoding", structured: encoding)) }
        if let disposition { headers.append(Header("Content-Disposition", structured: disposition.headerValue)) }
        return headers.flatMap(\.lines) + [0x0D, 0x0A]
    }

    /// `=_` can stand neither in base64 nor in quoted-printable, so a boundary occurs in no part.
    private static func boundary(using generator: inout some RandomNumberGenerator) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return "=_" + String((0..<24).map { _ in alphabet[Int(generator.next(upperBound: 32 as UInt64))] })
    }
}
