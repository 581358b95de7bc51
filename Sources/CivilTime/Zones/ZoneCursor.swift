/// Finds the instants of many local times in one zone, fastest where each is near the one before.
///
/// It remembers the period between two changes of the clocks that it last met, and asks the zone for anything that is
/// not well inside of it.
public struct ZoneCursor: Sendable {
    public let zone: Zone
    /// Wall seconds for which `offset` is the only answer.
    private var known: Range<Int>
    private var offset = 0

    public init(_ zone: Zone) {
        self.zone = zone
        known = 0..<0
    }

    /// The same as ``Zone/instant(of:)``.
    public mutating func instant(of local: LocalDateTime) -> Instant {
        let wall = local.wallSeconds
        if !known.contains(wall) { return look(wall) }
        return Instant(wall - offset)
    }

    /// At this distance from a change no other period can show the same time, whatever its offset.
    private static let reach = ZonePeriod.offsets.upperBound - ZonePeriod.offsets.lowerBound

    private mutating func look(_ wall: Int) -> Instant {
        let instant = zone.instant(of: LocalDateTime(wallSeconds: wall))
        let span = zone.data.span(at: instant.seconds)
        let start = span.start.map { $0 + span.offset + Self.reach } ?? .min
        let end = span.end.map { $0 + span.offset - Self.reach } ?? .max
        offset = span.offset
        known = start < end ? start..<end : 0..<0
        return instant
    }
}
