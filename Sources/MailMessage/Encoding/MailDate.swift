/// A date and time as headers write it: `Thu, 03 Dec 2026 18:30:00 +0100` (RFC 5322 section 3.3).
public struct MailDate: Sendable, Hashable {
    /// Seconds since 1970-01-01 00:00 UTC, from 2 January 1900 to 30 December 9999.
    public let secondsSinceEpoch: Int64
    /// Of the zone in which it is written, east of UTC, in seconds, less than a day; written in whole minutes.
    public let offset: Int

    /// What lies outside the ranges, which a header cannot write, becomes the nearest that does not.
    public init(secondsSinceEpoch: Int64, offset: Int) {
        self.secondsSinceEpoch = min(max(secondsSinceEpoch, -2_208_902_400), 253_402_214_399)
        self.offset = min(max(offset, -86_340), 86_340)
    }
}

extension MailDate: CustomStringConvertible {
    public var description: String {
        let minutes = offset / 60
        let local = secondsSinceEpoch + Int64(minutes) * 60
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let time = local - day * 86_400
        let (year, month, date) = Self.civil(day)
        let weekday = Self.weekdays[Int(((day % 7) + 7) % 7)]
        let clock = [time / 3600, time / 60 % 60, time % 60].map { Self.padded($0) }.joined(separator: ":")
        // By the minutes that are written: "-0000" would say that the zone is unknown.
        let sign = minutes < 0 ? "-" : "+"
        let zone = sign + [abs(minutes) / 60, abs(minutes) % 60].map { Self.padded(Int64($0)) }.joined()
        return "\(weekday), \(Self.padded(date)) \(Self.months[Int(month) - 1]) \(year) \(clock) \(zone)"
    }

    // 1970-01-01 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Days since the epoch to a date, in eras of 400 years that begin on 1 March.
    private static func civil(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let date = ofYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, date)
    }

    /// Days since the epoch of a date; the way back.
    static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }
}
