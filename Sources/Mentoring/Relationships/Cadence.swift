public import CivilTime

/// How often a series comes: a window such as `3-4 weeks`, or a whole number of months such as `3 months`.
///
/// A cadence is not a recurrence rule: it says which gaps between two meetings are good, and the planner chooses.
public enum Cadence: Sendable, Hashable {
    /// Between so many days, both included; the upper bound is not below the lower, which is at least 1.
    case days(ClosedRange<Int>)
    /// Every so many calendar months, counted from the relationship's start.
    case months(Int)

    /// The gaps, in days, that cost nothing between two consecutive meetings.
    public var window: ClosedRange<Int> {
        switch self {
        case .days(let range): range
        // A quarter has 90 to 92 days and a meeting keeps its weekday: two weeks either way are within the rhythm.
        case .months(let count): max(1, count * 30 - 14)...(count * 31 + 14)
        }
    }

    /// The day on which the occurrence number `ordinal`, counted from 1, would ideally fall.
    public func ideal(ordinal: Int, from start: CivilDate) -> CivilDate {
        switch self {
        case .days(let range): start.adding(days: ordinal * (range.lowerBound + range.upperBound) / 2)
        case .months(let count): start.adding(months: ordinal * count)
        }
    }
}
