extension Zone {
    /// What a local date and time mean in a zone.
    public enum Resolution: Hashable, Sendable {
        /// The clocks show it once.
        case unique(Instant)
        /// The clocks jump over it; these are the offsets before and after the jump.
        case gap(before: Int, after: Int)
        /// The clocks show it twice, having been set back in between.
        case fold(first: Instant, second: Instant)
    }

    /// Finds when the clocks show a local date and time.
    public func resolve(_ local: LocalDateTime) -> Resolution {
        let wall = local.wallSeconds
        // Every offset is within these, so the spans between the two candidates furthest apart are all that matter.
        let latest = wall - ZonePeriod.offsets.lowerBound
        var span = data.span(at: wall - ZonePeriod.offsets.upperBound)
        var found: Int?
        var gap = (before: span.offset, after: span.offset)
        while true {
            let candidate = wall - span.offset
            if span.contains(candidate) {
                if let found { return .fold(first: Instant(found), second: Instant(candidate)) }
                found = candidate
            }
            guard let change = span.end, change <= latest else { break }
            let next = data.span(at: change)
            if change + span.offset <= wall, wall < change + next.offset {
                gap = (span.offset, next.offset)
            }
            span = next
        }
        guard let found else { return .gap(before: gap.before, after: gap.after) }
        return .unique(Instant(found))
    }

    /// The instant that a calendar gives a local date and time (RFC 5545, section 3.3.5).
    ///
    /// A time that the clocks jump over is counted with the offset before the jump; of two, the first is meant.
    public func instant(of local: LocalDateTime) -> Instant {
        switch resolve(local) {
        case .unique(let instant): instant
        case .gap(let before, _): Instant(local.wallSeconds - before)
        case .fold(let first, _): first
        }
    }
}
