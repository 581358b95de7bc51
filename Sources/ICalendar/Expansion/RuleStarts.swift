import CivilTime

/// The starts that one rule of a series gives.
struct RuleStarts {
    /// The one that comes next; nil after the last.
    private(set) var next: RecurrenceSet.Start?
    private var iterator: RecurrenceIterator
    private var cursor: ZoneCursor
    private let first: Moment
    /// What the COUNT leaves; nil without one.
    private var left: Int?

    init(_ rule: RecurrenceRule, of schedule: Schedule) {
        first = schedule.start
        iterator = RecurrenceIterator(rule, start: first.local, isDate: first.isDate, zone: first.zone)
        cursor = ZoneCursor(first.zone)
        left = rule.count
    }

    var steps: Int { iterator.steps }

    /// - Parameter earliest: starts before it may be left out.
    mutating func begin(at earliest: LocalDateTime) throws(RecurrenceError) {
        guard let left else {
            iterator.skip(to: earliest)
            return try advance()
        }
        try advance()
        // DTSTART counts as the first also where the rule would not give it (RFC 5545 section 3.3.10).
        if next?.local != first.local {
            self.left = max(0, left - 2)
            if left < 2 { next = nil }
        }
    }

    mutating func advance() throws(RecurrenceError) {
        next = nil
        if let left {
            guard left > 0 else { return }
            self.left = left - 1
        }
        guard let local = try iterator.next() else { return }
        next = RecurrenceSet.Start(local: local, instant: cursor.instant(of: local), isDate: first.isDate)
    }
}
