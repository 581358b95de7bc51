/// What the server does at a step of a session.
public enum Reaction: Hashable, Sendable {
    /// What RFC 5321 says; a place holder before another reaction.
    case normal
    /// Answers with the code and the text instead; after 421 it closes the connection.
    case reply(Int, String)
    /// Says nothing more, and keeps the connection until the client closes it.
    case hang
    /// Closes the connection without a word.
    case drop
}

/// What the server does after the dot that ends a mail.
public enum DotReaction: Hashable, Sendable {
    /// Stores the mail and answers `250`.
    case normal
    /// Answers with the code and the text instead and does not store the mail; after 421 it closes the connection.
    case reply(Int, String)
    /// Says nothing more, with the mail stored or not.
    case hang(stored: Bool)
    /// Closes the connection without a word, with the mail stored or not.
    case drop(stored: Bool)
    /// Stores the mail, answers `250`, then says `421` unasked and closes, as servers do with an idle client.
    case leave
}
