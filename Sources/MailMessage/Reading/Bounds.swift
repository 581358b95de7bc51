extension ReceivedMessage {
    /// How much of a mail is read at all.
    public struct Bounds: Sendable, Hashable {
        /// Of the whole mail, as it came.
        public var octets: Int
        /// Levels of parts, of which the mail itself is the first; a mail that is attached takes two, one for the part
        /// and one for itself.
        public var levels: Int
        /// Parts of all kinds, also those that hold others, without the mail itself.
        public var parts: Int

        /// Answers are far below: 1 MiB, 8 levels, 64 parts.
        public init(octets: Int = 1 << 20, levels: Int = 8, parts: Int = 64) {
            self.octets = octets
            self.levels = levels
            self.parts = parts
        }
    }
}
