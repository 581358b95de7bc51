/// What became of a mail that was handed to a connection.
///
/// `accepted` and `unknown` are the only ones after which the server may have the mail.
public enum Verdict: Sendable, Hashable {
    /// The server has taken the mail over: 2yz after the dot.
    case accepted(Reply)
    /// Not now: 4yz to MAIL, RCPT or DATA (but for 421, which is the route's), or 4yz after the dot.
    case deferred(Reply)
    /// Never: 5yz at the same places; or an address, or a mail, that cannot be sent at all, in words of our own.
    case refused(Reply, at: RefusedStep)
    /// The marker was set and no answer came: the server may have the mail, or not.
    case unknown(String)
    /// The name, the connection, the TLS handshake, 421, or a time-out before the marker: the mail is not at fault.
    case routeDown(String)
    /// Credentials refused, a bad certificate, STARTTLS or AUTH not offered: an admin must act.
    case routeSuspended(String)
    /// The marker could not be committed, so the mail was not ended: nothing was accepted.
    case aborted(String)
}

extension Verdict {
    /// What there is to say to an admin: the server's words where it has spoken, otherwise ours.
    public var words: String {
        switch self {
        case .accepted(let reply), .deferred(let reply), .refused(let reply, _): reply.description
        case .unknown(let words), .routeDown(let words), .routeSuspended(let words), .aborted(let words): words
        }
    }
}

extension Verdict: CustomStringConvertible {
    public var description: String {
        switch self {
        case .accepted(let reply): "accepted: \(reply)"
        case .deferred(let reply): "deferred: \(reply)"
        case .refused(let reply, _): "refused: \(reply)"
        case .unknown(let words): "unknown: \(words)"
        case .routeDown(let words): "route down: \(words)"
        case .routeSuspended(let words): "route suspended: \(words)"
        case .aborted(let words): "aborted: \(words)"
        }
    }
}
