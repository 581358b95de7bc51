/// Judges one VALARM of a file that anybody has written; RFC 5545 section 3.6.6.
struct ReminderLinter {
    let alarm: Component

    func complaints() -> [Complaint] {
        let byAction: [String] =
            switch alarm.property("ACTION")?.value.uppercased() {
            case "DISPLAY": ["DESCRIPTION"]
            case "EMAIL": ["DESCRIPTION", "SUMMARY"]
            default: []
            }
        let required = ["ACTION", "TRIGGER"] + byAction
        // A reminder that is repeated says how often and at which distance.
        let repetition = ["DURATION", "REPEAT"]
        let isRepeated = repetition.contains { alarm.property($0) != nil }
        return alarm.absences(of: required + (isRepeated ? repetition : []))
            + alarm.repetitions(of: Set(required + repetition)) + values()
    }

    private func values() -> [Complaint] {
        alarm.properties.compactMap { property in
            let name = property.name
            let isGood: Bool =
                switch name {
                case "ACTION": !property.value.isEmpty
                case "TRIGGER" where property.parameter("VALUE")?.uppercased() == "DATE-TIME": property.isInUTC
                case "TRIGGER", "DURATION": DurationValue(property.valueBytes) != nil
                case "REPEAT": Int(property.value).map { $0 >= 0 } == true
                default: true
                }
            return isGood ? nil : Complaint(line: property.line, kind: .badValue(property: name))
        }
    }
}
