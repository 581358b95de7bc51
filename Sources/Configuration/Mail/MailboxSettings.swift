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
}
