/// The proleptic Gregorian calendar as arithmetic on whole days, for any year.
///
/// Years are counted from 1 March inside, so that the leap day is a year's last and the lengths of the months before
/// it follow one line: 153 days for every five months.
enum Gregorian {
    /// From 1 March of year 0 to 1 January 1970.
    private static let daysBeforeEpoch = 719_468
    private static let daysInFourCenturies = 146_097
    private static let daysInFourYears = 1_461
    private static let daysInFiveMonths = 153

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    /// Days since 1970-01-01 of a day that exists.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let startsInMarch = month > 2
        let marchYear = startsInMarch ? year : year - 1
        let monthFromMarch = startsInMarch ? month - 3 : month + 9
        let leapDays =
            marchYear.flooredQuotient(by: 4) - marchYear.flooredQuotient(by: 100) + marchYear.flooredQuotient(by: 400)
        let dayOfYear = (daysInFiveMonths * monthFromMarch + 2) / 5 + day - 1
        return 365 * marchYear + leapDays + dayOfYear - daysBeforeEpoch
    }

    static func fields(ofDayNumber dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        // Four times the days, plus three, puts the leap day at the end of the century and of the fourth year.
        let days = dayNumber + daysBeforeEpoch
        let century = (4 * days + 3).flooredQuotient(by: daysInFourCenturies)
        let dayOfCentury = days - (daysInFourCenturies * century).flooredQuotient(by: 4)
        let yearOfCentury = (4 * dayOfCentury + 3) / daysInFourYears
        let dayOfYear = dayOfCentury - daysInFourYears * yearOfCentury / 4
        let monthFromMarch = (5 * dayOfYear + 2) / daysInFiveMonths
        let day = dayOfYear - (daysInFiveMonths * monthFromMarch + 2) / 5 + 1
        let year = 100 * century + yearOfCentury
        return monthFromMarch < 10 ? (year, monthFromMarch + 3, day) : (year + 1, monthFromMarch - 9, day)
    }

    /// Monday is 1, Sunday is 7. The epoch was a Thursday.
    static func weekdayNumber(ofDayNumber dayNumber: Int) -> Int {
        (dayNumber + 3).flooredRemainder(by: 7) + 1
    }
}
