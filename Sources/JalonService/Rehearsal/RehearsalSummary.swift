public import CivilTime

/// The figures of a rehearsal.
public struct RehearsalSummary: Sendable {
    public struct Row: Sendable, Hashable {
        public var relationship: String
        public var held: Int
        /// Those of `held` that were reviews.
        public var reviews: Int
        public var moved: Int
        public var cancelled: Int
        public var mails: Int
    }

    public var from: CivilDate
    public var through: CivilDate
    public var rows: [Row]
    public var mails: Int
    /// How many mails of each template left, by its name.
    public var templates: [(name: String, mails: Int)]
    public var warnings: [String]
}
