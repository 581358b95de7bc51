public import CivilTime

extension Ledger {
    /// What was due up to this instant waits for the coordinator's word; nil where nothing waits.
    public func heldThrough() throws(LedgerError) -> Instant? {
        guard let held = try instant(.heldThrough) else { return nil }
        if let released = try releasedThrough(), released >= held { return nil }
        return held
    }

    /// What was due up to this instant was let go by a person.
    public func releasedThrough() throws(LedgerError) -> Instant? { try instant(.releasedThrough) }

    /// A fact that is an instant.
    public func instant(_ fact: Fact) throws(LedgerError) -> Instant? {
        try self.fact(fact).flatMap(Instant.init)
    }
}
