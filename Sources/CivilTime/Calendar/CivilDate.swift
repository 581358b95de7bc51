/// A day of the Gregorian calendar, without a zone, from 0001-01-01 to 9999-12-31.
///
/// Arithmetic that would leave these bounds is held at them, so that no input can make it trap.
/// Written as in RFC 3339: `2026-12-01`.
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01, negative before.
    public let dayNumber: Int

    /// 0001-01-01.
    public static let earliest = CivilDate(dayNumber: .min)
    /// 9999-12-31.
    public static let latest = CivilDate(dayNumber: .max)

    private static let dayNumbers = -719_162...2_932_896

    /// The day with these numbers; nil if the calendar has none, as for 30 February, or the year is not in 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), day >= 1, day <= Gregorian.daysInMonth(month, year: year) else { return nil }
        dayNumber = Gregorian.dayNumber(year: year, month: month, day: day)
    }

    /// The day that is so many days after 1970-01-01, held at the bounds.
    public init(dayNumber: Int) {
        self.dayNumber = dayNumber.held(in: CivilDate.dayNumbers)
    }

    /// 1...9999.
    public var year: Int { fields.year }
    /// 1...12.
    public var month: Int { fields.month }
    /// 1...31.
    public var day: Int { fields.day }

    /// All three at once, for about the price of one.
    private var fields: (year: Int, month: Int, day: Int) { Gregorian.fields(ofDayNumber: dayNumber) }

    public var weekday: Weekday {
        // The number is always in 1...7.
        Weekday(rawValue: Gregorian.weekdayNumber(ofDayNumber: dayNumber)) ?? .monday
    }

    public func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber.addingHeld(days))
    }

    /// The same day so many months later, or the month's last day if it has no such day: 31 January gives 28 February.
    ///
    /// Count from one start instead of adding one month at a time: a clamped day does not come back by itself.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = fields
        let total = (year * 12 + month - 1).addingHeld(months)
        let newYear = total.flooredQuotient(by: 12)
        let newMonth = total.flooredRemainder(by: 12) + 1
        if newYear < 1 { return .earliest }
        if newYear > 9999 { return .latest }
        let newDay = min(day, Gregorian.daysInMonth(newMonth, year: newYear))
        return CivilDate(dayNumber: Gregorian.dayNumber(year: newYear, month: newMonth, day: newDay))
    }

    /// The days from this date to the other, negative if the other comes first.
    public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

    /// 28...31, or 0 for a month that is not in 1...12.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        Gregorian.daysInMonth(month, year: year)
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CivilDate: LosslessStringConvertible {
    /// Reads `2026-12-01`: four, two and two digits; nil for anything else and for a day that does not exist.
    public init?(_ description: String) {
        var reader = ASCIIReader(description)
        guard let date = CivilDate(from: &reader), reader.isAtEnd else { return nil }
        self = date
    }

    init?(from reader: inout ASCIIReader) {
        guard let year = reader.number(digits: 4...4), reader.take("-"),
            let month = reader.number(digits: 2...2), reader.take("-"),
            let day = reader.number(digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        let (year, month, day) = fields
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws { self = try decoder.decodeText(as: CivilDate.self) }

    public func encode(to encoder: any Encoder) throws { try encoder.encodeText(of: self) }
}
