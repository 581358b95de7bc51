import CivilTime

/// Judges one VEVENT.
struct EventLinter {
    let event: Component
    let rules: EventRules
    /// The zones that the calendar defines.
    let zones: Set<String>

    func complaints() -> [Complaint] {
        presence() + values() + status() + alarms() + definitions() + times()
    }

    private func presence() -> [Complaint] {
        var complaints: [Complaint] = []
        for name in rules.required where event.property(name) == nil {
            complaints.append(Complaint(line: event.line, kind: .missing(name)))
        }
        var seen: Set<String> = []
        for property in event.properties {
            if EventRules.once.contains(property.name), !seen.insert(property.name).inserted {
                complaints.append(Complaint(line: property.line, kind: .repeated(property.name)))
            }
            if rules.forbidden.contains(property.name) || property.name.hasPrefix("X-WR-") {
                complaints.append(Complaint(line: property.line, kind: .forbidden(property.name)))
            }
        }
        for property in event.properties(named: "ATTENDEE") {
            for parameter in property.parameters where rules.forbiddenParameters.contains(parameter.name) {
                let kind = Complaint.Kind.forbiddenParameter(parameter.name, property: property.name)
                complaints.append(Complaint(line: property.line, kind: kind))
            }
        }
        return complaints
    }

    private func values() -> [Complaint] {
        event.properties.compactMap { property in
            let kind: Complaint.Kind? =
                switch property.name {
                case "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT":
                    property.isEscapedText ? nil : .unescapedText(property: property.name)
                case "DTSTAMP", "CREATED", "LAST-MODIFIED":
                    property.isInUTC ? nil : .badValue(property: property.name)
                case "SEQUENCE":
                    Int(property.value).map { $0 >= 0 } == true ? nil : .badValue(property: property.name)
                case "ORGANIZER", "ATTENDEE":
                    property.isMailAddress ? nil : .badValue(property: property.name)
                case "CONFERENCE":
                    property.parameter("VALUE") == "URI" ? nil : .badValue(property: property.name)
                default: nil
                }
            return kind.map { Complaint(line: property.line, kind: $0) }
        }
    }

    private func status() -> [Complaint] {
        let property = event.property("STATUS")
        let status = property.flatMap { Event.Status(rawValue: $0.value) }
        let isKnown = property == nil || status != nil
        let isTooFew = status == nil && rules.needsStatusForSeveral && event.properties(named: "ATTENDEE").count > 1
        if isKnown, !isTooFew, rules.statuses.contains(status) { return [] }
        return [Complaint(line: property?.line ?? event.line, kind: .status(property?.value))]
    }

    private func alarms() -> [Complaint] {
        guard !rules.allowsAlarms else { return [] }
        return event.components(named: "VALARM").map { Complaint(line: $0.line, kind: .alarm) }
    }

    private func definitions() -> [Complaint] {
        event.properties.compactMap { property in
            guard let zone = property.parameter("TZID"), !zones.contains(zone) else { return nil }
            return Complaint(line: property.line, kind: .undefinedZone(zone))
        }
    }

    private func times() -> [Complaint] {
        var complaints: [Complaint] = []
        let both = [event.property("DTSTART"), event.property("DTEND")].compactMap(\.self)
        for property in both {
            switch DateTimeValue(property.value) {
            case nil, .date:
                complaints.append(Complaint(line: property.line, kind: .badValue(property: property.name)))
            case .local where property.parameter("TZID") == nil:
                complaints.append(Complaint(line: property.line, kind: .floatingTime(property.name)))
            case .local, .utc: break
            }
        }
        guard both.count == 2, complaints.isEmpty else { return complaints }
        switch (DateTimeValue(both[0].value), DateTimeValue(both[1].value)) {
        case (.utc(let start), .utc(let end)):
            if end <= start { complaints.append(Complaint(line: both[1].line, kind: .endNotAfterStart)) }
        case (.local(let start), .local(let end)) where both[0].parameter("TZID") == both[1].parameter("TZID"):
            if end <= start { complaints.append(Complaint(line: both[1].line, kind: .endNotAfterStart)) }
        default:
            complaints.append(Complaint(line: both[1].line, kind: .mixedZones))
        }
        return complaints
    }
}

extension Property {
    /// Whether the value is what escaping the text that it stands for gives again.
    fileprivate var isEscapedText: Bool { text.escapedAsText == value }

    fileprivate var isInUTC: Bool {
        if case .utc = DateTimeValue(value) { true } else { false }
    }

    fileprivate var isMailAddress: Bool {
        value.hasPrefix("mailto:") && value.contains("@")
    }
}
