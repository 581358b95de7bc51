import CivilTime

/// Judges when one component of a file takes place, as far as it can be read; RFC 5545 section 3.8.2.
struct TimeLinter {
    let component: Component

    /// Properties of a date with a time, unless VALUE says otherwise.
    private static let names: Set<String> = ["DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"]

    func complaints() -> [Complaint] {
        component.properties.compactMap { property in
            let name = property.name
            guard let kind = Self.names.contains(name) ? type(of: property) : name == "RRULE" ? rule(property) : nil
            else { return nil }
            return Complaint(line: property.line, kind: kind)
        } + end()
    }

    /// What cannot be read at all is complained of by the readers.
    private func type(of property: Property) -> Complaint.Kind? {
        let type = property.parameter("VALUE")?.uppercased() ?? "DATE-TIME"
        let hasZone = property.parameter("TZID") != nil
        for bytes in property.valueBytes.split(separator: UInt8(ascii: ",")) {
            let period = PeriodValue(bytes)
            if period != nil, type != "PERIOD" { return .badValue(property: property.name) }
            switch period?.start ?? DateTimeValue(bytes) {
            case .date where type != "DATE": return .dateWithoutType(property.name)
            case .utc where type == "DATE", .local where type == "DATE": return .badValue(property: property.name)
            case .date where hasZone, .utc where hasZone:
                return .forbiddenParameter("TZID", property: property.name)
            case .date, .utc, .local, nil: continue
            }
        }
        return nil
    }

    private func rule(_ property: Property) -> Complaint.Kind? {
        guard let rule = try? RecurrenceRule(property.value), let until = rule.until else { return nil }
        if rule.count != nil { return .countAndUntil }
        guard let start = component.property("DTSTART"), let value = DateTimeValue(start.valueBytes) else { return nil }
        let isOfType =
            switch (until, value) {
            case (.date, .date): true
            case (.utc, .utc): true
            case (.utc, .local): start.parameter("TZID") != nil
            case (.local, .local): start.parameter("TZID") == nil
            default: false
            }
        return isOfType ? nil : .untilType
    }

    /// An end that is as early as the start, or earlier, where both are written in one zone.
    private func end() -> [Complaint] {
        let names = component.name == "VTODO" ? ["DUE"] : ["DTEND"]
        guard let start = component.property("DTSTART"),
            let end = names.lazy.compactMap({ component.property($0) }).first
        else { return [] }
        let isLater =
            switch (DateTimeValue(start.valueBytes), DateTimeValue(end.valueBytes)) {
            case (.date(let first), .date(let last)): first < last
            case (.utc(let first), .utc(let last)): first < last
            case (.local(let first), .local(let last)) where start.parameter("TZID") == end.parameter("TZID"):
                first < last
            default: true
            }
        return isLater ? [] : [Complaint(line: end.line, kind: .endNotAfterStart(end.name))]
    }
}
