public import CivilTime

/// When something comes again and again that is about the programme as a whole, in the programme's zone.
public enum DigestTime: Sendable, Hashable {
    /// `every monday at 08:00`.
    case weekly(Weekday, LocalTime)
    /// `first weekday of month at 08:00`: the first day from Monday to Friday.
    case monthly(LocalTime)

    /// The next moment after another.
    func next(after instant: Instant, in zone: Zone) -> Instant {
        var date = zone.local(at: instant).date
        // Two months hold at least one of each.
        for _ in 0..<62 {
            if isDue(on: date) {
                let moment = zone.instant(of: LocalDateTime(date, time))
                if moment > instant { return moment }
            }
            date = date.adding(days: 1)
        }
        return instant.adding(seconds: 62 * 86_400)
    }

    public var time: LocalTime {
        switch self {
        case .weekly(_, let time), .monthly(let time): time
        }
    }

    private func isDue(on date: CivilDate) -> Bool {
        switch self {
        case .weekly(let weekday, _): date.weekday == weekday
        case .monthly:
            Self.isWorkday(date)
                && (1..<date.day).allSatisfy { back in !Self.isWorkday(date.adding(days: -back)) }
        }
    }

    private static func isWorkday(_ date: CivilDate) -> Bool {
        date.weekday != .saturday && date.weekday != .sunday
    }
}
