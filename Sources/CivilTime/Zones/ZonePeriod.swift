/// What the clocks of a zone do between two changes.
public struct ZonePeriod: Hashable, Sendable {
    /// Seconds east of UTC, from -89,999 to 93,599 (RFC 9636, section 3.2). Not always whole hours, nor minutes.
    public let offset: Int
    /// Whether the zone's authority calls it daylight saving; in Dublin that is winter, at the lesser offset.
    public let isDaylight: Bool
    /// Such as `CET`, or `-03` where nobody has a word for it.
    public let abbreviation: String

    public init(offset: Int, isDaylight: Bool, abbreviation: String) {
        self.offset = offset
        self.isDaylight = isDaylight
        self.abbreviation = abbreviation
    }

    static let offsets = -89_999...93_599
}

/// A period with the POSIX seconds between which it holds: from `start`, included, to `end`, excluded.
struct ZoneSpan {
    /// Nil: since always.
    var start: Int?
    /// Nil: for ever.
    var end: Int?
    /// The period's.
    let offset: Int
    /// The period's place among those of ``ZoneData``.
    let period: Int

    func contains(_ time: Int) -> Bool {
        if let start, time < start { return false }
        if let end, time >= end { return false }
        return true
    }
}
