import CivilTime

/// Reads when a VEVENT takes place; RFC 5545 section 3.6.1.
struct EventReader {
    /// The zone of times that name none.
    let floating: Zone
    let zones: (String) -> Zone?

    /// The entry that the component stands for; nil for a cancelled one.
    func entry(_ event: Component) throws(Fault) -> BusyCalendar.Entry? {
        if event.property("STATUS")?.value.uppercased() == Event.Status.cancelled.rawValue { return nil }
        guard let start = event.property("DTSTART") else {
            throw Fault(line: event.line, reason: .missingProperty("DTSTART", component: event.name))
        }
        return BusyCalendar.Entry(
            uid: event.property("UID")?.text ?? "",
            summary: event.property("SUMMARY")?.text ?? "",
            when: try when(from: start, in: event),
            isTransparent: event.property("TRANSP")?.value.uppercased() == Event.Transparency.transparent.rawValue,
            hasRecurrence: event.property("RRULE") != nil || event.property("RDATE") != nil,
            line: event.line)
    }

    private func when(from start: Property, in event: Component) throws(Fault) -> BusyCalendar.When {
        switch try moment(start) {
        case .date(let first):
            return .allDay(try days(from: first, start, in: event))
        case .time(let local, let zone):
            return .timed(try span(from: local, zone, start, in: event))
        }
    }

    private func days(
        from first: CivilDate, _ start: Property, in event: Component
    ) throws(Fault) -> Range<CivilDate> {
        var end = first.adding(days: 1)
        if let property = event.property("DTEND") {
            guard case .date(let date) = try moment(property) else {
                throw Fault(line: property.line, reason: .dateAndTimeMixed)
            }
            // Many a file ends a day on that day itself.
            end = date == first ? end : date
        } else if let duration = try duration(in: event) {
            end = first.adding(days: max(1, duration.days))
        }
        guard first < end else { throw Fault(line: start.line, reason: .endBeforeStart) }
        return first..<end
    }

    private func span(
        from local: LocalDateTime, _ zone: Zone, _ start: Property, in event: Component
    ) throws(Fault) -> Range<Instant> {
        let first = zone.instant(of: local)
        var end = first
        if let property = event.property("DTEND") {
            guard case .time(let local, let zone) = try moment(property) else {
                throw Fault(line: property.line, reason: .dateAndTimeMixed)
            }
            end = zone.instant(of: local)
        } else if let duration = try duration(in: event) {
            let nominal = LocalDateTime(local.date.adding(days: duration.days), local.time)
            end = zone.instant(of: nominal).adding(seconds: Int64(duration.seconds))
        }
        guard first <= end else { throw Fault(line: start.line, reason: .endBeforeStart) }
        return first..<end
    }

    private func duration(in event: Component) throws(Fault) -> DurationValue? {
        guard let property = event.property("DURATION") else { return nil }
        guard let duration = DurationValue(property.value) else { throw property.isNoValue }
        return duration
    }

    private enum Moment {
        case date(CivilDate)
        case time(LocalDateTime, Zone)
    }

    private func moment(_ property: Property) throws(Fault) -> Moment {
        switch DateTimeValue(property.value) {
        case nil: throw property.isNoValue
        case .date(let date): return .date(date)
        case .utc(let instant): return .time(Zone.utc.local(at: instant), .utc)
        case .local(let local):
            guard let name = property.parameter("TZID") else { return .time(local, floating) }
            guard let zone = zones(name) else { throw Fault(line: property.line, reason: .unknownZone(name)) }
            return .time(local, zone)
        }
    }
}

extension Property {
    /// The fault of a value that its type does not allow; the start of it is enough to find it.
    fileprivate var isNoValue: Fault {
        Fault(line: line, reason: .badValue(String(value.prefix(40)), property: name))
    }
}
