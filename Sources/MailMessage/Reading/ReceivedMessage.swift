/// A mail as it came (RFC 5322), however it was written.
///
/// What can be read is read, and what is broken is passed over: a header that is none, an address that is none, a part
/// without its end. Time and memory grow with the size alone.
public struct ReceivedMessage: Sendable {
    /// The mail's own headers, and its parts.
    public let root: ReceivedPart

    /// - Parameter bytes: as they came from the server or a pipe; lines end in CRLF or LF.
    /// - Throws: where a bound is exceeded, which one.
    public init(reading bytes: [UInt8], within bounds: Bounds = Bounds()) throws(ReadingError) {
        guard bytes.count <= bounds.octets else { throw .tooLarge(limit: bounds.octets) }
        var reader = PartReader(within: bounds)
        root = try reader.part(in: bytes, bytes.indices)
    }

    init(root: ReceivedPart) {
        self.root = root
    }

    public var headers: HeaderFields { root.headers }
}

// MARK: Who and what

extension ReceivedMessage {
    /// Who wrote it, as far as that can be read: a mail should have one From, and all of those that it has are here.
    /// Whoever decides by it asks for ``author``.
    public var from: [Mailbox] { headers.mailboxes("From") }

    /// Where answers are to go; empty where that is ``from``.
    public var replyTo: [Mailbox] { headers.mailboxes("Reply-To") }

    /// Who sent it in the name of ``from``; nil where that is the same.
    public var sender: Mailbox? { headers.mailboxes("Sender").first }

    public var subject: String? { headers["Subject"] }

    public var messageID: MessageID? { headers.messageIDs("Message-ID").first }

    /// What it answers; most programs name one mail.
    public var inReplyTo: [MessageID] { headers.messageIDs("In-Reply-To") }

    /// The mails of the conversation, the first one first.
    public var references: [MessageID] { headers.messageIDs("References") }
}
