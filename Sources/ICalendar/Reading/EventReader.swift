public import CivilTime

extension SchedulingMessage {
    /// Reads the message in a calendar: its METHOD and its first VEVENT; RFC 5546.
    ///
    /// What was written with ``serialized(for:)`` reads as it was, but for what no line can hold. The reason is no part
    /// of a message: it is read as `invited` or `cancelled`, by the method.
    ///
    /// - Parameters:
    ///   - floating: the zone of times that name none.
    ///   - zones: the zone of an IANA name, nil where there is none.
    /// - Throws: the first fault of a calendar without a METHOD, or of an event without a UID, an ORGANIZER or a start.
    public init(_ calendar: Component, floating: Zone, zones: @escaping (String) -> Zone?) throws(Fault) {
        guard let property = calendar.property("METHOD") else {
            throw Fault(line: calendar.line, reason: .missingProperty("METHOD", component: calendar.name))
        }
        guard let method = Method(rawValue: property.value.uppercased()) else {
            throw property.noValue(property.value)
        }
        guard let component = calendar.components(named: "VEVENT").first else {
            throw Fault(line: calendar.line, reason: .missingProperty("VEVENT", component: calendar.name))
        }
        let event = try Event(component, in: calendar, floating: floating, zones: zones)
        self.init(method: method, event: event, reason: method == .cancel ? .cancelled : .invited)
    }
}

extension Event {
    /// Reads a VEVENT; what it does not say is as RFC 5545 section 3.6.1 has it.
    ///
    /// - Parameter calendar: the one that it stands in, which may define zones.
    /// - Throws: a fault of an event without a UID, an ORGANIZER or a start.
    public init(
        _ component: Component, in calendar: Component, floating: Zone, zones: @escaping (String) -> Zone?
    ) throws(Fault) {
        var reader = ScheduleReader(zones: CalendarZones(known: zones), floating: floating)
        reader.enter(calendar)
        guard let schedule = reader.schedule(of: component) else {
            throw reader.log.faults.first
                ?? Fault(line: component.line, reason: .missingProperty("DTSTART", component: component.name))
        }
        let zone = schedule.start.zone
        let span = schedule.occurrence(at: RecurrenceSet.Start(schedule.start)).when.instants(in: zone)
        let end = try component.property("DTEND").map { property throws(Fault) in try reader.moment(property) }
        let stamp = component.instant("DTSTAMP") ?? .earliest
        let link = component.property("CONFERENCE")?.value
        let place = component.property("LOCATION")?.text
        self.init(
            uid: try component.required("UID").text,
            sequence: component.property("SEQUENCE").flatMap { Int($0.value) } ?? 0,
            stamp: stamp, created: component.instant("CREATED") ?? stamp,
            lastModified: component.instant("LAST-MODIFIED") ?? stamp,
            start: schedule.start.local, end: end?.local(in: zone) ?? zone.local(at: span.upperBound),
            zone: zone,
            summary: component.property("SUMMARY")?.text ?? "",
            description: component.property("DESCRIPTION")?.text ?? "",
            location: place == link ? nil : place, conference: link,
            organizer: Organizer(try component.required("ORGANIZER")),
            attendees: component.properties(named: "ATTENDEE").map(Attendee.init),
            status: component.keyword("STATUS") ?? .confirmed,
            transparency: component.keyword("TRANSP") ?? .opaque,
            classification: component.keyword("CLASS") ?? .public,
            comment: component.property("COMMENT")?.text,
            alarms: component.components(named: "VALARM").compactMap(Alarm.init))
    }
}

extension Component {
    fileprivate func required(_ name: String) throws(Fault) -> Property {
        if let property = property(name) { return property }
        throw Fault(line: line, reason: .missingProperty(name, component: self.name))
    }

    fileprivate func instant(_ name: String) -> Instant? {
        guard let property = property(name), case .utc(let instant)? = DateTimeValue(property.valueBytes) else {
            return nil
        }
        return instant
    }

    /// Nil for a keyword that is not known, too.
    fileprivate func keyword<Keyword: RawRepresentable<String>>(_ name: String) -> Keyword? {
        property(name).flatMap { Keyword(rawValue: $0.value.uppercased()) }
    }
}
