import CivilTime
import ICalendar

/// The times of any file lie in the window that was asked for, and there are not too many of them.
enum ExpansionTarget {
    /// The two years from 2026-01-01T00:00:00Z.
    private static let window =
        Instant(secondsSinceEpoch: 1_767_225_600)..<Instant(secondsSinceEpoch: 1_830_297_600)

    /// A zone with two changes a year, from a rule alone.
    private static let paris = ZoneTarget.zone("Europe/Paris", footer: "CET-1CEST,M3.5.0,M10.5.0/3")

    static func run(_ bytes: [UInt8]) throws(Broken) {
        let calendars = CalendarStream.parse(bytes).calendars
        let floating = paris ?? .utc
        let expansion = CalendarExpansion(
            of: calendars, in: window, floating: floating, zones: { $0 == "Europe/Paris" ? paris : nil })
        let limits = CalendarExpansion.Limits()
        try hold(expansion.occurrences.count <= limits.occurrences, "\(expansion.occurrences.count) occurrences")
        for occurrence in expansion.occurrences {
            let span = occurrence.when.instants(in: floating)
            try hold(span.lowerBound < window.upperBound, "\(span) lies after the window")
            try hold(span.upperBound >= window.lowerBound, "\(span) lies before the window")
        }
        for fault in expansion.faults {
            try hold(fault.line > 0 && !fault.description.isEmpty, "a fault without a line or a word")
        }
    }
}
