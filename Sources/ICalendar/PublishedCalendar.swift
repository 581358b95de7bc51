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
        let sorted = events.map { (event: $0, start: $0.span.start) }
            .sorted { ($0.start, $0.event.uid) < ($1.start, $1.event.uid) }
            .map(\.event)
        let times = Self.times(of: sorted)
        var writer = ContentWriter(capacity: 1024 * (2 + events.count))
        CalendarObject.begin(&writer)
        writeHead(to: &writer)
        for definition in times.values.compactMap(\.definition).sorted(by: { $0.identifier < $1.identifier }) {
            writer.lines(definition.lines)
        }
        for event in sorted {
            event.write(
                to: &writer, .published, times: times[event.zone] ?? CalendarTimes(zone: event.zone, definition: nil))
        }
        CalendarObject.end(&writer)
        return writer.bytes
    }

    private func writeHead(to writer: inout ContentWriter) {
        writer.line("NAME", text: name)
        let seconds = Int(refreshInterval.components.seconds)
        guard seconds > 0 else { return }
        writer.name("REFRESH-INTERVAL")
        writer.parameter("VALUE", is: "DURATION")
        writer.value(seconds: seconds)
    }

    /// One definition for all the events in a zone: a calendar may hold only one VTIMEZONE of a name.
    private static func times(of events: [Event]) -> [Zone: CalendarTimes] {
        var definitions = ZoneDefinitions()
        return Dictionary(grouping: events, by: \.zone).mapValues { events in
            CalendarTimes(zone: events[0].zone, definition: definitions.definition(for: events))
        }
    }
}
