public import CivilTime

/// The occurrences of a rule that starts at a certain time, one after the other, on the wall of the start's zone.
///
/// It gives what the rule yields from the start on (RFC 5545, section 3.3.10). A start that its own rule does not
/// yield is an occurrence all the same, but not one of these: that is the caller's to add. A wall time that the clocks
/// jump over is given like any other; `Zone.instant(of:)` knows what is meant.
///
/// Nothing is worked out before it is asked for, and nothing is kept: a rule for ever costs what is read of it. Where a
/// rule's numbers contradict each other, the search ends with ``RecurrenceError/neverMatches`` within a millisecond.
/// The calendar's end, in the year 9999, ends every rule.
public struct RecurrenceIterator: Sendable {
    /// How many occurrences a rule of hours, minutes or seconds may give.
    public static let shortPeriodLimit = 10_000
    /// How many periods of a rule with a COUNT are counted through at once to reach a time that was asked for, where
    /// nothing else is said.
    private static let countingLimit = 50_000

    private let rule: RecurrenceRule
    private var periods: RecurrencePeriods
    private let times: ClockTimes
    private let end: RecurrenceEnd
    private let countingLimit: Int
    /// Nothing before it is an occurrence.
    private let startWall: Int
    /// Nothing before it is given.
    private var floorWall: Int
    /// What COUNT leaves; nil without one.
    private var remaining: Int?
    /// Why nothing more comes, once that is so.
    private var failure: RecurrenceError?
    private var isOver = false
    private var given = 0
    /// Periods since the last occurrence that was given.
    private var barren = 0
    /// Periods since the last in which BYSETPOS found something.
    private var unpicked = 0

    /// The days of the period at hand that are still to come, of which `bits` is the word before `word`.
    private var days = DaySet()
    private var word = 0
    private var words = 0
    private var bits: UInt64 = 0
    /// Wall seconds of bit 0 in `bits`.
    private var bitsOrigin = 0
    /// Wall seconds of the day, or the shorter period, at hand and the next of its times.
    private var origin = 0
    private var time: Int
    /// Of the period at hand, what BYSETPOS has picked.
    private var picked: [Int] = []
    private var nextPicked = 0

    /// The work done so far, in units of a hundred nanoseconds or less; it never shrinks.
    public var steps: Int { work + periods.steps }
    private var work = 0

    /// - Parameters:
    ///   - rule: the rule.
    ///   - start: DTSTART on the wall of its zone.
    ///   - isDate: whether DTSTART is a DATE: its time, BYHOUR, BYMINUTE and BYSECOND count for nothing then, and of an
    ///     UNTIL only the date as it is written.
    ///   - zone: where a moment of UNTIL in UTC is compared with the time on the wall.
    public init(_ rule: RecurrenceRule, start: LocalDateTime, isDate: Bool = false, zone: Zone = .utc) {
        self.init(rule, start: start, isDate: isDate, zone: zone, countingAtMost: Self.countingLimit)
    }

    /// - Parameter countingAtMost: periods that are counted through at once.
    init(_ rule: RecurrenceRule, start: LocalDateTime, isDate: Bool, zone: Zone, countingAtMost: Int) {
        let start = isDate ? LocalDateTime(start.date, .midnight) : start
        self.rule = rule
        countingLimit = countingAtMost
        end = RecurrenceEnd(rule.until, isDate: isDate, zone: zone)
        times = ClockTimes(rule, start: start.time, isDate: isDate)
        time = times.count
        periods = RecurrencePeriods(rule, start: start, lastDay: end.lastDay)
        startWall = start.wallSeconds
        floorWall = startWall
        remaining = rule.count
        if isDate, rule.frequency.isShorterThanDay { failure = .timesOfDate(rule.frequency) }
        let most = periods.mostDays * times.count
        if !rule.positions.isEmpty, rule.positions.allSatisfy({ abs($0) > most }) { failure = .neverMatches }
    }

    /// The next occurrence on the wall; nil when there are no more.
    ///
    /// - Throws: ``RecurrenceError`` if the rule never matches, or has too many occurrences, and again every time.
    public mutating func next() throws(RecurrenceError) -> LocalDateTime? {
        if let failure { throw failure }
        while !isOver {
            guard let wall = try nextWall() else { break }
            if wall > end.certain {
                // What a gap moves may be past the end where the time behind it is not.
                guard wall <= end.possible else { break }
                guard end.includes(wall) else {
                    work += 10
                    continue
                }
            }
            if let left = remaining {
                remaining = left - 1
                if left <= 1 { isOver = true }
            }
            barren = 0
            given += 1
            if given > Self.shortPeriodLimit, rule.frequency.isShorterThanDay {
                throw fail(.tooManyOccurrences(rule.frequency, limit: Self.shortPeriodLimit))
            }
            return LocalDateTime(wallSeconds: wall)
        }
        isOver = true
        return nil
    }

    /// Leaves out all occurrences before a time; what has been left out does not come back.
    ///
    /// Costs the same for any distance, unless the rule has a COUNT: then what lies between is counted when the next
    /// occurrence is asked for, a period at a time.
    public mutating func skip(to time: LocalDateTime) {
        let wall = time.wallSeconds
        guard wall > floorWall else { return }
        // What is at hand does not reach back before the old floor.
        floorWall = wall
        trim()
        guard !isOver, failure == nil else { return }
        if remaining == nil {
            _ = periods.skip(to: wall)
        } else if periods.isOpen, rule.positions.isEmpty, let first = periods.nextWall {
            let skipped = periods.skip(to: wall)
            // Of the first period there may be times before the start.
            if skipped > 0 { count(off: skipped * times.count - times.count(before: startWall - first)) }
        }
    }

    /// Takes a start that the rule does not give from COUNT.
    mutating func countStart() { count(off: 1) }

    private mutating func fail(_ error: RecurrenceError) -> RecurrenceError {
        failure = error
        return error
    }

    /// Takes occurrences that nobody wants to see from COUNT.
    private mutating func count(off number: Int) {
        guard let left = remaining, number > 0 else { return }
        remaining = left - number
        if left <= number { isOver = true }
    }
}

// MARK: - Within the periods

extension RecurrenceIterator {
    /// The next moment that is not before the floor, whatever the end.
    private mutating func nextWall() throws(RecurrenceError) -> Int? {
        work += 1
        while !isOver {
            if time < times.count {
                time += 1
                return origin + times[time - 1]
            }
            if bits != 0 {
                open(bitsOrigin + bits.trailingZeroBitCount * RecurrencePeriods.secondsInDay)
                bits &= bits - 1
            } else if word < words {
                openWord()
            } else if nextPicked < picked.count {
                nextPicked += 1
                return picked[nextPicked - 1]
            } else {
                guard try openPeriod() else { return nil }
            }
        }
        return nil
    }

    /// Turns to the times of a day or a shorter period, without those before the floor.
    private mutating func open(_ origin: Int) {
        self.origin = origin
        time = 0
        guard origin < floorWall else { return }
        time = times.count(before: floorWall - origin)
        if remaining != nil { count(off: time - times.count(before: startWall - origin)) }
    }

    /// Turns to the next 64 days of the period, without those before the floor's.
    private mutating func openWord() {
        bits = days.words[word]
        if word > 0 { bitsOrigin += 64 * RecurrencePeriods.secondsInDay }
        word += 1
        dropDays()
    }

    private mutating func dropDays() {
        guard bitsOrigin < floorWall, bits != 0 else { return }
        let kept = bits & Self.days(since: floorWall, from: bitsOrigin)
        if remaining != nil {
            let begun = bits & Self.days(since: startWall, from: bitsOrigin)
            // The day of the start is only partly its rule's.
            var dropped = (begun & ~kept).nonzeroBitCount * times.count
            let first = bitsOrigin + begun.trailingZeroBitCount * RecurrencePeriods.secondsInDay
            if begun != kept, first < startWall { dropped -= times.count(before: startWall - first) }
            bits = kept
            count(off: dropped)
        }
        bits = kept
    }

    /// The bits of the days that end after a moment.
    private static func days(since wall: Int, from origin: Int) -> UInt64 {
        guard wall > origin else { return .max }
        let past = (wall - origin) / RecurrencePeriods.secondsInDay
        return past >= 64 ? 0 : .max << UInt64(past)
    }

    /// Turns to the next period that holds anything of the rule; false where there is none.
    private mutating func openPeriod() throws(RecurrenceError) -> Bool {
        barren += 1
        if barren > countingLimit { throw fail(.tooMuchToCount) }
        guard let found = try find() else { return false }
        if !rule.positions.isEmpty {
            try pick(from: found)
        } else if case .clock = periods.unit {
            open(found.origin)
        } else {
            days = found.days
            word = 0
            words = found.words
            bitsOrigin = found.origin
        }
        return true
    }

    private mutating func find() throws(RecurrenceError) -> RecurrencePeriods.Found? {
        do throws(RecurrenceError) {
            return try periods.find()
        } catch {
            throw fail(error)
        }
    }

    /// Applies BYSETPOS to all that a period holds, also before the start.
    private mutating func pick(from found: RecurrencePeriods.Found) throws(RecurrenceError) {
        picked.removeAll(keepingCapacity: true)
        nextPicked = 0
        let total = found.days.count * times.count
        for position in rule.positions where abs(position) <= total {
            let index = position > 0 ? position - 1 : total + position
            let (day, time) = index.quotientAndRemainder(dividingBy: times.count)
            picked.append(found.origin + found.days.day(day) * RecurrencePeriods.secondsInDay + times[time])
        }
        work += rule.positions.count / 4
        unpicked = picked.isEmpty ? unpicked + 1 : 0
        if unpicked > periods.patience { throw fail(.neverMatches) }
        if picked.count > 1 { sortPicked() }
        dropPicked()
    }

    /// Ascending and each once: 1 and -1 are the same where there is but one.
    private mutating func sortPicked() {
        picked.sort()
        var kept = 1
        for index in 1..<picked.count where picked[index] != picked[kept - 1] {
            picked[kept] = picked[index]
            kept += 1
        }
        picked.removeSubrange(kept...)
    }

    private mutating func dropPicked() {
        while nextPicked < picked.count, picked[nextPicked] < floorWall {
            if picked[nextPicked] >= startWall { count(off: 1) }
            nextPicked += 1
        }
    }

    /// Drops what is at hand before a floor that has just been raised.
    private mutating func trim() {
        if time < times.count, origin < floorWall {
            let dropped = times.count(before: floorWall - origin) - time
            if dropped > 0 {
                time += dropped
                count(off: dropped)
            }
        }
        dropDays()
        dropPicked()
    }
}
