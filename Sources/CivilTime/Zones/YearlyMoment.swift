/// A moment that comes once a year on the wall clock, such as the last Sunday of March at two.
public struct YearlyMoment: Hashable, Sendable {
    public let day: Day
    /// Seconds from the day's midnight, from -167 hours to 167 hours and 59:59 (RFC 9636, section 3.3.1).
    public let secondsOfDay: Int

    public enum Day: Hashable, Sendable {
        /// `Jn`: the day 1...365 of a year in which 29 February is not counted; 60 is always 1 March.
        case julian(Int)
        /// `n`: the day 0...365 from 1 January, counting 29 February.
        case daysAfterNewYear(Int)
        /// `Mm.w.d`: the week 1...5 of a month 1...12, in which 5 means the last.
        case weekday(Weekday, week: Int, month: Int)
    }

    /// Whether it falls into the year it is asked for, by the wall clocks of any offset: true of all rules in use.
    var staysInItsYear: Bool {
        if case .weekday(_, _, let month) = day { (2...11).contains(month) } else { false }
    }

    /// The seconds from 1970-01-01T00:00 on the wall.
    func wallSeconds(in year: Int) -> Int {
        day.dayNumber(in: year) * LocalTime.secondsInDay + secondsOfDay
    }
}

extension YearlyMoment.Day {
    fileprivate func dayNumber(in year: Int) -> Int {
        switch self {
        case .julian(let ordinal):
            let leapDay = ordinal >= 60 && Gregorian.isLeap(year) ? 1 : 0
            return Gregorian.dayNumber(year: year, month: 1, day: 1) + ordinal - 1 + leapDay
        case .daysAfterNewYear(let days):
            return Gregorian.dayNumber(year: year, month: 1, day: 1) + days
        case .weekday(let weekday, let week, let month):
            let first = Gregorian.dayNumber(year: year, month: month, day: 1)
            let ahead = weekday.rawValue - Gregorian.weekdayNumber(ofDayNumber: first)
            let day = ahead.flooredRemainder(by: 7) + 7 * (week - 1)
            return first + (day < Gregorian.daysInMonth(month, year: year) ? day : day - 7)
        }
    }
}
