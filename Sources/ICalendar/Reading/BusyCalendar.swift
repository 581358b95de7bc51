public import CivilTime

/// The times that a calendar file gives: public holidays, school terms, somebody's busy hours.
///
/// Series are followed, with their exceptions and overrides. Cancelled events are left out.
public struct BusyCalendar: Hashable, Sendable {
    /// The times in the window: those of events in the order of the file, then those of VFREEBUSY components.
    public let entries: [Entry]
    /// What could not be read, by line; the rest stands.
    public let faults: [Fault]

    /// Where the budget was spent, so that what stands behind it is missing; nil where all was read.
    public let excess: Fault?
    /// What the reading cost.
    public let spent: ReadingBudget
    /// Whether there is a calendar in the file at all; there is none in a page of HTML, or in nothing.
    public let isCalendar: Bool
    /// Whether the file has events or VFREEBUSY components at all, in the window or not.
    public let hasContent: Bool
    /// Whether the last VCALENDAR has its END, which a file lacks that is being written or was cut off.
    public let isClosed: Bool

    /// - Parameters:
    ///   - bytes: a file of RFC 5545, in UTF-8.
    ///   - window: what is asked for; series are followed no further.
    ///   - floating: the zone of times that name none.
    ///   - zones: the zone of an IANA name, nil when there is none.
    ///   - budget: how much is read at most; that of the file's size where it is left out.
    public init(
        bytes: [UInt8], in window: Range<Instant>, floating: Zone, zones: @escaping (String) -> Zone?,
        budget: ReadingBudget? = nil
    ) {
        let budget = budget ?? ReadingBudget(octets: bytes.count)
        let read = CalendarStream.read(bytes, lines: budget.lines)
        var limits = CalendarExpansion.Limits()
        limits.occurrences = budget.dates
        limits.steps = budget.steps
        let expansion = CalendarExpansion(
            of: read.calendars, in: window, floating: floating, zones: zones, limits: limits)
        let freeBusy = FreeBusyReader(read.calendars, in: window, most: expansion.rest.occurrences)
        entries = Entries(expansion.occurrences).all + freeBusy.entries
        faults = (read.faults + expansion.faults + freeBusy.faults).sorted { $0.line < $1.line }
        excess = read.excess ?? expansion.excess ?? freeBusy.excess
        spent = ReadingBudget(
            lines: read.lines, dates: budget.dates - expansion.rest.occurrences + freeBusy.entries.count,
            steps: budget.steps - expansion.rest.steps)
        isCalendar = !read.calendars.isEmpty
        hasContent = read.calendars.contains { $0.holdsTimes }
        isClosed = !read.faults.contains { $0.reason == .missingEnd("VCALENDAR") || $0.reason == .noCalendar }
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

/// Makes entries of occurrences; what their component says of all of them is read once.
private struct Entries {
    private(set) var all: [BusyCalendar.Entry] = []
    /// By the line of the component; nil for a cancelled one.
    private var known: [Int: Words?] = [:]

    private struct Words {
        let uid: String
        let summary: String
        let organizer: String?
        let isTransparent: Bool

        init?(_ component: Component) {
            func isSaid(_ keyword: String, by name: String) -> Bool {
                component.property(name)?.value.uppercased() == keyword
            }
            if isSaid(Event.Status.cancelled.rawValue, by: "STATUS") { return nil }
            uid = component.property("UID")?.text ?? ""
            summary = component.property("SUMMARY")?.text ?? ""
            organizer = component.property("ORGANIZER").flatMap { CalendarAddress.address(of: $0.value) }
            isTransparent = isSaid(Event.Transparency.transparent.rawValue, by: "TRANSP")
        }
    }

    init(_ occurrences: [Occurrence]) {
        all.reserveCapacity(occurrences.count)
        for occurrence in occurrences {
            let line = occurrence.component.line
            guard let words = words(of: occurrence.component) else { continue }
            all.append(
                BusyCalendar.Entry(
                    uid: words.uid, summary: words.summary, organizer: words.organizer, when: occurrence.when,
                    isTransparent: words.isTransparent, line: line))
        }
    }

    private mutating func words(of component: Component) -> Words? {
        if let words = known[component.line] { return words }
        let words = Words(component)
        known[component.line] = .some(words)
        return words
    }
}

extension Component {
    /// Whether it is, or holds, something that takes place.
    fileprivate var holdsTimes: Bool {
        name == "VEVENT" || name == "VFREEBUSY" || components.contains { $0.holdsTimes }
    }
}
