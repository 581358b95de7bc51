public import CivilTime

/// The times at which the components of calendars take place, series and overrides followed; RFC 5545 section 3.8.5.
///
/// Whatever the calendars hold, the work is bounded: what would go beyond ``Limits`` is left out and reported.
public struct CalendarExpansion: Sendable {
    /// Those that touch the window; those of one component in their order.
    public private(set) var occurrences: [Occurrence] = []
    /// What could not be read or followed; the rest stands.
    public var faults: [Fault] { log.faults }

    /// How much is found at most.
    public struct Limits: Sendable {
        /// Starts of one series, those included that an exception or an override takes away.
        public var perComponent = Int.max
        /// Occurrences in all.
        public var occurrences = 50_000
        /// Units of work of ``RecurrenceIterator``.
        public var steps = 100_000

        /// As many for each MiB that was read, of which there is at least one: two years with one every 20 minutes.
        public init(bytes: Int = 0) {
            let size = max(1, bytes >> 20)
            occurrences *= size
            steps *= size
        }
    }

    /// What it costs to read and begin a rule, in steps.
    private static let stepsToBegin = 10

    private let window: Range<Instant>
    private let floating: Zone
    private var limits: Limits
    private var log = FaultLog()

    /// - Parameters:
    ///   - calendars: what ``CalendarStream`` has read.
    ///   - window: what is asked for.
    ///   - kinds: names of the components that are followed.
    ///   - floating: the zone of times that name none, and of dates.
    ///   - zones: the zone of an IANA name, nil where there is none.
    public init(
        of calendars: [Component], in window: Range<Instant>, kinds: Set<String> = ["VEVENT"], floating: Zone,
        zones: @escaping (String) -> Zone?, limits: Limits = Limits()
    ) {
        self.window = window
        self.floating = floating
        self.limits = limits
        for calendar in calendars {
            var reader = ScheduleReader(zones: CalendarZones(of: calendar, known: zones), floating: floating)
            let schedules = calendar.withoutNesting.filter { kinds.contains($0.name) }
                .compactMap { reader.schedule(of: $0) }
            log.append(contentsOf: reader.log)
            let overrides = Dictionary(grouping: schedules.filter { $0.recurrenceID != nil }, by: \.uid)
                .mapValues(Overrides.init)
            for schedule in schedules {
                let own = schedule.recurrenceID == nil ? schedule.uid.flatMap { overrides[$0] } : nil
                guard follow(schedule, overrides: own ?? .none) else { return }
            }
        }
    }

    /// False once a limit is reached.
    private mutating func follow(_ schedule: Schedule, overrides: Overrides) -> Bool {
        guard schedule.repeats else {
            let only = RecurrenceSet.Start(schedule.start)
            if schedule.exceptions.contain(only) || overrides.replace(only) { return true }
            return keep(schedule.occurrence(from: schedule.start, at: only.instant), of: schedule)
        }
        let reach = schedule.reach(of: window, overrides: overrides)
        var set = RecurrenceSet(schedule, from: reach.lowerBound)
        do throws(RecurrenceError) {
            guard try expand(&set, of: schedule, until: reach.upperBound, overrides: overrides) else { return false }
        } catch {
            log.append(Fault(line: schedule.component.line, reason: .recurrence(error)))
        }
        limits.steps -= set.steps + schedule.rules.count * Self.stepsToBegin
        return limits.steps > 0 || exhausted(at: schedule)
    }

    private mutating func expand(
        _ set: inout RecurrenceSet, of schedule: Schedule, until last: LocalDateTime, overrides: Overrides
    ) throws(RecurrenceError) -> Bool {
        var room = limits.perComponent
        while room > 0, let next = try set.next(), next.local <= last {
            guard set.steps < limits.steps else { return exhausted(at: schedule) }
            room -= 1
            if overrides.replace(next) || schedule.exceptions.contain(next) { continue }
            let occurrence =
                overrides.turned(next, of: schedule)
                ?? schedule.occurrence(from: next.moment(in: schedule), at: next.instant, length: next.length)
            guard keep(occurrence, of: schedule) else { return false }
        }
        return true
    }

    private mutating func keep(_ occurrence: Occurrence, of schedule: Schedule) -> Bool {
        guard occurrence.when.touches(window, in: floating) else { return true }
        guard limits.occurrences > 0 else { return exhausted(at: schedule) }
        limits.occurrences -= 1
        occurrences.append(occurrence)
        return true
    }

    private mutating func exhausted(at schedule: Schedule) -> Bool {
        log.append(Fault(line: schedule.component.line, reason: .tooMuch))
        return false
    }
}

extension Component {
    /// The components in a calendar, and those in calendars that stand in it by mistake.
    fileprivate var withoutNesting: [Component] {
        components.flatMap { $0.name == name ? $0.withoutNesting : [$0] }
    }
}

extension Schedule {
    func occurrence(from start: Moment, at instant: Instant, length: Length? = nil) -> Occurrence {
        Occurrence(component: component, when: (length ?? self.length).occurrence(from: start, at: instant))
    }

    /// The starts, on the series' own wall, that can touch the window.
    fileprivate func reach(of window: Range<Instant>, overrides: Overrides) -> ClosedRange<LocalDateTime> {
        // Times that RDATE gives may be in zones up to 26 hours apart.
        let margin = 2 * 86_400
        let longest = max(additions.lazy.compactMap(\.length?.mostSeconds).max() ?? 0, length.mostSeconds)
        let back = max(longest, overrides.longest) + overrides.shifts.upperBound + margin
        let ahead = -overrides.shifts.lowerBound + margin
        let lower = start.zone.local(at: window.lowerBound).adding(seconds: -back)
        return lower...max(lower, start.zone.local(at: window.upperBound).adding(seconds: ahead))
    }
}
