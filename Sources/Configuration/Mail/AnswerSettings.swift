/// How answers come in, from the file's `answers:`.
public struct AnswerSettings: Sendable, Hashable {
    /// The mailbox that is looked at; nil where the mail server hands mail to `jalon receive`.
    public var mailbox: MailboxSettings?
    /// The name that the receiving server gives itself in Authentication-Results; nil where its word is not asked for.
    public var authserv: String?

    public init(mailbox: MailboxSettings? = nil, authserv: String? = nil) {
        self.mailbox = mailbox
        self.authserv = authserv
    }
}

/// A mailbox that is read over IMAP.
public struct MailboxSettings: Sendable, Hashable {
    public enum Scheme: String, Sendable, Hashable {
        /// STARTTLS, without which nothing is read; unless the server is this machine.
        case imap
        /// TLS from the first byte.
        case imaps
    }

    public var scheme: Scheme
    /// A name or an address, without brackets.
    public var host: String
    /// Where the file names none: 993 for `imaps`, 143 for `imap`.
    public var port: Int
    public var user: String
    public var secret: MailboxSecret
    /// The path of a PEM file with the only authorities that are trusted; nil for those of the system.
    public var certificateAuthority: String?
    /// The folder that is read.
    public var folder: String
    /// The folder to which mail goes that Jalon has dealt with; nil where it stays, read.
    public var handledFolder: String?
    /// Seconds between two looks.
    public var interval: Int

    /// Whether the server is this machine.
    public var isLoopback: Bool { MailSettings.isLoopback(host) }
}

/// What a mailbox is opened with.
public enum MailboxSecret: Sendable, Hashable {
    case password(Secret)
    /// An access token (OAuth 2.0), in a file that something else keeps fresh.
    case token(Secret)
}
