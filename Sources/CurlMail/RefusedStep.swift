/// Where in a conversation a mail was refused for good.
public enum RefusedStep: String, Sendable, Hashable, Codable {
    /// By this side, before anything was said of the mail.
    case before
    /// The answer to MAIL: of the mail, the server knows the sender.
    case sender
    /// The answer to RCPT.
    case recipient
    /// The answer to DATA.
    case data
    /// The answer to the dot: the server has read the mail.
    case end
}
