public import CivilTime

/// An hour of a weekday on the wall clock: `thu 18:30`.
public struct WeekdayTime: Sendable, Hashable {
    public let weekday: Weekday
    public let time: LocalTime

    public init(weekday: Weekday, time: LocalTime) {
        self.weekday = weekday
        self.time = time
    }
}
