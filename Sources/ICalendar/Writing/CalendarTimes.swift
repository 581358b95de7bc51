import CivilTime

/// How the times of a zone are written in one calendar: with a TZID and its VTIMEZONE, or in UTC where no VTIMEZONE can
/// say what the zone does.
struct CalendarTimes {
    private let zone: Zone
    private let definition: VTimeZone?

    /// - Parameter window: everything that the calendar says in that zone.
    init(zone: Zone, covering window: Range<Instant>) {
        self.zone = zone
        definition = VTimeZone(zone: zone, covering: window)
    }

    /// How the times of one event are written.
    init(of event: Event) {
        self.init(zone: event.zone, covering: event.window)
    }

    /// The VTIMEZONE that the calendar needs, if any.
    var component: Component? { definition?.component }

    /// `DTSTART;TZID=Europe/Paris:20261203T183000` or `DTSTART:20261203T173000Z`
    func property(_ name: String, _ local: LocalDateTime) -> Property {
        guard let definition else {
            return Property(name, at: zone.instant(of: local))
        }
        return Property(
            name, [Parameter("TZID", definition.identifier)], value: DateTimeValue.local(local).encoded)
    }
}

extension Event {
    /// From the start to the end, both within.
    var window: Range<Instant> {
        let (start, end) = span
        return start..<max(start, end).adding(seconds: 1)
    }
}
