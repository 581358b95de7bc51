import CivilTime

/// The parts of a rule that say something about days, with what the start adds to them (RFC 5545, section 3.3.10).
///
/// Every part narrows: the table's "expand" and "limit" come to the same for days once the period is cut out of them.
/// BYDAY's ordinals count in months for a rule that is MONTHLY or has a BYMONTH, otherwise in the year (notes 1 and
/// 2); where RFC 5545 has no place for an ordinal, as in a WEEKLY rule, it is overlooked.
struct DayFilter: Sendable {
    private let weekStart: Int
    /// Bit 1 is January.
    private let months: UInt64
    private let monthDays: [Int]
    private let yearDays: [Int]
    private let weekNumbers: [Int]
    /// Monday is bit 0.
    private let weekdays: UInt64
    private let ordinals: [(weekday: Int, ordinal: Int)]
    private let countsInMonths: Bool

    /// Whether every day passes.
    let isOpen: Bool

    init(_ rule: RecurrenceRule, start: CivilDate) {
        var weekdays: UInt64 = 0
        var ordinals: [(weekday: Int, ordinal: Int)] = []
        let knowsOrdinals = rule.frequency == .monthly || rule.frequency == .yearly
        for entry in rule.weekdays {
            if knowsOrdinals, let ordinal = entry.ordinal {
                ordinals.append((entry.weekday.rawValue - 1, ordinal))
            } else {
                weekdays |= Self.bit(entry.weekday)
            }
        }
        var months = rule.months
        var monthDays = rule.monthDays
        // "Information, not contained in the rule, necessary to determine the various recurrence instance start time
        // and dates are derived from the Start Time (DTSTART)": its weekday, its day, its day and month.
        if rule.weekdays.isEmpty, rule.monthDays.isEmpty, rule.yearDays.isEmpty {
            switch rule.frequency {
            case .secondly, .minutely, .hourly, .daily: break
            case .weekly: weekdays = Self.bit(start.weekday)
            case .monthly, .yearly:
                if rule.weekNumbers.isEmpty {
                    monthDays = [start.day]
                    if rule.frequency == .yearly, months.isEmpty { months = [start.month] }
                } else {
                    weekdays = Self.bit(start.weekday)
                }
            }
        }
        self.weekdays = weekdays
        self.ordinals = ordinals
        self.monthDays = monthDays
        self.months = months.reduce(0) { $0 | 1 << UInt64($1) }
        yearDays = rule.yearDays
        weekNumbers = rule.weekNumbers
        weekStart = rule.weekStart.rawValue - 1
        countsInMonths = rule.frequency == .monthly || !rule.months.isEmpty
        isOpen =
            months.isEmpty && monthDays.isEmpty && rule.yearDays.isEmpty && rule.weekNumbers.isEmpty && weekdays == 0
            && ordinals.isEmpty
    }

    private static func bit(_ weekday: Weekday) -> UInt64 { 1 << UInt64(weekday.rawValue - 1) }

    /// The days of a year that pass.
    func days(in year: YearKind) -> DaySet {
        var days = DaySet(0..<year.length)
        if months != 0 { days.formIntersection(inMonths(of: year)) }
        if !monthDays.isEmpty { days.formIntersection(onMonthDays(of: year)) }
        if !yearDays.isEmpty { days.formIntersection(onYearDays(of: year)) }
        if !weekNumbers.isEmpty { days.formIntersection(inWeeks(of: year)) }
        if weekdays != 0 || !ordinals.isEmpty { days.formIntersection(onWeekdays(of: year)) }
        return days
    }
}

// MARK: - The parts

extension DayFilter {
    /// The months that the rule names, or all, as ranges of days of the year.
    private func monthRanges(of year: YearKind) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(12)
        var start = 0
        for month in 1...12 {
            // Any year of the same length will do.
            let end = start + CivilDate.daysInMonth(month, year: year.length == 366 ? 2024 : 2023)
            if months == 0 || months >> UInt64(month) & 1 == 1 { ranges.append(start..<end) }
            start = end
        }
        return ranges
    }

    private func inMonths(of year: YearKind) -> DaySet {
        var days = DaySet()
        for month in monthRanges(of: year) { days.insert(month) }
        return days
    }

    private func onMonthDays(of year: YearKind) -> DaySet {
        var days = DaySet()
        for month in monthRanges(of: year) {
            for number in monthDays where abs(number) <= month.count {
                days.insert(number > 0 ? month.lowerBound + number - 1 : month.upperBound + number)
            }
        }
        return days
    }

    private func onYearDays(of year: YearKind) -> DaySet {
        var days = DaySet()
        for number in yearDays where abs(number) <= year.length {
            days.insert(number > 0 ? number - 1 : year.length + number)
        }
        return days
    }

    private func onWeekdays(of year: YearKind) -> DaySet {
        var days = DaySet()
        for weekday in 0..<7 where weekdays >> UInt64(weekday) & 1 == 1 {
            days.formUnion(DaySet(everySeventhFrom: (weekday - year.firstWeekday + 7) % 7))
        }
        if ordinals.isEmpty { return days }
        for period in countsInMonths ? monthRanges(of: year) : [0..<year.length] {
            for (weekday, ordinal) in ordinals {
                let first = period.lowerBound + (weekday - year.firstWeekday - period.lowerBound + 378) % 7
                let count = (period.upperBound - first + 6) / 7
                let index = ordinal > 0 ? ordinal - 1 : count + ordinal
                if index >= 0, index < count { days.insert(first + 7 * index) }
            }
        }
        return days
    }

    /// Weeks begin with the WKST; the first has at least four days in the year (ISO 8601), so that up to three days at
    /// either end belong to a week of the neighbouring year.
    private func inWeeks(of year: YearKind) -> DaySet {
        /// Where week 1 starts in a year whose first of January is so many days into a week.
        func weekOne(_ daysIntoWeek: Int) -> Int { daysIntoWeek <= 3 ? -daysIntoWeek : 7 - daysIntoWeek }
        func names(_ number: Int, of count: Int) -> Bool {
            weekNumbers.contains { $0 == number || $0 == number - count - 1 }
        }
        let into = (year.firstWeekday - weekStart + 7) % 7
        let start = weekOne(into)
        let end = year.length + weekOne((into + year.length) % 7)
        let previousStart = weekOne((into - year.previousLength + 371) % 7) - year.previousLength
        let lengths = year.length + year.nextLength
        let nextEnd = lengths + weekOne((into + lengths) % 7)

        var days = DaySet()
        let previousCount = (start - previousStart) / 7
        if start > 0, names(previousCount, of: previousCount) { days.insert(0..<start) }
        let count = (end - start) / 7
        for number in 1...count where names(number, of: count) {
            days.insert(start + 7 * (number - 1)..<start + 7 * number)
        }
        if end < year.length, names(1, of: (nextEnd - end) / 7) { days.insert(end..<year.length) }
        return days
    }
}
