public import CivilTime
public import Mentoring

/// What a coordinator is told of the programme: counts, dates and names, never what was said.
public struct Digest: Sendable, Hashable {
    /// Meetings since the last digest.
    public var held = 0
    public var missed = 0
    /// Mails since the last digest.
    public var mails = 0
    /// Announced meetings of the coming days.
    public var coming: [Meeting] = []
    /// Announced meetings that somebody has not answered.
    public var unanswered: [Waiting] = []
    public var silent: [Silence] = []
    public var gaps: [Gap] = []
    public var undelivered: [Undelivered] = []
    public var heldBack: [HeldBack] = []

    /// Meetings for which somebody who is not invited has answered since the last digest.
    public var uninvited: [Meeting] = []
    /// Mails that came in since then and were too large or too deep to be read.
    public var setAside = 0

    public init() {}

    public struct Waiting: Sendable, Hashable {
        public var meeting: Meeting
        public var people: [Person.ID]

        public init(meeting: Meeting, people: [Person.ID]) {
            self.meeting = meeting
            self.people = people
        }
    }

    /// A relationship that has not met for longer than its rhythm allows.
    public struct Silence: Sendable, Hashable {
        public var relationship: Relationship.ID
        /// Nil where it has never met.
        public var lastHeld: CivilDate?

        public init(relationship: Relationship.ID, lastHeld: CivilDate?) {
            self.relationship = relationship
            self.lastHeld = lastHeld
        }
    }

    /// A pause ahead that is longer than `max_gap`.
    public struct Gap: Sendable, Hashable {
        public var relationship: Relationship.ID
        /// The meeting after it.
        public var until: CivilDate

        public init(relationship: Relationship.ID, until: CivilDate) {
            self.relationship = relationship
            self.until = until
        }
    }

    public struct Undelivered: Sendable, Hashable {
        public var person: Person.ID
        public var reason: String

        public init(person: Person.ID, reason: String) {
            self.person = person
            self.reason = reason
        }
    }

    /// A rule whose condition could not be answered.
    public struct HeldBack: Sendable, Hashable {
        public var rule: Rule.ID
        public var reason: String

        public init(rule: Rule.ID, reason: String) {
            self.rule = rule
            self.reason = reason
        }
    }
}
