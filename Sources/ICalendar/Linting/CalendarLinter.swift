/// Judges a calendar before it leaves: RFC 5545 to the byte, RFC 5546's tables, and what clients are known to trip over.
public enum CalendarLinter {
    /// Every rule that the calendar breaks, by line; none for one that may leave.
    ///
    /// - Parameter method: what the message is meant to be; nil for a published calendar, which has no METHOD.
    public static func lint(bytes: [UInt8], method: Method?) -> [Complaint] {
        var complaints = LineLinter.lint(bytes)
        let (calendars, faults) = CalendarStream.parse(bytes)
        complaints += faults.filter { $0.reason != .notUTF8 && $0.reason != .noCalendar }
            .map { Complaint(line: $0.line, kind: .malformed($0.reason)) }
        if calendars.count != 1 {
            complaints.append(Complaint(line: 1, kind: .calendarCount(calendars.count)))
        }
        for calendar in calendars {
            complaints += lint(calendar, method: method)
        }
        return complaints.sorted { $0.line < $1.line }
    }

    private static func lint(_ calendar: Component, method: Method?) -> [Complaint] {
        var complaints = head(of: calendar, method: method)
        complaints += order(in: calendar)
        let events = calendar.components(named: "VEVENT")
        if method != nil, events.count != 1 {
            complaints.append(Complaint(line: calendar.line, kind: .eventCount(events.count)))
        }
        let zones = Set(calendar.components(named: "VTIMEZONE").compactMap { $0.property("TZID")?.value })
        let rules = EventRules(method: method)
        for event in events {
            complaints += EventLinter(event: event, rules: rules, zones: zones).complaints()
        }
        return complaints
    }

    private static func head(of calendar: Component, method: Method?) -> [Complaint] {
        var complaints: [Complaint] = []
        let expected = ["VERSION", "PRODID", "CALSCALE"] + (method == nil ? [] : ["METHOD"])
        if calendar.properties.prefix(expected.count).map(\.name) != expected {
            complaints.append(Complaint(line: calendar.line, kind: .headOrder))
        }
        let found = calendar.property("METHOD")
        if found?.value != method?.rawValue {
            let kind = Complaint.Kind.method(expected: method?.rawValue, found: found?.value)
            complaints.append(Complaint(line: found?.line ?? calendar.line, kind: kind))
        }
        for property in calendar.properties where property.name.hasPrefix("X-WR-") {
            complaints.append(Complaint(line: property.line, kind: .forbidden(property.name)))
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
