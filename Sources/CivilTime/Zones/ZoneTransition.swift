extension Zone {
    /// A moment at which the clocks, or the name of what they show, change.
    public struct Transition: Hashable, Sendable {
        /// The first second of the new period.
        public let at: Instant
        /// Seconds east of UTC.
        public let offsetBefore: Int
        /// Seconds east of UTC.
        public let offsetAfter: Int
        /// Whether the new period is daylight saving time.
        public let isDaylight: Bool
        /// The new period's, such as `CEST`.
        public let abbreviation: String
    }

    /// The changes in a range of instants, first to last, also those that come from the footer.
    ///
    /// A zone file may list changes that alter neither the offset nor the abbreviation; they are left out. A range
    /// that reaches far ahead gives two changes for each of its years.
    public func transitions(in range: Range<Instant>) -> [Transition] {
        var transitions: [Transition] = []
        var before = data.span(at: range.lowerBound.seconds - 1)
        while let change = before.end, change < range.upperBound.seconds {
            let after = data.span(at: change)
            let (old, new) = (data.period(of: before), data.period(of: after))
            if old.offset != new.offset || old.abbreviation != new.abbreviation {
                transitions.append(
                    Transition(
                        at: Instant(change), offsetBefore: old.offset, offsetAfter: new.offset,
                        isDaylight: new.isDaylight, abbreviation: new.abbreviation))
            }
            before = after
        }
        return transitions
    }
}
