/// Why this side ended a transfer before the server could take the mail in.
enum Objection: Hashable {
    /// A login is configured, and the server let us in without one.
    case notLoggedIn
    /// The envelope is not ASCII, and the server does not offer SMTPUTF8.
    case notASCII
    /// The mail is longer than what the server has announced to take, in octets (RFC 1870).
    case tooLong(limit: Int)
    /// The mail has octets over 127, and the server does not offer 8BITMIME.
    case notSevenBit
    /// The marker could not be committed, with the error's words.
    case notMarked(String)
}
