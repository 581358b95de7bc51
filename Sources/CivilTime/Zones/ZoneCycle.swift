/// What a ``ZoneRule`` says without its names: numbers alone, so that asking it copies nothing.
struct ZoneCycle: Sendable {
    private let standardOffset: Int
    private let daylight: (offset: Int, start: YearlyMoment, end: YearlyMoment)?
    /// Whether a year's changes lie in that year by any clock.
    private let staysInItsYear: Bool
    /// The place of the standard period among the zone's; that of the daylight period comes next.
    private let standardPeriod: Int

    init(_ rule: ZoneRule, standardPeriod: Int) {
        self.standardPeriod = standardPeriod
        standardOffset = rule.standard.offset
        daylight = rule.daylight.map { ($0.period.offset, $0.start, $0.end) }
        staysInItsYear = rule.daylight.map { $0.start.staysInItsYear && $0.end.staysInItsYear } ?? true
    }

    /// The period at a time, with the changes that bound it.
    func span(at time: Int) -> ZoneSpan {
        guard let (daylightOffset, start, end) = daylight else {
            return ZoneSpan(start: nil, end: nil, offset: standardOffset, period: standardPeriod)
        }
        var last = Int.min
        var next = Int.max
        var isDaylight = false
        func consider(_ change: Int, startsDaylight: Bool) {
            if change > time {
                next = min(next, change)
            } else if change >= last {
                // Of two changes at one moment the later one wins: "all year" is written as an end that meets the
                // next start (RFC 9636, section 3.3.1).
                last = change
                isDaylight = startsDaylight
            }
        }
        func consider(_ year: Int) {
            consider(start.wallSeconds(in: year) - standardOffset, startsDaylight: true)
            consider(end.wallSeconds(in: year) - daylightOffset, startsDaylight: false)
        }
        // The year in UTC will do.
        let year = Gregorian.fields(ofDayNumber: time.flooredQuotient(by: LocalTime.secondsInDay)).year
        if staysInItsYear {
            consider(year)
            if last == .min { consider(year - 1) }
            if next == .max { consider(year + 1) }
        } else {
            // A rule's hours reach a week into the neighbouring years, so that the change before a time may belong to
            // the year before the last.
            for year in year - 2...year + 2 { consider(year) }
        }
        return ZoneSpan(
            start: last, end: next, offset: isDaylight ? daylightOffset : standardOffset,
            period: isDaylight ? standardPeriod + 1 : standardPeriod)
    }
}
