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
