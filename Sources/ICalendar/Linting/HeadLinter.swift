/// Judges what a VCALENDAR says of itself; RFC 5545 section 3.6, RFC 7986 section 5.
struct HeadLinter {
    let calendar: Component
    let method: Method?

    func complaints() -> [Complaint] {
        order() + values() + calendar.repetitions(of: ["VERSION", "PRODID", "CALSCALE", "METHOD", "REFRESH-INTERVAL"])
    }

    private func order() -> [Complaint] {
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
        return complaints
    }

    private func values() -> [Complaint] {
        calendar.properties.compactMap { property in
            let name = property.name
            let isGood: Bool =
                switch name {
                case "VERSION": property.value == "2.0"
                case "PRODID": !property.value.isEmpty
                case "CALSCALE": property.value == "GREGORIAN"
                case "REFRESH-INTERVAL":
                    property.parameter("VALUE") == "DURATION" && DurationValue(property.value) != nil
                default: true
                }
            if !isGood { return Complaint(line: property.line, kind: .badValue(property: name)) }
            if name.hasPrefix("X-WR-") { return Complaint(line: property.line, kind: .forbidden(name)) }
            if name == "NAME", !property.isEscapedText {
                return Complaint(line: property.line, kind: .unescapedText(property: name))
            }
            return nil
        }
    }
}
