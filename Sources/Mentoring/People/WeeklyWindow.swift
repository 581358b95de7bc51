public import CivilTime

/// Hours of one weekday in which somebody can meet: `thu 18:00-21:00`.
public struct WeeklyWindow: Sendable, Hashable, Comparable {
    public let weekday: Weekday
    public let opens: LocalTime
    /// When the window ends, in seconds of the day, up to 86,400 for `24:00`.
    public let closes: Int

    /// - Returns: nil where the window does not end after it begins, or ends after midnight.
    public init?(weekday: Weekday, opens: LocalTime, closes: Int) {
        guard closes > opens.secondsOfDay, closes <= 86_400 else { return nil }
        self.weekday = weekday
        self.opens = opens
        self.closes = closes
    }

    public static func < (left: WeeklyWindow, right: WeeklyWindow) -> Bool {
        (left.weekday, left.opens, left.closes) < (right.weekday, right.opens, right.closes)
    }
}

extension WeeklyWindow: CustomStringConvertible {
    /// `thu 18:00-21:00`
    public var description: String {
        let end = closes == 86_400 ? "24:00" : LocalTime(secondsOfDay: closes).map(\.description) ?? ""
        return "\(weekday.abbreviation) \(opens)-\(end)"
    }
}
