import CivilTime

/// A component with a RECURRENCE-ID. It is kept in several places, and too large to be copied to each.
final class Override: Sendable {
    let schedule: Schedule
    /// Which component of its calendar it is.
    let place: Int

    init(_ schedule: Schedule, at place: Int) {
        self.schedule = schedule
        self.place = place
    }

    /// When the occurrence starts that it replaces, on the wall in `zone`. A date in a series of times, and a time in one
    /// of dates, means what starts on that day.
    fileprivate func replaced(_ start: RecurrenceSet.Start, of series: Schedule, in zone: Zone) -> LocalDateTime {
        let identity = schedule.recurrenceID?.moment ?? schedule.start
        if start.isDate { return LocalDateTime(identity.local.date, .midnight) }
        if identity.isDate { return LocalDateTime(identity.local.date, series.start.local.time) }
        return identity.local(in: zone)
    }
}

/// What replaces occurrences of the series with one UID: the components with a RECURRENCE-ID; RFC 5545 section 3.8.4.4.
struct Overrides {
    /// Starts that have an override, which is an occurrence of its own wherever it has gone.
    private var replaced: Set<Instant> = []
    /// From the first of them to the last.
    private var reach = Instant.latest...Instant.latest
    /// Days whose starts have one: some write a date where the series has times.
    private var replacedDates: Set<CivilDate> = []
    private let all: [Override]
    private var hasReadTimesAsDates = false
    /// Overrides of one occurrence and all later ones, in the order of what they override.
    private var turns: [Override] = []
    /// Seconds, the longest of any turn.
    private(set) var longest = 0
    /// Seconds by which turns move occurrences, about: from the farthest back to the farthest ahead.
    private(set) var shifts = 0...0

    /// When each of them begins to count.
    private var turnInstants: [Instant] = []

    /// Those of a series that has none.
    static let none = Overrides([])

    init(_ overrides: [Override]) {
        all = overrides
        var begun: [(at: Instant, override: Override)] = []
        for override in overrides {
            guard let identity = override.schedule.recurrenceID else { continue }
            let instant = identity.moment.instant
            if identity.moment.isDate {
                replacedDates.insert(identity.moment.local.date)
            } else {
                reach =
                    replaced.isEmpty
                    ? instant...instant : min(reach.lowerBound, instant)...max(reach.upperBound, instant)
                replaced.insert(instant)
            }
            if identity.coversFuture {
                begun.append((instant, override))
                longest = max(longest, override.schedule.length.mostSeconds)
                let shift = Int(instant.seconds(until: override.schedule.start.instant))
                shifts = min(shifts.lowerBound, shift)...max(shifts.upperBound, shift)
            }
        }
        begun.sort { $0.at < $1.at }
        turns = begun.map(\.override)
        turnInstants = begun.map(\.at)
    }

    /// In a series of dates a time means the date that is written with it.
    mutating func readTimesAsDates() {
        if hasReadTimesAsDates { return }
        hasReadTimesAsDates = true
        for case let identity? in all.map(\.schedule.recurrenceID) { replacedDates.insert(identity.moment.local.date) }
    }

    /// Whether an override stands in the place of an occurrence.
    func replace(_ start: RecurrenceSet.Start) -> Bool {
        reach.contains(start.instant) && !start.isDate && replaced.contains(start.instant)
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
                ? turns[middle].replaced(start, of: series, in: series.start.zone).date <= start.local.date
                : turnInstants[middle] <= start.instant
            passed = hasBegun ? middle + 1..<passed.upperBound : passed.lowerBound..<middle
        }
        guard passed.lowerBound > 0 else { return nil }
        let turn = turns[passed.lowerBound - 1]
        let zone = start.zone ?? series.start.zone
        let shift = turn.replaced(start, of: series, in: zone).seconds(until: turn.schedule.start.local(in: zone))
        let moved = Moment(start.local.adding(seconds: shift), zone, isDate: turn.schedule.start.isDate)
        return turn.schedule.occurrence(at: RecurrenceSet.Start(moved))
    }
}
