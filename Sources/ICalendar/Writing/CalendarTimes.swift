import CivilTime

/// How the times of a zone are written in one calendar: with a TZID and its VTIMEZONE, or in UTC where no VTIMEZONE can
/// say what the zone does.
struct CalendarTimes {
    let zone: Zone
    /// Nil for UTC.
    let definition: ZoneDefinition?

    /// `DTSTART;TZID=Europe/Paris:20261203T183000` or `DTSTART:20261203T173000Z`
    func write(_ name: StaticString, _ local: LocalDateTime, to writer: inout ContentWriter) {
        guard let definition else {
            writer.line(name, at: zone.instant(of: local))
            return
        }
        writer.name(name)
        writer.parameter("TZID", definition.identifier)
        writer.value(local)
    }
}
