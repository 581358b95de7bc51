/// Judges the VTIMEZONEs of a calendar and the TZIDs that name them; RFC 5545 sections 3.6.5 and 3.2.19.
struct ZoneLinter {
    let calendar: Component

    func complaints() -> [Complaint] {
        let zones = calendar.components(named: "VTIMEZONE")
        let users = calendar.components.filter { $0.name != "VTIMEZONE" }.flatMap(\.properties)
            .compactMap { property in property.parameter("TZID").map { (property, $0) } }
        let used = Set(users.map(\.1))
        var defined: Set<String> = []
        var complaints: [Complaint] = []
        for zone in zones {
            complaints += definition(zone)
            guard let property = zone.property("TZID") else { continue }
            let name = property.text
            if !defined.insert(name).inserted {
                complaints.append(Complaint(line: property.line, kind: .repeatedZone(name)))
            } else if !used.contains(name) {
                complaints.append(Complaint(line: property.line, kind: .unusedZone(name)))
            }
        }
        for (property, name) in users where !defined.contains(name) {
            complaints.append(Complaint(line: property.line, kind: .undefinedZone(name)))
        }
        return complaints
    }

    private func definition(_ zone: Component) -> [Complaint] {
        var complaints = zone.absences(of: ["TZID"]) + zone.repetitions(of: ["TZID", "LAST-MODIFIED", "TZURL"])
        if zone.components.isEmpty {
            complaints.append(Complaint(line: zone.line, kind: .emptyZone))
        }
        for observance in zone.components {
            complaints += observance.absences(of: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"])
            complaints += observance.repetitions(of: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"])
            for property in observance.properties where !isGood(property) {
                complaints.append(Complaint(line: property.line, kind: .badValue(property: property.name)))
            }
        }
        return complaints
    }

    private func isGood(_ property: Property) -> Bool {
        switch property.name {
        case "DTSTART":
            if case .local = DateTimeValue(property.value) { property.parameter("TZID") == nil } else { false }
        case "TZOFFSETFROM", "TZOFFSETTO": OffsetValue(property.value) != nil
        default: true
        }
    }
}
