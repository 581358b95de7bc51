/// The rule for all the years after a zone's last explicit change: a TZ string of POSIX, as RFC 9636 extends it.
///
/// For Paris, `CET-1CEST,M3.5.0,M10.5.0/3`: an hour east of UTC, and two from the last Sunday of March to that of
/// October.
public struct ZoneRule: Hashable, Sendable {
    /// The period outside daylight saving, or all of the time.
    public let standard: ZonePeriod
    /// Nil if the clocks no longer change.
    public let daylight: Daylight?

    /// Daylight saving and the two moments of each year that bound it.
    ///
    /// South of the equator it ends before it starts in a year. Its offset may be the lesser of the two (Dublin).
    public struct Daylight: Hashable, Sendable {
        public let period: ZonePeriod
        /// When it starts, on clocks that show standard time.
        public let start: YearlyMoment
        /// When it ends, on clocks that show daylight saving time.
        public let end: YearlyMoment
    }

    /// The period at a time, with the changes that bound it.
    func span(at time: Int) -> ZoneSpan {
        guard let daylight else { return ZoneSpan(start: nil, end: nil, period: standard) }
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
        // The year in UTC will do. A rule's hours reach a week into the neighbouring years, so that the change before a
        // time may belong to the year before the last.
        let year = Gregorian.fields(ofDayNumber: time.flooredQuotient(by: LocalTime.secondsInDay)).year
        let reach = daylight.start.staysInItsYear && daylight.end.staysInItsYear ? 1 : 2
        for year in year - reach...year + reach {
            consider(daylight.start.wallSeconds(in: year) - standard.offset, startsDaylight: true)
            consider(daylight.end.wallSeconds(in: year) - daylight.period.offset, startsDaylight: false)
        }
        return ZoneSpan(start: last, end: next, period: isDaylight ? daylight.period : standard)
    }
}
