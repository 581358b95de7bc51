/// What a mailbox is opened with.
public enum MailboxSecret: Sendable, Hashable {
    case password(Secret)
    /// An access token (OAuth 2.0), in a file that something else keeps fresh.
    case token(Secret)
}
