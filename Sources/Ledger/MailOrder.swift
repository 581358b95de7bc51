/// What an admin can order about a mail in the outbox.
public enum MailOrder: String, Sendable, Hashable, CaseIterable {
    /// Try it at once, with the same bytes.
    case retry
    /// Give it up.
    case drop

    var event: OutboxEntry.Event {
        switch self {
        case .retry: .retried
        case .drop: .dropped
        }
    }

    /// Why the order was not carried out.
    func refusal(of entry: OutboxEntry, in state: OutboxEntry.State) -> String {
        switch state {
        case .claimed, .committing: "mail \(entry.id) is being sent at this moment; look again with `jalon outbox show`"
        case .sent: "mail \(entry.id) has been sent; what a server has taken cannot be taken back"
        case .superseded, .cancelled, .expired:
            "mail \(entry.id) is \(state.rawValue): it is no longer owed"
        default: "mail \(entry.id) is of no more use to its recipient, and stays \(state.rawValue)"
        }
    }
}
