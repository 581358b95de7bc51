import CivilTime

/// The days that the parts of a rule leave in a year, with one year held at hand.
///
/// A year's set depends on nothing but the weekday of its first of January and on where the next leap day lies, so
/// that each of 28 kinds of year is worked out at most once.
struct YearDays: Sendable {
    private let filter: DayFilter
    private var known: [DaySet]
    private var isKnown: UInt32 = 0

    /// 0...10,000; the two at the ends lie outside of the calendar and have no days.
    private(set) var year = Int.min
    /// The number of the first of January.
    private(set) var start = 0
    private(set) var length = 0
    private(set) var days = DaySet()

    init(_ filter: DayFilter) {
        self.filter = filter
        known = Array(repeating: DaySet(), count: YearKind.count)
    }

    mutating func show(year: Int) {
        if year == self.year { return }
        self.year = year
        start = Self.firstDay(of: year)
        guard (1...9999).contains(year) else {
            length = year < 1 ? 366 : 365
            days = DaySet()
            return
        }
        let kind = YearKind(year, startsOn: start)
        length = kind.length
        if isKnown >> UInt32(kind.index) & 1 == 0 {
            known[kind.index] = filter.days(in: kind)
            isKnown |= 1 << UInt32(kind.index)
        }
        days = known[kind.index]
    }

    /// Shows the year that holds a day.
    mutating func show(day: Int) {
        if day >= start, day < start + length { return }
        if day == start + length, year > 0 { return show(year: year + 1) }
        show(year: Self.year(of: day))
    }

    /// Whether the parts of the rule leave a day.
    mutating func contains(_ day: Int) -> Bool {
        show(day: day)
        return days.contains(day - start)
    }

    /// Seven days from one on, as bits from 0 up.
    mutating func week(from day: Int) -> UInt64 {
        show(day: day)
        let rest = start + length - day
        let bits = days.bits(from: day - start, count: min(7, rest))
        if rest >= 7 { return bits }
        show(year: year + 1)
        return bits | days.bits(from: 0, count: 7 - rest) << UInt64(rest)
    }

    /// Where the months of the year shown begin, counted from the first of January; the month is 0...11.
    func monthStart(_ month: Int) -> Int {
        month < 2 ? 31 * month : (153 * (month - 2) + 2) / 5 + length - 306
    }

    private static func firstDay(of year: Int) -> Int {
        // Four hundred years on, so that division rounds down.
        let past = year + 399
        return 365 * past + past / 4 - past / 100 + past / 400 - 865_259
    }

    /// The number of the day that a moment in wall seconds lies in.
    static func day(of wall: Int) -> Int {
        // A million days make any moment of the calendar positive.
        (wall + 86_400_000_000) / 86_400 - 1_000_000
    }

    static func year(of day: Int) -> Int {
        if day < CivilDate.earliest.dayNumber { return 0 }
        if day > CivilDate.latest.dayNumber { return 10_000 }
        return CivilDate(dayNumber: day).year
    }
}

/// What tells the calendars of two years apart, those of their neighbours' weeks included.
struct YearKind {
    /// The weekday of the first of January; Monday is 0.
    let firstWeekday: Int
    let length: Int
    let previousLength: Int
    let nextLength: Int

    static let count = 28

    init(_ year: Int, startsOn day: Int) {
        // 1970-01-01 was a Thursday; 102,738 weeks make any day of the calendar positive.
        firstWeekday = (day + 3 + 7 * 102_738) % 7
        length = Self.length(of: year)
        previousLength = Self.length(of: year - 1)
        nextLength = Self.length(of: year + 1)
    }

    private static func length(of year: Int) -> Int {
        year & 3 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
    }

    var index: Int {
        // At most one of three neighbours is a leap year.
        firstWeekday + 7 * (length - 365) + 14 * (previousLength - 365) + 21 * (nextLength - 365)
    }
}
