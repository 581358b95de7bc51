public import CivilTime

/// Something that the planner could not make as good as was asked.
public struct PlanningWarning: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// These people have no hour of the week in common that is long enough.
        case noCommonHour([Person.ID])
        /// They have common hours, and none is left once the absences, or the calendars, of these are taken out.
        case absences([Person.ID])
        case calendars([Person.ID])
        /// Holidays, pauses and the end leave no day.
        case noDay
        /// Other meetings of the same people, or their hours a month, leave no day.
        case otherMeetings
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
        case .noCommonHour(let people):
            "\(relationship): no \(series) can be planned: \(Self.list(people)) have no hour of the week in common "
                + "that is long enough"
        case .absences(let people):
            "\(relationship): no \(series) can be planned: the absences of \(Self.list(people)) leave no day"
        case .calendars(let people):
            "\(relationship): no \(series) can be planned: the calendar of \(Self.list(people)) leaves no common hour"
        case .noDay:
            "\(relationship): no \(series) can be planned: holidays, pauses and the end leave no day"
        case .otherMeetings:
            "\(relationship): no \(series) can be planned: other meetings of the same people, or their hours a "
                + "month, leave no day"
        case .gap(let from, let to, let longest):
            "\(relationship): \(from.days(until: to)) days without a \(series), from \(from) to \(to); "
                + "max_gap is \(longest) days"
        case .shortReview(let date):
            "\(relationship): the review on \(date) is no longer than a session: there is no time for more"
        }
    }

    private static func list(_ people: [Person.ID]) -> String {
        let names = people.map(\.rawValue)
        guard let last = names.last, names.count > 1 else { return names.first ?? "nobody" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
