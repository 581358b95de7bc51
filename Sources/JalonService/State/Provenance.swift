import Ledger

/// Whether a ledger is the one that has sent mail from here, as far as it has.
enum Provenance {
    /// Why nothing may be sent from this ledger before a person has looked; nil where it is the one.
    ///
    /// A ledger that has let mails go has had the file beside it since the first of them: without it nobody can say
    /// whether the ledger is the latest.
    static func objection(to ledger: Ledger, highWater content: HighWater.Content) throws -> String? {
        let mark: HighWater.Mark
        switch content {
        case .absent:
            let hadOne = try ledger.fact(.highWater) != nil
            return try hadOne || ledger.handedOver() > 0 ? objection(because: "it is gone") : nil
        case .unreadable(let reason): return objection(because: reason)
        case .mark(let found): mark = found
        }
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

    /// The file beside the ledger is of no use.
    static func objection(because reason: String) -> String {
        "sending is held: the file high-water says no more how many mails have left (\(reason)), so that an older copy of "
            + "the ledger would not be known; look at `jalon outbox list`, drop what has gone, "
            + "then `jalon outbox release`"
    }

    static func mark(of ledger: Ledger) throws -> HighWater.Mark {
        HighWater.Mark(ledger: try ledger.fact(.identity) ?? "", handedOver: try ledger.handedOver())
    }
}
