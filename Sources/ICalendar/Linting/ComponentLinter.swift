/// Judges one component of a file that anybody has written; RFC 5545 sections 3.6.1 to 3.6.4.
struct ComponentLinter {
    let component: Component
    let rules: ComponentRules

    func complaints() -> [Complaint] {
        component.absences(of: rules.required) + component.repetitions(of: rules.once) + exclusion() + values()
            + TimeLinter(component: component).complaints()
            + component.components(named: "VALARM").flatMap { ReminderLinter(alarm: $0).complaints() }
    }

    private func exclusion() -> [Complaint] {
        guard let (one, other) = rules.exclusive, component.property(one) != nil,
            let second = component.property(other)
        else { return [] }
        return [Complaint(line: second.line, kind: .exclusive(one, other))]
    }

    private func values() -> [Complaint] {
        component.properties.compactMap { property in
            let name = property.name
            let isGood: Bool
            switch name {
            case "STATUS" where !rules.statuses.isEmpty:
                if rules.statuses.contains(property.value.uppercased()) { return nil }
                return Complaint(line: property.line, kind: .status(property.value))
            case "UID": isGood = !property.value.isEmpty
            case "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED": isGood = property.isInUTC
            case "SEQUENCE": isGood = property.isNumber(in: 0...Int.max)
            case "PRIORITY": isGood = property.isNumber(in: 0...9)
            case "PERCENT-COMPLETE": isGood = property.isNumber(in: 0...100)
            case "TRANSP": isGood = Event.Transparency(rawValue: property.value.uppercased()) != nil
            default: isGood = true
            }
            return isGood ? nil : Complaint(line: property.line, kind: .badValue(property: name))
        }
    }
}

extension Property {
    fileprivate func isNumber(in range: ClosedRange<Int>) -> Bool { Int(value).map(range.contains) == true }
}
