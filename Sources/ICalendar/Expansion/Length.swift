import CivilTime

/// How long an occurrence lasts.
///
/// What DTEND and DUE give is the same exact time for all of a series, what DURATION gives is nominal: a day of it may
/// have 23 hours (RFC 5545 section 3.8.5.3).
enum Length: Hashable, Sendable {
    case days(Int)
    case exact(seconds: Int64)
    case nominal(DurationValue)

    /// The days of something that starts on a date.
    func days(from first: CivilDate) -> Occurrence.When {
        .allDay(first..<max(first, first.adding(days: days)))
    }

    /// The time of something that starts at an instant, which is `local` in `zone`.
    func span(from begin: Instant, local: LocalDateTime, in zone: Zone) -> Occurrence.When {
        let end =
            switch self {
            case .exact(let seconds): begin.adding(seconds: seconds)
            case .days(let days): zone.instant(of: local.adding(seconds: days * 86_400))
            case .nominal(let duration):
                zone.instant(of: local.adding(seconds: duration.days * 86_400))
                    .adding(seconds: Int64(duration.seconds))
            }
        return .timed(begin..<max(begin, end))
    }

    /// Whole days, at least one: what a date is long.
    private var days: Int {
        switch self {
        case .days(let days): max(days, 1)
        case .exact(let seconds): max(Int(seconds / 86_400), 1)
        case .nominal(let duration): max(duration.days + duration.seconds / 86_400, 1)
        }
    }

    /// No occurrence lasts longer.
    var mostSeconds: Int {
        switch self {
        case .days(let days): (days + 1) * 86_400
        case .exact(let seconds): Int(seconds) + 86_400
        case .nominal(let duration): (duration.days + 1) * 86_400 + duration.seconds
        }
    }
}

extension PeriodValue {
    /// - Parameter zone: of times that are not in UTC.
    func length(in zone: Zone) -> Length {
        switch rest {
        case .duration(let duration): .nominal(duration)
        case .end(let end):
            .exact(seconds: Moment(start, zone: zone).instant.seconds(until: Moment(end, zone: zone).instant))
        }
    }
}
