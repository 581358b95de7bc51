public import CivilTime

/// What becomes of a firing that is due.
public enum Decision: Sendable, Hashable {
    case send
    /// It does not go, and the ledger keeps the reason.
    case skip(SkipReason)
    /// It goes later: mail does not leave at this hour.
    case wait(until: Instant)
}

/// Why a firing did not send; what `jalon why` answers.
public enum SkipReason: Sendable, Hashable {
    /// Its time had passed already when the meeting was dated.
    case tooLateWhenPlanned
    /// It was due while nobody could send it, and is of no more use.
    case tooLate
    /// A later reminder of the same meeting was due as well, and went instead.
    case overtaken
    case notMet(Rule.Condition)
    case sentOften(Int)
    /// The meeting is not one that anybody has been told of, or no longer.
    case notAnnounced
    /// The relationship rests.
    case paused
    case ended

    /// One word for the ledger, with what it was about behind a colon.
    public var code: String {
        switch self {
        case .tooLateWhenPlanned: "too late when planned"
        case .tooLate: "too late"
        case .overtaken: "overtaken"
        case .notMet(let condition): "not met: \(condition)"
        case .sentOften(let times): "sent often: \(times)"
        case .notAnnounced: "not announced"
        case .paused: "paused"
        case .ended: "ended"
        }
    }
}

extension Rule.Condition: CustomStringConvertible {
    public var description: String { alternatives.map(\.rawValue).joined(separator: " or ") }
}
