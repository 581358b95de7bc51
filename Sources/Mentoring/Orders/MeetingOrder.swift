public import CivilTime

/// What a person asks about one meeting.
public enum MeetingOrder: Sendable, Hashable {
    /// To another time, on the wall clock of the relationship.
    case move(to: LocalDateTime)
    /// Not at all, and no other meeting of the relationship on that day.
    case cancel
    /// It took place, although the ledger says otherwise.
    case held
    /// It did not take place; the rhythm counts from the last that did.
    case missed
}
