public import CivilTime

extension CalendarLinter {
    /// What is wrong in a calendar file, whoever wrote it: where it breaks RFC 5545, and what would not be understood.
    ///
    /// A file that Jalon has written is held to all that ``lint(bytes:method:recipient:)`` asks.
    ///
    /// - Parameter zones: the zone of an IANA name, nil where there is none.
    public static func lint(file bytes: [UInt8], zones: @escaping (String) -> Zone?) -> [Complaint] {
        let (calendars, faults) = CalendarStream.parse(bytes)
        if let own = calendars.first, own.property("PRODID")?.text == CalendarObject.productIdentifier {
            return lint(bytes: bytes, method: own.property("METHOD").flatMap { Method(rawValue: $0.value) })
        }
        // Bytes that are not UTF-8 are complained of by line there.
        var complaints = LineLinter.lint(bytes)
        for calendar in calendars {
            complaints += head(of: calendar)
            // Others may define zones in store.
            complaints += ZoneLinter(calendar: calendar).complaints().filter { complaint in
                if case .unusedZone = complaint.kind { false } else { true }
            }
            let hasMethod = calendar.property("METHOD") != nil
            for component in calendar.components {
                guard let rules = ComponentRules(component.name, hasMethod: hasMethod) else { continue }
                complaints += ComponentLinter(component: component, rules: rules).complaints()
            }
        }
        let expansion = CalendarExpansion(
            of: calendars, in: .earliest ..< .earliest, kinds: CalendarStream.inCalendars, floating: .utc, zones: zones,
            limits: CalendarExpansion.Limits(bytes: bytes.count))
        let ends = complaints.lazy.filter { if case .endNotAfterStart = $0.kind { true } else { false } }
        let early = Set(ends.map(\.line))
        complaints += (faults + expansion.faults).filter { fault in
            switch fault.reason {
            case .notUTF8: false
            // Said above, and by section 3.2 of RFC 5546 an event in a message may lack its start.
            case .missingProperty: false
            case .endBeforeStart: !early.contains(fault.line)
            default: true
            }
        }.map { Complaint(line: $0.line, kind: .malformed($0.reason)) }
        return complaints.sorted { $0.line < $1.line }
    }

    private static func head(of calendar: Component) -> [Complaint] {
        calendar.absences(of: ["VERSION", "PRODID"])
            + calendar.repetitions(of: ["VERSION", "PRODID", "CALSCALE", "METHOD"])
            + calendar.properties.compactMap { property in
                let isGood: Bool =
                    switch property.name {
                    // `2.0`, or the versions that the writer knows, of which this is the last.
                    case "VERSION": property.value.split(separator: ";").last == "2.0"
                    case "CALSCALE": property.value.uppercased() == "GREGORIAN"
                    case "PRODID": !property.value.isEmpty
                    default: true
                    }
                return isGood ? nil : Complaint(line: property.line, kind: .badValue(property: property.name))
            }
    }
}
