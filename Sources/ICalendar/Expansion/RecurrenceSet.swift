import CivilTime

/// The starts of a series, found one after the other: DTSTART, RRULE and RDATE together; RFC 5545 section 3.8.5.
///
/// A start that several of them give comes once. EXDATE and overrides are the caller's.
struct RecurrenceSet {
    /// A start of a series.
    struct Start {
        let local: LocalDateTime
        let instant: Instant
        let isDate: Bool
        /// Nil for that of the series.
        var zone: Zone?
        /// Nil for that of the series.
        var length: Length?
    }

    private var listed: ArraySlice<Start>
    private var rules: [RuleStarts] = []
    /// Why a rule gives no start at all; the other starts come all the same.
    private(set) var failure: RecurrenceError?
    private var given = GivenStarts()
    /// Work that was done for rules that failed.
    private var lost = 0

    /// - Parameter earliest: starts before it on the series' own wall may be left out.
    init(_ schedule: Schedule, from earliest: LocalDateTime) {
        // DTSTART is of the series whether or not the rule would give it: so programs write one whose first is moved.
        let first = Start(schedule.start)
        listed = [first]
        if !schedule.additions.isEmpty {
            listed = ([first] + schedule.additions).sorted { $0.instant < $1.instant }[...]
        }
        for rule in schedule.rules {
            var starts = RuleStarts(rule, of: schedule)
            do throws(RecurrenceError) {
                try starts.begin(at: earliest)
                rules.append(starts)
            } catch {
                failure = error
                lost += starts.steps
            }
        }
    }

    /// Work that was done, in the units of ``RecurrenceIterator``.
    var steps: Int { rules.reduce(lost) { $0 + $1.steps } }

    /// The next start; nil after the last.
    mutating func next() throws(RecurrenceError) -> Start? {
        while let next = try nextGiven() {
            if given.isNew(next.instant) { return next }
        }
        return nil
    }

    /// The next that DTSTART, a rule or RDATE gives; it may have come already.
    private mutating func nextGiven() throws(RecurrenceError) -> Start? {
        if listed.isEmpty, rules.count == 1 {
            guard let next = rules[0].next else { return nil }
            try rules[0].advance()
            return next
        }
        var earliest = listed.first?.instant
        for rule in rules {
            guard let next = rule.next else { continue }
            earliest = min(earliest ?? next.instant, next.instant)
        }
        guard let earliest else { return nil }
        var found: Start?
        while let first = listed.first, first.instant == earliest {
            // What says its own length says more.
            found = found?.length == nil ? first : found
            listed = listed.dropFirst()
        }
        for index in rules.indices {
            while let start = rules[index].next, start.instant == earliest {
                found = found ?? start
                try rules[index].advance()
            }
        }
        return found
    }
}

extension RecurrenceSet.Start {
    init(_ moment: Moment) {
        self.init(local: moment.local, instant: moment.instant, isDate: moment.isDate, zone: moment.zone)
    }
}
