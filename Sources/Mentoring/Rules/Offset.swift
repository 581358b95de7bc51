import CivilTime

/// A distance in time as a rule says it: `3 days`, `2 hours`.
///
/// Minutes and hours are elapsed time; days, weeks and months are counted on the recipient's calendar and keep the hour.
public struct Offset: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable { case minutes, hours, days, weeks, months }

    public var count: Int
    public var unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Elapsed time ignores the hours in which mail leaves.
    public var isElapsedTime: Bool { unit == .minutes || unit == .hours }

    /// The date and hour this far from `local` on the calendar; nil for elapsed time.
    func applied(to local: LocalDateTime, sign: Int) -> LocalDateTime? {
        switch unit {
        case .minutes, .hours: nil
        case .days: LocalDateTime(local.date.adding(days: sign * count), local.time)
        case .weeks: LocalDateTime(local.date.adding(days: sign * count * 7), local.time)
        case .months: LocalDateTime(local.date.adding(months: sign * count), local.time)
        }
    }

    /// Elapsed seconds; nil for what is counted on the calendar.
    var seconds: Int64? {
        switch unit {
        case .minutes: Int64(count) * 60
        case .hours: Int64(count) * 3600
        case .days, .weeks, .months: nil
        }
    }
}
