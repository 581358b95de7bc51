/// Judges the VALARMs of one VEVENT; RFC 5545 section 3.6.6.
struct AlarmLinter {
    let event: Component
    let rules: EventRules

    func complaints() -> [Complaint] {
        event.components(named: "VALARM").flatMap { alarm in
            if !rules.allowsAlarms { return [Complaint(line: alarm.line, kind: .alarm)] }
            let once = ["ACTION", "TRIGGER", "DESCRIPTION"]
            return alarm.absences(of: once) + alarm.repetitions(of: Set(once))
                + alarm.properties.compactMap { property in
                    let name = property.name
                    let kind: Complaint.Kind? =
                        switch name {
                        case "ACTION": property.value == "DISPLAY" ? nil : .badValue(property: name)
                        case "TRIGGER": DurationValue(property.value) != nil ? nil : .badValue(property: name)
                        case "DESCRIPTION": property.isEscapedText ? nil : .unescapedText(property: name)
                        default: nil
                        }
                    return kind.map { Complaint(line: property.line, kind: $0) }
                }
        }
    }
}
