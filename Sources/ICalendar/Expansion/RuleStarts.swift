import CivilTime

/// The starts that one rule of a series gives.
struct RuleStarts {
    /// The one that comes next; nil after the last.
    private(set) var next: RecurrenceSet.Start?
    private var iterator: RecurrenceIterator
    private var cursor: ZoneCursor
    private let first: Moment
    private let count: Int?

    /// Periods that are counted through in search of what is asked for: a calendar holds many series.
    private static let mostPeriods = 10_000

    init(_ rule: RecurrenceRule, of schedule: Schedule) {
        first = schedule.start
        iterator = RecurrenceIterator(
            rule, start: first.local, isDate: first.isDate, zone: first.zone, countingAtMost: Self.mostPeriods)
        cursor = ZoneCursor(first.zone)
        count = rule.count
    }

    var steps: Int { iterator.steps }

    /// - Parameter earliest: starts before it may be left out.
    mutating func begin(at earliest: LocalDateTime) throws(RecurrenceError) {
        guard let count else {
            iterator.skip(to: earliest)
            return try advance()
        }
        try advance()
        guard let begun = next else { return }
        // DTSTART counts as the first also where the rule would not give it (RFC 5545 section 3.3.10).
        if begun.local != first.local {
            iterator.countStart()
            if count == 1 { next = nil }
        }
        if begun.local < earliest {
            iterator.skip(to: earliest)
            try advance()
        }
    }

    mutating func advance() throws(RecurrenceError) {
        next = nil
        guard let local = try iterator.next() else { return }
        next = RecurrenceSet.Start(local: local, instant: cursor.instant(of: local), isDate: first.isDate)
    }
}
