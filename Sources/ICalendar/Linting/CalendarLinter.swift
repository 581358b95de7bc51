/// Judges a calendar before it leaves: RFC 5545 to the byte, RFC 5546's tables, and what clients are known to trip over.
public enum CalendarLinter {
    /// Every rule that the calendar breaks, by line; none for one that may leave.
    ///
    /// - Parameters:
    ///   - method: what the message is meant to be; nil for a published calendar, which has no METHOD.
    ///   - recipient: the address that the message goes to, which has to be its first ATTENDEE; nil where that is open.
    public static func lint(bytes: [UInt8], method: Method?, recipient: String? = nil) -> [Complaint] {
        var complaints = LineLinter.lint(bytes)
        let (calendars, faults) = CalendarStream.parse(bytes)
        complaints += faults.filter { $0.reason != .notUTF8 && $0.reason != .noCalendar }
            .map { Complaint(line: $0.line, kind: .malformed($0.reason)) }
        if calendars.count != 1 {
            complaints.append(Complaint(line: 1, kind: .calendarCount(calendars.count)))
        }
        for calendar in calendars {
            complaints += lint(calendar, method: method, recipient: recipient)
        }
        return complaints.sorted { $0.line < $1.line }
    }

    private static func lint(_ calendar: Component, method: Method?, recipient: String?) -> [Complaint] {
        var complaints = HeadLinter(calendar: calendar, method: method).complaints()
        complaints += order(in: calendar)
        complaints += ZoneLinter(calendar: calendar).complaints()
        let events = calendar.components(named: "VEVENT")
        if method != nil, events.count != 1 {
            complaints.append(Complaint(line: calendar.line, kind: .eventCount(events.count)))
        }
        let rules = EventRules(method: method)
        for event in events {
            complaints += EventLinter(event: event, rules: rules).complaints()
            complaints += AttendeeLinter(event: event, rules: rules, recipient: recipient).complaints()
            complaints += AlarmLinter(event: event, rules: rules).complaints()
        }
        return complaints
    }

    private static func order(in component: Component) -> [Complaint] {
        var complaints: [Complaint] = []
        if let first = component.components.first {
            for property in component.properties where property.line > first.line {
                complaints.append(Complaint(line: property.line, kind: .propertyAfterComponent(property.name)))
            }
        }
        if let event = component.components(named: "VEVENT").first {
            for zone in component.components(named: "VTIMEZONE") where zone.line > event.line {
                complaints.append(Complaint(line: zone.line, kind: .zoneAfterEvent))
            }
        }
        return complaints + component.components.flatMap(order)
    }
}
