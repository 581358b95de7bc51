public import CivilTime

/// One rule meeting one subject for one recipient, at its time.
public struct Firing: Sendable, Hashable {
    /// What a firing is about.
    public enum Subject: Sendable, Hashable {
        case meeting(Meeting.ID)
        case relationship(Relationship.ID)
        case programme
    }

    /// What makes a firing unique: it happens once, ever.
    public struct Key: Sendable, Hashable {
        public var rule: Rule.ID
        /// 0 for what the rule itself sends, 1 for the first that follows.
        public var step: Int
        /// Index into the offsets of the rule's trigger; 0 for `at`, events and digests.
        public var offset: Int
        public var subject: Subject
        /// The version of the meeting; 1 for the dates of a relationship; for its events and for digests, the second
        /// since 1970 at which they came.
        public var version: Int
        /// Nil for an invitation, which concerns the meeting as a whole.
        public var recipient: Person.ID?
        /// The number of the event that it comes of, and of whoever brought that about; 0 for what hangs on dates, and
        /// until the ledger has given it one. A step has its rule's.
        public var occurrence: Int

        public init(
            rule: Rule.ID, step: Int = 0, offset: Int, subject: Subject, version: Int, recipient: Person.ID?,
            occurrence: Int = 0
        ) {
            self.rule = rule
            self.step = step
            self.offset = offset
            self.subject = subject
            self.version = version
            self.recipient = recipient
            self.occurrence = occurrence
        }
    }

    /// Whence it comes, and so who may take it back.
    public enum Cause: String, Sendable, Hashable {
        /// The dates of its subject: when they change, it is replaced.
        case date
        /// Something that has happened, and stays so.
        case event
    }

    public var key: Key
    public var due: Instant
    public var cause: Cause
    /// Who brought the event about; nil where nobody did.
    public var person: Person.ID?

    public init(key: Key, due: Instant, cause: Cause = .date, person: Person.ID? = nil) {
        self.key = key
        self.due = due
        self.cause = cause
        self.person = person
    }
}
