import CivilTime

/// A calendar file to subscribe to or import, of a person or a relationship; RFC 5545 section 3.4, RFC 7986.
///
/// It has no METHOD and no attendees, so that importing it invites nobody and asks for no answers.
public struct PublishedCalendar: Hashable, Sendable {
    /// The name that people see.
    public var name: String
    /// How often a subscriber should look again; whole seconds, left out when it is not positive.
    public var refreshInterval: Duration
    public var events: [Event]

    public init(name: String, refreshInterval: Duration, events: [Event]) {
        self.name = name
        self.refreshInterval = refreshInterval
        self.events = events
    }
}

// MARK: - Wire form

extension PublishedCalendar {
    /// The VCALENDAR; the same bytes for the same events in whatever order, so that a file changes only with its content.
    public func serialized() -> [UInt8] {
        let sorted = events.sorted { ($0.span.start, $0.uid) < ($1.span.start, $1.uid) }
        let times = Dictionary(grouping: sorted, by: \.zone).mapValues(Self.times)
        let zones = times.sorted { $0.key.name < $1.key.name }.compactMap(\.value.component)
        let components = sorted.map { event in
            event.component(.published, times: times[event.zone] ?? CalendarTimes(of: event))
        }
        return CalendarObject.component(head, zones: zones, events: components).serialized()
    }

    private var head: [Property] {
        let name = Property("NAME", text: name)
        let seconds = Int(refreshInterval.components.seconds)
        guard seconds > 0 else { return [name] }
        let value = DurationValue.encode(seconds: seconds)
        return [name, Property("REFRESH-INTERVAL", [Parameter("VALUE", "DURATION")], value: value)]
    }

    /// One definition for all the events in a zone: a calendar may hold only one VTIMEZONE of a name.
    private static func times(of events: [Event]) -> CalendarTimes {
        var window = events[0].window
        for event in events.dropFirst() {
            let other = event.window
            window = min(window.lowerBound, other.lowerBound)..<max(window.upperBound, other.upperBound)
        }
        return CalendarTimes(zone: events[0].zone, covering: window)
    }
}
