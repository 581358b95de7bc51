import CivilTime

/// What replaces occurrences of the series with one UID: the components with a RECURRENCE-ID; RFC 5545 section 3.8.4.4.
struct Overrides {
    /// Starts that have an override, which is an occurrence of its own wherever it has gone.
    private var replaced: Set<Instant> = []
    /// Days whose starts have one: some write a date where the series has times.
    private var replacedDates: Set<CivilDate> = []
    private let all: [Schedule]
    private var hasReadTimesAsDates = false
    /// Overrides of one occurrence and all later ones, in the order of what they override.
    private var turns: [Turn] = []
    /// Seconds, the longest of any turn.
    private(set) var longest = 0
    /// Seconds by which turns move occurrences, about: from the farthest back to the farthest ahead.
    private(set) var shifts = 0...0

    /// When each of them begins to count.
    private var turnInstants: [Instant] = []

    private struct Turn {
        let identity: Moment
        let instant: Instant
        let by: Schedule

        /// When the occurrence starts that it replaces, on the wall in `zone`. A date in a series of times, and a time in
        /// one of dates, means what starts on that day.
        func from(_ start: RecurrenceSet.Start, of series: Schedule, in zone: Zone) -> LocalDateTime {
            if start.isDate { return LocalDateTime(identity.local.date, .midnight) }
            if identity.isDate { return LocalDateTime(identity.local.date, series.start.local.time) }
            return identity.local(in: zone)
        }
    }

    /// Those of a series that has none.
    static let none = Overrides([])

    init(_ overrides: [Schedule]) {
        all = overrides
        for override in overrides {
            guard let identity = override.recurrenceID else { continue }
            let instant = identity.moment.instant
            if identity.moment.isDate {
                replacedDates.insert(identity.moment.local.date)
            } else {
                replaced.insert(instant)
            }
            if identity.coversFuture {
                turns.append(Turn(identity: identity.moment, instant: instant, by: override))
                longest = max(longest, override.length.mostSeconds)
                let shift = Int(instant.seconds(until: override.start.instant))
                shifts = min(shifts.lowerBound, shift)...max(shifts.upperBound, shift)
            }
        }
        turns.sort { $0.instant < $1.instant }
        turnInstants = turns.map(\.instant)
    }

    /// In a series of dates a time means the date that is written with it.
    mutating func readTimesAsDates() {
        if hasReadTimesAsDates { return }
        hasReadTimesAsDates = true
        for case let identity? in all.map(\.recurrenceID) { replacedDates.insert(identity.moment.local.date) }
    }

    /// Whether an override stands in the place of an occurrence.
    func replace(_ start: RecurrenceSet.Start) -> Bool {
        !replaced.isEmpty && !start.isDate && replaced.contains(start.instant)
            || !replacedDates.isEmpty && replacedDates.contains(start.local.date)
    }

    /// What the last override of this and all later occurrences makes of one; nil where there is none so far.
    ///
    /// It is moved as the first was, on the wall, and takes its length and its words.
    func turned(_ start: RecurrenceSet.Start, of series: Schedule) -> Occurrence? {
        if turns.isEmpty { return nil }
        var passed = 0..<turnInstants.count
        while !passed.isEmpty {
            let middle = passed.lowerBound + passed.count / 2
            let hasBegun =
                start.isDate
                ? turns[middle].identity.local.date <= start.local.date : turnInstants[middle] <= start.instant
            passed = hasBegun ? middle + 1..<passed.upperBound : passed.lowerBound..<middle
        }
        guard passed.lowerBound > 0 else { return nil }
        let turn = turns[passed.lowerBound - 1]
        let zone = start.zone ?? series.start.zone
        let shift = turn.from(start, of: series, in: zone).seconds(until: turn.by.start.local(in: zone))
        let moved = Moment(start.local.adding(seconds: shift), zone, isDate: turn.by.start.isDate)
        return turn.by.occurrence(at: RecurrenceSet.Start(moved))
    }
}
