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
}
