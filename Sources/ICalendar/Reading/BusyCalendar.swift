public import CivilTime

/// The times that a calendar file gives: public holidays, school terms, somebody's busy hours.
///
/// Cancelled events are left out. Repetition is not followed: an event that repeats is there once, and says so.
public struct BusyCalendar: Hashable, Sendable {
    /// The events in the order of the file.
    public let entries: [Entry]
    /// What could not be read, by line; the rest stands.
    public let faults: [Fault]

    /// - Parameters:
    ///   - bytes: a file of RFC 5545, in UTF-8.
    ///   - floating: the zone of times that name none.
    ///   - zones: the zone of a TZID, nil when there is none of that name.
    public init(bytes: [UInt8], floating: Zone, zones: @escaping (String) -> Zone?) {
        let (calendars, faults) = CalendarStream.parse(bytes)
        let reader = EventReader(floating: floating, zones: zones)
        var entries: [Entry] = []
        var allFaults = faults
        for event in calendars.flatMap({ $0.components(named: "VEVENT") }) {
            do throws(Fault) {
                if let entry = try reader.entry(event) { entries.append(entry) }
            } catch {
                allFaults.append(error)
            }
        }
        self.entries = entries
        self.faults = allFaults.sorted { $0.line < $1.line }
    }

    /// One event of the file.
    public struct Entry: Hashable, Sendable {
        /// The UID, empty when the file gives none.
        public let uid: String
        /// The title, empty when the file gives none.
        public let summary: String
        public let when: When
        /// Whether the time counts as free: `TRANSP:TRANSPARENT`, which holiday files often say of every day.
        public let isTransparent: Bool
        /// Whether the event repeats by RRULE or RDATE; only its first occurrence is here.
        public let hasRecurrence: Bool
        /// The line where the event begins, the first being 1.
        public let line: Int
    }

    /// When an event takes place.
    public enum When: Hashable, Sendable {
        /// Whole days, the end not included.
        case allDay(Range<CivilDate>)
        /// From an instant to another, which may be the same one.
        case timed(Range<Instant>)
    }

    /// All the days that the file names, busy or not; what a calendar of public holidays is read for.
    public var allDay: [Range<CivilDate>] {
        entries.compactMap { entry in
            if case .allDay(let days) = entry.when { days } else { nil }
        }
    }

    /// The days on which somebody is busy all day.
    public var busyDays: [Range<CivilDate>] {
        entries.compactMap { entry in
            if case .allDay(let days) = entry.when, !entry.isTransparent { days } else { nil }
        }
    }

    /// The spans in which somebody is busy, without those that take no time.
    public var busySpans: [Range<Instant>] {
        entries.compactMap { entry in
            if case .timed(let span) = entry.when, !entry.isTransparent, !span.isEmpty { span } else { nil }
        }
    }
}
