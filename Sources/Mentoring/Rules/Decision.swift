public import CivilTime

/// What becomes of a firing that is due.
public enum Decision: Sendable, Hashable {
    case send
    /// It does not go, and the ledger keeps the reason.
    case skip(SkipReason)
    /// It goes later: mail does not leave at this hour, or the relationship rests.
    case wait(until: Instant)
}

extension Rule.Condition: CustomStringConvertible {
    public var description: String { alternatives.map(\.rawValue).joined(separator: " or ") }
}
