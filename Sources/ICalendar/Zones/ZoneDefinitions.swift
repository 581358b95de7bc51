import CivilTime

/// The VTIMEZONEs of some calendars, made once each: to make one takes far longer than to write an event.
///
/// What a calendar says does not depend on what was written before it. Begin a new one with each release of tzdata, for
/// zones are told apart by their names.
public struct ZoneDefinitions: Sendable {
    private var known: [Key: ZoneDefinition?] = [:]

    public init() {}

    private struct Key: Hashable {
        let zone: Zone
        let years: ClosedRange<Int>
    }

    /// What to say of the event's zone in a calendar that has no other in it; nil where times have to be in UTC.
    mutating func definition(for event: Event) -> ZoneDefinition? {
        definition(of: event.zone, in: event.years) ?? ZoneDefinition(event.zone, covering: event.window)
    }

    /// What to say of the zone of these events, which are in the same one; nil where times have to be in UTC.
    mutating func definition(for events: [Event]) -> ZoneDefinition? {
        guard let first = events.first else { return nil }
        let years = events.map(\.years)
        let lower = years.map(\.lowerBound).min() ?? 1
        let upper = years.map(\.upperBound).max() ?? 1
        if let definition = definition(of: first.zone, in: lower...upper) { return definition }
        let windows = events.map(\.window)
        let start = windows.map(\.lowerBound).min() ?? first.window.lowerBound
        let end = windows.map(\.upperBound).max() ?? first.window.upperBound
        return ZoneDefinition(first.zone, covering: start..<end)
    }

    /// Whole years are tried before the moments that an event names, so that the other events of those years are served.
    private mutating func definition(of zone: Zone, in years: ClosedRange<Int>) -> ZoneDefinition? {
        let key = Key(zone: zone, years: years)
        if let known = known[key] { return known }
        let definition = ZoneDefinition(zone, covering: Self.window(years))
        known[key] = .some(definition)
        return definition
    }

    /// The years with enough on either side for any offset from UTC.
    private static func window(_ years: ClosedRange<Int>) -> Range<Instant> {
        func start(of year: Int) -> Instant {
            guard let date = CivilDate(year: year, month: 1, day: 1) else { return year < 1 ? .earliest : .latest }
            return Zone.utc.instant(of: LocalDateTime(date, .midnight))
        }
        let margin: Int64 = 2 * 86_400
        let end = start(of: years.upperBound + 1)
        return start(of: years.lowerBound).adding(seconds: -margin)..<end.adding(seconds: margin)
    }
}

/// A VTIMEZONE as it is written.
struct ZoneDefinition {
    let identifier: String
    let lines: [UInt8]

    /// Nil where no VTIMEZONE gives every offset of the zone in the window.
    init?(_ zone: Zone, covering window: Range<Instant>) {
        guard let definition = VTimeZone(zone: zone, covering: window) else { return nil }
        identifier = definition.identifier
        lines = definition.serialized()
    }
}

extension Event {
    /// The years in which the event lies on the wall.
    fileprivate var years: ClosedRange<Int> {
        let (start, end) = (start.date.year, end.date.year)
        return min(start, end)...max(start, end)
    }

    /// From the start to the end, both within.
    fileprivate var window: Range<Instant> {
        let (start, end) = span
        return start..<max(start, end).adding(seconds: 1)
    }
}
