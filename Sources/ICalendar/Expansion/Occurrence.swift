public import CivilTime

/// One time at which a component takes place.
public struct Occurrence: Hashable, Sendable {
    /// The component whose words count for it: that of the series, or the one that overrides it.
    public let component: Component
    public let when: When

    /// When something takes place.
    public enum When: Hashable, Sendable {
        /// Whole days, the end not included.
        case allDay(Range<CivilDate>)
        /// From an instant to another, which may be the same one.
        case timed(Range<Instant>)
    }
}

extension Occurrence.When {
    /// The time that it takes for somebody who lives in `zone`, where days begin at midnight.
    public func instants(in zone: Zone) -> Range<Instant> {
        switch self {
        case .timed(let span): return span
        case .allDay(let days):
            let start = zone.instant(of: LocalDateTime(days.lowerBound, .midnight))
            return start..<max(start, zone.instant(of: LocalDateTime(days.upperBound, .midnight)))
        }
    }
}
