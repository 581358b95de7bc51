/// Somebody whose time is planned.
public struct Party: Sendable {
    /// The most minutes of meetings in a calendar month; nil for no limit.
    public var minutesPerMonth: Int?
    /// Meetings outside of the demands: they take time, and minutes of their month.
    public var taken: [Taken]

    public struct Taken: Sendable, Hashable {
        public var minutes: Range<Int>
        public var month: Int
        /// Whether the time itself counts; what is over counts for its month only.
        public var blocks: Bool

        public init(minutes: Range<Int>, month: Int, blocks: Bool = true) {
            self.minutes = minutes
            self.month = month
            self.blocks = blocks
        }
    }

    public init(minutesPerMonth: Int? = nil, taken: [Taken] = []) {
        self.minutesPerMonth = minutesPerMonth
        self.taken = taken
    }
}
