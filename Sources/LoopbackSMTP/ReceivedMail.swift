/// A mail that the server has taken in: its envelope, its bytes, and the session that it came by.
public struct ReceivedMail: Hashable, Sendable {
    /// The reverse-path of MAIL, without its angle brackets; empty for the null sender.
    public let sender: String
    /// The forward-paths of RCPT, in their order.
    public let recipients: [String]
    /// What follows the path in MAIL, such as `SMTPUTF8`.
    public let parameters: [String]
    /// The mail as its author wrote it: dots unstuffed, the line ends as they came.
    public let bytes: [UInt8]
    /// The connection's number, from 1 in the order of arrival.
    public let session: Int
    /// The name that the client gave in EHLO.
    public let clientName: String
}
