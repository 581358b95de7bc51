/// Judges the properties of one VEVENT, but for those who are named in it.
struct EventLinter {
    let event: Component
    let rules: EventRules

    /// Octets of a UID that everybody has to keep; RFC 7986 section 5.3.
    private static let longestIdentifier = 255

    func complaints() -> [Complaint] {
        presence() + values() + status() + times()
    }

    private func presence() -> [Complaint] {
        event.absences(of: rules.required) + event.repetitions(of: EventRules.once)
            + event.properties.filter { rules.forbids($0.name) }
            .map { Complaint(line: $0.line, kind: .forbidden($0.name)) }
    }

    private func values() -> [Complaint] {
        event.properties.compactMap { property in
            kind(of: property).map { Complaint(line: property.line, kind: $0) }
        }
    }

    private func kind(of property: Property) -> Complaint.Kind? {
        let name = property.name
        let isGood: Bool
        switch name {
        case "UID" where property.text.utf8.count > Self.longestIdentifier:
            return .longIdentifier(octets: property.text.utf8.count)
        case "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT":
            if !property.isEscapedText { return .unescapedText(property: name) }
            isGood = name != "UID" || !property.value.isEmpty
        case "DTSTAMP", "CREATED", "LAST-MODIFIED": isGood = property.isInUTC
        case "SEQUENCE": isGood = Int(property.value).map { $0 >= 0 } == true
        case "TRANSP": isGood = Event.Transparency(rawValue: property.value) != nil
        case "CLASS": isGood = Event.Classification(rawValue: property.value) != nil
        case "CONFERENCE": isGood = property.parameter("VALUE") == "URI"
        default: isGood = true
        }
        return isGood ? nil : .badValue(property: name)
    }

    private func status() -> [Complaint] {
        let property = event.property("STATUS")
        let status = property.flatMap { Event.Status(rawValue: $0.value) }
        let isKnown = property == nil || status != nil
        let isTooFew = status == nil && rules.needsStatusForSeveral && event.properties(named: "ATTENDEE").count > 1
        if isKnown, !isTooFew, rules.statuses.contains(status) { return [] }
        return [Complaint(line: property?.line ?? event.line, kind: .status(property?.value))]
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
            if end <= start { complaints.append(Complaint(line: both[1].line, kind: .endNotAfterStart("DTEND"))) }
        case (.local(let start), .local(let end)) where both[0].parameter("TZID") == both[1].parameter("TZID"):
            if end <= start { complaints.append(Complaint(line: both[1].line, kind: .endNotAfterStart("DTEND"))) }
        default:
            complaints.append(Complaint(line: both[1].line, kind: .mixedZones))
        }
        return complaints
    }
}
