import CivilTime

/// The years, months, weeks, days or shorter periods that a rule's INTERVAL picks and that hold a day or time of it.
///
/// Whatever the numbers, the search ends: at the limit, or when the calendar's cycle of 400 years has been gone
/// through in vain.
struct RecurrencePeriods: Sendable {
    /// A period that is not empty.
    struct Found {
        /// Wall seconds of its beginning.
        let origin: Int
        /// The days from there; the first alone for a period within a day.
        let days: DaySet
        /// How many words of the set may hold any.
        let words: Int
    }

    enum Unit: Hashable {
        case years, months, weeks, days
        /// Hours, minutes or seconds: their length in seconds.
        case clock(Int)
    }

    let unit: Unit
    private let step: Int
    /// Empty periods in a row after which there is no hope.
    let patience: Int
    /// What the hour, minute and second of a period must be, for those that are shorter than a day: bit 0 is 0.
    private let hours: UInt64
    private let minutes: UInt64
    private let seconds: UInt64
    /// No day after this is looked at.
    private let lastDay: Int
    private var calendar: YearDays
    /// The next period to look at: a year, a month counted from year 0, a day number, or wall seconds.
    private(set) var next: Int
    /// Empty periods since the last that was not.
    private var idle = 0
    private var hasFound = false
    /// What has been done, in units of some ten nanoseconds.
    private(set) var steps = 0

    /// Whether each period passes, so that they can be counted without being looked at.
    let isOpen: Bool

    static let secondsInDay = 86_400
    /// Empty days and weeks are jumped over, so that an interval of thousands is needed to be this unlucky.
    private static let longestPatience = 5000

    init(_ rule: RecurrenceRule, start: LocalDateTime, lastDay: Int) {
        let filter = DayFilter(rule, start: start.date)
        let day = start.date.dayNumber
        let week = day - (start.date.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
        calendar = YearDays(filter)
        step = rule.interval
        self.lastDay = lastDay
        hours = rule.frequency.isShorterThanDay ? Self.mask(rule.hours) : 0
        minutes = rule.frequency == .minutely || rule.frequency == .secondly ? Self.mask(rule.minutes) : 0
        seconds = rule.frequency == .secondly ? Self.mask(rule.seconds.map { min($0, 59) }) : 0
        isOpen = filter.isOpen && (hours | minutes | seconds) == 0
        // Where every period counts and none is cut, a year's days can be walked without minding where they begin.
        let isSeamless = rule.interval == 1 && rule.positions.isEmpty
        switch rule.frequency {
        case .secondly: unit = .clock(1)
        case .minutely: unit = .clock(60)
        case .hourly: unit = .clock(3600)
        case .daily: unit = isSeamless ? .years : .days
        case .weekly: unit = isSeamless ? .years : .weeks
        case .monthly: unit = isSeamless ? .years : .months
        case .yearly: unit = .years
        }
        switch unit {
        case .years:
            next = start.date.year
            patience = Self.cycle(400, step)
        case .months:
            next = start.date.year * 12 + start.date.month - 1
            patience = Self.cycle(4800, step)
        case .weeks:
            next = week
            patience = min(Self.cycle(20_871, step), Self.longestPatience)
        case .days:
            next = day
            patience = Self.longestPatience
        case .clock(let length):
            next = day * Self.secondsInDay + start.time.secondsOfDay / length * length
            patience = Self.longestPatience
        }
    }

    /// How many days a period can hold at most; one that is shorter than a day counts as one.
    var mostDays: Int {
        switch unit {
        case .years: 366
        case .months: 31
        case .weeks: 7
        case .days, .clock: 1
        }
    }

    /// Wall seconds at which the next period begins, where a period is a day or less; nil for longer ones.
    var nextWall: Int? {
        switch unit {
        case .years, .months, .weeks: nil
        case .days: next * Self.secondsInDay
        case .clock: next
        }
    }

    private static func mask(_ values: [Int]) -> UInt64 { values.reduce(0) { $0 | 1 << UInt64($1) } }

    /// After how many steps the calendar's 400 years, of so many periods, have come round.
    private static func cycle(_ periods: Int, _ step: Int) -> Int {
        var (left, right) = (periods, step % periods)
        while right != 0 { (left, right) = (right, left % right) }
        return periods / left
    }

    // MARK: Going on

    /// The next period with anything in it; nil after the limit.
    mutating func find() throws(RecurrenceError) -> Found? {
        let found: Found? =
            switch unit {
            case .years: try findYear()
            case .months: try findMonth()
            case .weeks: try findWeek()
            case .days: try findDay()
            case .clock(let length): try findClock(length)
            }
        idle = 0
        if found != nil {
            hasFound = true
        } else if !hasFound, lastDay == CivilDate.latest.dayNumber {
            throw .neverMatches
        }
        return found
    }

    private mutating func countIdle() throws(RecurrenceError) {
        idle += 1
        steps += 1
        if idle > patience { throw .neverMatches }
    }

    /// So many steps on. An interval of 31 bits times the seconds of the calendar stays far below what an Int holds.
    private mutating func advance(_ steps: Int = 1) { next += step * steps }

    private mutating func findYear() throws(RecurrenceError) -> Found? {
        while next <= 9999 {
            calendar.show(year: next)
            guard calendar.start <= lastDay else { return nil }
            advance()
            steps += 1
            if !calendar.days.isEmpty {
                return found(at: calendar.start, calendar.days, words: DaySet.wordCount)
            }
            try countIdle()
        }
        return nil
    }

    private mutating func findMonth() throws(RecurrenceError) -> Found? {
        while next < 120_000 {
            calendar.show(year: next / 12)
            let month = next % 12
            let start = calendar.monthStart(month)
            guard calendar.start + start <= lastDay else { return nil }
            advance()
            steps += 1
            let end = month == 11 ? calendar.length : calendar.monthStart(month + 1)
            let bits = calendar.days.bits(from: start, count: end - start)
            if bits != 0 { return found(at: calendar.start + start, DaySet(bits: bits), words: 1) }
            try countIdle()
        }
        return nil
    }

    private mutating func findWeek() throws(RecurrenceError) -> Found? {
        while next <= lastDay {
            let week = next
            let bits = calendar.week(from: week)
            steps += 1
            if bits != 0 {
                advance(7)
                return found(at: week, DaySet(bits: bits), words: 1)
            }
            guard let day = try firstDay(from: week + 7) else { return nil }
            advance(7 * Self.roundedUp((day - week) / 7, step))
            try countIdle()
        }
        return nil
    }

    private mutating func findDay() throws(RecurrenceError) -> Found? {
        while next <= lastDay {
            let day = next
            steps += 1
            if calendar.contains(day) {
                advance()
                return found(at: day, DaySet(bits: 1), words: 1)
            }
            guard let candidate = try firstDay(from: day + 1) else { return nil }
            advance(Self.roundedUp(candidate - day, step))
            try countIdle()
        }
        return nil
    }

    private mutating func findClock(_ length: Int) throws(RecurrenceError) -> Found? {
        let step = step * length
        while true {
            let moment = next
            let day = YearDays.day(of: moment)
            guard day <= lastDay else { return nil }
            steps += 1
            guard let candidate = try candidate(from: moment, day: day) else { return nil }
            if candidate == moment {
                next = moment + step
                return Found(origin: moment, days: DaySet(bits: 1), words: 1)
            }
            next = moment + Self.roundedUp(candidate - moment, step) * step
            try countIdle()
        }
    }

    /// The first moment from one on that is not ruled out by its day, or its hour, or its minute, or its second; the
    /// next in line may still rule it out.
    private mutating func candidate(from moment: Int, day: Int) throws(RecurrenceError) -> Int? {
        guard calendar.contains(day) else {
            return try firstDay(from: day + 1).map { $0 * Self.secondsInDay }
        }
        let midnight = day * Self.secondsInDay
        let time = moment - midnight
        let hour = time / 3600
        guard hours == 0 || hours >> UInt64(hour) & 1 == 1 else {
            return midnight + (Self.next(in: hours, from: hour) ?? 24) * 3600
        }
        let minute = time / 60 % 60
        guard minutes == 0 || minutes >> UInt64(minute) & 1 == 1 else {
            return midnight + hour * 3600 + (Self.next(in: minutes, from: minute) ?? 60) * 60
        }
        let second = time % 60
        guard seconds == 0 || seconds >> UInt64(second) & 1 == 1 else {
            return midnight + time - second + (Self.next(in: seconds, from: second) ?? 60)
        }
        return moment
    }

    private static func next(in mask: UInt64, from bit: Int) -> Int? {
        let rest = mask >> UInt64(bit)
        return rest == 0 ? nil : bit + rest.trailingZeroBitCount
    }

    private static func roundedUp(_ distance: Int, _ step: Int) -> Int { (distance - 1) / step + 1 }

    private func found(at day: Int, _ days: DaySet, words: Int) -> Found {
        Found(origin: day * Self.secondsInDay, days: days, words: words)
    }

    /// The first day from one on that the rule leaves; nil if it lies after the limit.
    private mutating func firstDay(from day: Int) throws(RecurrenceError) -> Int? {
        guard day <= lastDay else { return nil }
        calendar.show(day: day)
        var offset = day - calendar.start
        var empty = 0
        while true {
            if let first = calendar.days.first(from: offset) {
                let day = calendar.start + first
                return day <= lastDay ? day : nil
            }
            guard calendar.start + calendar.length <= lastDay else { return nil }
            calendar.show(year: calendar.year + 1)
            offset = 0
            empty += 1
            steps += 1
            // The rest of a year, and the calendar's whole cycle.
            if empty > 401 { throw .neverMatches }
        }
    }

    // MARK: Jumping

    /// Leaves out the periods that end before a moment, and returns how many: some of them may have been empty.
    mutating func skip(to wall: Int) -> Int {
        let day = YearDays.day(of: wall)
        let target: Int
        var step = step
        switch unit {
        case .years: target = YearDays.year(of: day)
        case .months: target = CivilDate(dayNumber: day).year * 12 + CivilDate(dayNumber: day).month - 1
        case .weeks:
            target = day
            step *= 7
        case .days: target = day
        case .clock(let length):
            target = wall
            step *= length
        }
        // The period that the moment falls into begins at most one step before it.
        guard target > next else { return 0 }
        let skipped = (target - next) / step
        next += skipped * step
        // What was left out may have matched.
        if skipped > 0 { hasFound = true }
        return skipped
    }
}
