import Ledger

/// Whether a ledger is the one that has sent mail from here, as far as it has.
enum Provenance {
    /// Why nothing may be sent from this ledger before a person has looked; nil where it is the one.
    static func objection(to ledger: Ledger, highWater mark: HighWater.Mark?) throws -> String? {
        guard let mark else { return nil }
        let own = try self.mark(of: ledger)
        if own.ledger != mark.ledger {
            return
                "sending is held: this ledger is not the one that has sent mail from here (\(mark.handedOver) mails); "
                + "put that one back, or let this one begin anew with `jalon outbox release`"
        }
        guard own.handedOver < mark.handedOver else { return nil }
        return
            "sending is held: the ledger is an older copy: \(mark.handedOver - own.handedOver) mails have left since "
            + "it was made, and would go again as new ones; look at `jalon outbox list`, drop what has gone, "
            + "then `jalon outbox release`"
    }

    static func mark(of ledger: Ledger) throws -> HighWater.Mark {
        HighWater.Mark(ledger: try ledger.fact(.identity) ?? "", handedOver: try ledger.handedOver())
    }
}
