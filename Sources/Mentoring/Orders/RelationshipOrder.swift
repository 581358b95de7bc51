public import CivilTime

/// What a person asks about one relationship.
public enum RelationshipOrder: Sendable, Hashable {
    /// No meetings from a day on, through the last; without a last, until `resume`. Announced ones are cancelled.
    case pause(from: CivilDate, through: CivilDate?)
    /// Undoes what is ahead of a pause, and an end that was ordered.
    case resume
    /// The last day on which a meeting may fall.
    case end(on: CivilDate)
    /// Announced meetings that no longer suit people's hours, calendars, the rhythm or the preference may move.
    case replan
}
