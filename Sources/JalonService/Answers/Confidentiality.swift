import Ledger
import Mentoring

// What a mediator is told, and that they are told something, is nobody else's to know.

extension OutboxEntry {
    /// Whether nobody but its recipient is to learn of the mail: of a call for help, or of anything that goes to a
    /// mediator, so that what is not said of the one tells nothing of the other.
    func isConfidential(in programme: Programme) -> Bool {
        isConfidential || template == .mediatorAsked
            || programme.relationships[relationship]?.role(of: recipient) == .mediator
    }
}
