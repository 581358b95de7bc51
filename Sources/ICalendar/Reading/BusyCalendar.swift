public import CivilTime

/// The times that a calendar file gives: public holidays, school terms, somebody's busy hours.
///
/// Series are followed, with their exceptions and overrides. Cancelled events are left out.
public struct BusyCalendar: Hashable, Sendable {
    /// The times in the window: those of events in the order of the file, then those of VFREEBUSY components.
    public let entries: [Entry]
    /// What could not be read, by line; the rest stands.
    public let faults: [Fault]

    /// - Parameters:
    ///   - bytes: a file of RFC 5545, in UTF-8.
    ///   - window: what is asked for; series are followed no further.
    ///   - floating: the zone of times that name none.
    ///   - zones: the zone of an IANA name, nil when there is none.
    public init(bytes: [UInt8], in window: Range<Instant>, floating: Zone, zones: @escaping (String) -> Zone?) {
        let (calendars, faults) = CalendarStream.parse(bytes)
        let expansion = CalendarExpansion(
            of: calendars, in: window, floating: floating, zones: zones,
            limits: CalendarExpansion.Limits(bytes: bytes.count))
        let freeBusy = FreeBusyReader(calendars, in: window)
        entries = expansion.occurrences.compactMap(Entry.init) + freeBusy.entries
        self.faults = (faults + expansion.faults + freeBusy.faults).sorted { $0.line < $1.line }
    }

    /// One time.
    public struct Entry: Hashable, Sendable {
        /// The UID, empty when the file gives none.
        public let uid: String
        /// The title, empty when the file gives none.
        public let summary: String
        /// The address of whoever calls the meeting; nil for an event that nobody calls.
        public let organizer: String?
        public let when: Occurrence.When
        /// Whether the time counts as free: `TRANSP:TRANSPARENT`, which holiday files often say of every day.
        public let isTransparent: Bool
        /// The line where the component begins, the first being 1.
        public let line: Int
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

extension BusyCalendar.Entry {
    /// Nil for a cancelled event.
    fileprivate init?(_ occurrence: Occurrence) {
        let component = occurrence.component
        func isSaid(_ keyword: String, by name: String) -> Bool {
            component.property(name)?.value.uppercased() == keyword
        }
        if isSaid(Event.Status.cancelled.rawValue, by: "STATUS") { return nil }
        uid = component.property("UID")?.text ?? ""
        summary = component.property("SUMMARY")?.text ?? ""
        organizer = component.property("ORGANIZER").flatMap { CalendarAddress.address(of: $0.value) }
        when = occurrence.when
        isTransparent = isSaid(Event.Transparency.transparent.rawValue, by: "TRANSP")
        line = component.line
    }
}
