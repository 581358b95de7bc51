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
        let expansion = CalendarExpansion(
            of: calendars, in: .earliest ..< .earliest, kinds: CalendarStream.inCalendars, floating: .utc, zones: zones)
        complaints += (faults + expansion.faults).filter { $0.reason != .notUTF8 }
            .map { Complaint(line: $0.line, kind: .malformed($0.reason)) }
        for calendar in calendars {
            complaints += calendar.absences(of: ["VERSION", "PRODID"])
            // Others may define zones in store.
            complaints += ZoneLinter(calendar: calendar).complaints().filter { complaint in
                if case .unusedZone = complaint.kind { false } else { true }
            }
            for component in calendar.components where component.name != "VTIMEZONE" {
                // Without a UID nobody knows an event again.
                let isNamed = CalendarStream.inCalendars.contains(component.name)
                complaints += component.absences(of: isNamed ? ["UID", "DTSTAMP"] : [])
            }
        }
        return complaints.sorted { $0.line < $1.line }
    }
}
