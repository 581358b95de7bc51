import CivilTime

/// A change of a zone's clocks that comes every year on a weekday of a month, which is what an RRULE can say.
struct YearlyRule: Hashable {
    let from: ZonePeriod
    let to: ZonePeriod
    private let weekday: Weekday
    /// 1...5, in which 5 means the last.
    private let week: Int
    private let month: Int
    private let time: LocalTime

    /// Nil for a moment that is no weekday of a month, or whose hour belongs to another day.
    init?(_ moment: YearlyMoment, from: ZonePeriod, to: ZonePeriod) {
        guard case .weekday(let weekday, let week, let month) = moment.day,
            let time = LocalTime(secondsOfDay: moment.secondsOfDay)
        else { return nil }
        self.from = from
        self.to = to
        self.weekday = weekday
        self.week = week
        self.month = month
        self.time = time
    }

    /// The change in one year.
    struct Onset {
        let at: Instant
        let rule: YearlyRule
    }

    /// When the change comes in that year; nil outside of the calendar's bounds.
    func onset(in year: Int) -> Onset? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (week - 1)
        let isWithin = ahead < CivilDate.daysInMonth(month, year: year)
        let wall = LocalDateTime(first.adding(days: isWithin ? ahead : ahead - 7), time)
        return Onset(at: Zone.utc.instant(of: wall).adding(seconds: Int64(-from.offset)), rule: self)
    }

    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`
    var recurrence: String {
        "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? -1 : week)\(weekday.twoLetters)"
    }
}

extension Weekday {
    /// The weekday in a BYDAY.
    fileprivate var twoLetters: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }
}
