public import CivilTime

/// Something that the planner could not make as good as was asked.
public struct PlanningWarning: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// The people have no hour of the week in common that is long enough.
        case noCommonHour
        /// They have common hours, and yet none is free before the relationship or the horizon ends.
        case noFreeDay
        /// More days than `max_gap` lie between two meetings, or between a meeting and an end.
        case gap(from: CivilDate, to: CivilDate, longest: Int)
        /// A review keeps the length of the session that it replaces: nobody has time for more that day.
        case shortReview(CivilDate)
    }

    public var relationship: Relationship.ID
    public var series: Series.Name
    public var reason: Reason

    public init(relationship: Relationship.ID, series: Series.Name, reason: Reason) {
        self.relationship = relationship
        self.series = series
        self.reason = reason
    }
}

extension PlanningWarning: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .noCommonHour:
            "\(relationship): no \(series) can be planned: the people have no hour of the week in common"
        case .noFreeDay:
            "\(relationship): no \(series) can be planned: absences, holidays and other meetings leave no day"
        case .gap(let from, let to, let longest):
            "\(relationship): \(from.days(until: to)) days without a \(series), from \(from) to \(to); "
                + "max_gap is \(longest) days"
        case .shortReview(let date):
            "\(relationship): the review on \(date) is no longer than a session: there is no time for more"
        }
    }
}
