public import CivilTime

/// The times at which the components of calendars take place, series and overrides followed; RFC 5545 section 3.8.5.
///
/// Whatever the calendars hold, the work is bounded: what would go beyond ``Limits`` is left out and reported.
public struct CalendarExpansion: Sendable {
    /// Those that touch the window; those of one component in their order.
    public private(set) var occurrences: [Occurrence] = []
    /// What could not be read or followed; the rest stands.
    public var faults: [Fault] { log.faults }
    /// Where a limit of all was reached, so that later dates are missing; nil where all were found.
    private(set) var excess: Fault?

    /// How much is found at most.
    public struct Limits: Sendable {
        /// Starts of one series, those included that an exception or an override takes away.
        public var perComponent = Int.max
        /// Units of work of ``RecurrenceIterator`` for one series; what goes beyond is left out of that series alone.
        public var stepsPerSeries = 20_000
        /// Occurrences in all.
        public var occurrences = 40_000
        /// Units of work in all.
        public var steps = 80_000

        /// As many for each MiB that was read, of which there is at least one: two years with one every half hour.
        public init(bytes: Int = 0) {
            let size = max(1 << 20, min(bytes, CalendarStream.maximumSize))
            occurrences = (occurrences * size) >> 20
            steps = (steps * size) >> 20
        }
    }

    /// What it costs to read and begin a rule, in steps.
    private static let stepsToBegin = 10
    /// What it costs to move a start as an override of all later ones says.
    private static let stepsToTurn = 2

    private let window: ExpansionWindow
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
        self.window = ExpansionWindow(window, in: floating)
        self.limits = limits
        var reader = ScheduleReader(
            zones: CalendarZones(known: zones), floating: floating, mostValues: limits.occurrences)
        for calendar in calendars {
            guard follow(calendar, kinds, &reader) else { break }
        }
        log.append(contentsOf: reader.log)
    }

    /// What is left of the limits.
    var rest: Limits { limits }

    /// What overrides is read first, since it may stand behind its series. The others are read as their turn comes, so
    /// that nothing is read of what lies beyond a limit.
    private mutating func follow(_ calendar: Component, _ kinds: Set<String>, _ reader: inout ScheduleReader) -> Bool {
        reader.enter(calendar)
        let components = calendar.withoutNesting.filter { kinds.contains($0.name) }
        var revisions = Revisions()
        for (place, component) in components.enumerated() {
            let marks = ScheduleMarks(component)
            guard marks.isOverride else {
                revisions.add(place, marks)
                continue
            }
            revisions.add(read(component, &reader), at: place, marks)
            guard limits.steps > 0 else { return exhausted(at: calendar) }
        }
        let passedOver = revisions.passedOver(of: components)
        let counting = revisions.overrides.filter { !passedOver.contains($0.place) }
        var overrides = Dictionary(grouping: counting, by: \.schedule.uid).mapValues(Overrides.init)
        var nextOverride = counting[...]
        for (place, component) in components.enumerated() where !passedOver.contains(place) {
            if let override = nextOverride.first, override.place == place {
                nextOverride.removeFirst()
                guard follow(override.schedule, overrides: .none) else { return false }
            } else if let schedule = read(component, &reader) {
                guard limits.steps > 0 else { return exhausted(at: component) }
                if schedule.start.isDate { overrides[schedule.uid]?.readTimesAsDates() }
                let own = schedule.uid == nil ? nil : overrides[schedule.uid]
                guard follow(schedule, overrides: own ?? .none) else { return false }
            }
        }
        return true
    }

    /// Reads a schedule, and counts what that costs.
    private mutating func read(_ component: Component, _ reader: inout ScheduleReader) -> Schedule? {
        let before = reader.steps
        let schedule = reader.schedule(of: component)
        limits.steps -= reader.steps - before
        if reader.isExhausted { limits.steps = 0 }
        return schedule
    }

    /// False once a limit is reached.
    private mutating func follow(_ schedule: Schedule, overrides: Overrides) -> Bool {
        guard schedule.repeats else {
            let only = RecurrenceSet.Start(schedule.start)
            if schedule.exceptions.contain(only) || overrides.replace(only) { return true }
            return keep(schedule.occurrence(at: only), of: schedule)
        }
        let reach = schedule.reach(of: window.instants, overrides: overrides)
        var set = RecurrenceSet(schedule, from: reach.lowerBound)
        if let failure = set.failure { report(failure, in: schedule) }
        do throws(RecurrenceError) {
            guard try expand(&set, of: schedule, until: reach.upperBound, overrides: overrides) else { return false }
        } catch {
            report(error, in: schedule)
        }
        limits.steps -= set.steps + schedule.rules.reduce(0) { $0 + Self.stepsToBegin + $1.weight }
        return limits.steps > 0 || exhausted(at: schedule.component)
    }

    /// False once the limit of all is reached.
    private mutating func expand(
        _ set: inout RecurrenceSet, of schedule: Schedule, until last: LocalDateTime, overrides: Overrides
    ) throws(RecurrenceError) -> Bool {
        var room = limits.perComponent
        while room > 0, let next = try set.next(), next.local <= last {
            guard set.steps < limits.steps else { return exhausted(at: schedule.component) }
            guard set.steps < limits.stepsPerSeries else {
                log.append(Fault(line: schedule.component.line, reason: .tooMuchOfSeries))
                return true
            }
            room -= 1
            if overrides.replace(next) || schedule.exceptions.contain(next) { continue }
            let turned = overrides.turned(next, of: schedule)
            if turned != nil { limits.steps -= Self.stepsToTurn }
            guard keep(turned ?? schedule.occurrence(at: next), of: schedule) else { return false }
        }
        return true
    }

    private mutating func report(_ error: RecurrenceError, in schedule: Schedule) {
        log.append(Fault(line: schedule.component.line, reason: .recurrence(error)))
    }

    private mutating func keep(_ occurrence: Occurrence, of schedule: Schedule) -> Bool {
        guard window.contains(occurrence.when) else { return true }
        guard limits.occurrences > 0 else { return exhausted(at: schedule.component) }
        limits.occurrences -= 1
        occurrences.append(occurrence)
        return true
    }

    private mutating func exhausted(at component: Component) -> Bool {
        let fault = Fault(line: component.line, reason: .tooMuch)
        log.append(fault)
        excess = excess ?? fault
        return false
    }
}

extension Component {
    /// The components in a calendar, and those in calendars that stand in it by mistake.
    fileprivate var withoutNesting: [Component] {
        guard components.contains(where: { $0.name == name }) else { return components }
        return components.flatMap { $0.name == name ? $0.withoutNesting : [$0] }
    }
}

extension Schedule {
    func occurrence(at start: RecurrenceSet.Start) -> Occurrence {
        let length = start.length ?? length
        if start.isDate { return Occurrence(component: component, when: length.days(from: start.local.date)) }
        let when = length.span(from: start.instant, local: start.local, in: start.zone ?? self.start.zone)
        return Occurrence(component: component, when: when)
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
