public import CivilTime

/// One rule meeting one subject for one recipient, at its time.
public struct Firing: Sendable, Hashable {
    /// What a firing is about.
    public enum Subject: Sendable, Hashable {
        case meeting(Meeting.ID)
        case relationship(Relationship.ID)
    }

    /// What makes a firing unique: it happens once, ever.
    public struct Key: Sendable, Hashable {
        public var rule: Rule.ID
        /// Index into the offsets of the rule's trigger; 0 for `at`.
        public var offset: Int
        public var subject: Subject
        /// The version of the meeting; 1 for a relationship.
        public var version: Int
        /// Nil for an invitation, which concerns the meeting as a whole.
        public var recipient: Person.ID?

        public init(rule: Rule.ID, offset: Int, subject: Subject, version: Int, recipient: Person.ID?) {
            self.rule = rule
            self.offset = offset
            self.subject = subject
            self.version = version
            self.recipient = recipient
        }
    }

    public var key: Key
    public var due: Instant

    public init(key: Key, due: Instant) {
        self.key = key
        self.due = due
    }
}
