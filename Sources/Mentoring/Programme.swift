public import CivilTime
public import MailMessage

/// The whole: its mailbox, its people and relationships, and the rules by which it writes.
public struct Programme: Sendable, Hashable {
    public var name: String
    /// From, ORGANIZER, and where answers come back.
    public var mailbox: Mailbox
    /// What it was before: meetings that were announced from one keep it as their organizer.
    public var formerMailboxes: Set<EmailAddress> = []
    public var zone: Zone
    public var language: Language
    public var coordinator: Person.ID?
    /// An `https` link to the charter, for the first mail.
    public var charter: String?
    public var tone: Tone
    /// Calendar entries are CLASS:PRIVATE.
    public var isPrivate: Bool
    /// Days on which nobody meets.
    public var holidays: Set<CivilDate>
    /// How many days ahead a new or moved date lies at least.
    public var noticeDays: Int
    /// Minutes that a person has between two meetings.
    public var bufferMinutes: Int
    /// Answers are followed: a mailbox is configured, or mail is handed in.
    public var followsAnswers: Bool
    public var afterDecline: DeclinePolicy
    public var assumption: Assumption
    /// Each mail has an envelope sender of its own (VERP), by which a bounce is known.
    public var namesMailInEnvelope: Bool
    /// The hours of the day in which mail leaves.
    public var mailHours: MailHours
    /// How many mails of rules a person gets at most; nil for no limit.
    public var nudges: Budget?
    /// After an absence, everything that is owed goes out without asking.
    public var catchesUp: Bool
    public var people: [Person.ID: Person]
    public var relationships: [Relationship.ID: Relationship]
    /// In the order of their ids.
    public var rules: [Rule]

    public enum Tone: String, Sendable, Hashable { case vous, tu }

    /// `3 per week`: so many mails within so many days.
    public struct Budget: Sendable, Hashable {
        public var most: Int
        public var days: Int

        public init(most: Int, days: Int) {
            self.most = most
            self.days = days
        }
    }

    public init(
        name: String, mailbox: Mailbox, zone: Zone, language: Language, coordinator: Person.ID? = nil,
        charter: String? = nil, tone: Tone = .vous, isPrivate: Bool = false, holidays: Set<CivilDate> = [],
        noticeDays: Int = 5, bufferMinutes: Int = 0, followsAnswers: Bool = false,
        afterDecline: DeclinePolicy = .propose, assumption: Assumption = .held, namesMailInEnvelope: Bool = false,
        mailHours: MailHours = .standard, nudges: Budget? = nil, catchesUp: Bool = false,
        people: [Person.ID: Person] = [:], relationships: [Relationship.ID: Relationship] = [:], rules: [Rule] = []
    ) {
        self.name = name
        self.mailbox = mailbox
        self.zone = zone
        self.language = language
        self.coordinator = coordinator
        self.charter = charter
        self.tone = tone
        self.isPrivate = isPrivate
        self.holidays = holidays
        self.noticeDays = noticeDays
        self.bufferMinutes = bufferMinutes
        self.followsAnswers = followsAnswers
        self.afterDecline = afterDecline
        self.assumption = assumption
        self.namesMailInEnvelope = namesMailInEnvelope
        self.mailHours = mailHours
        self.nudges = nudges
        self.catchesUp = catchesUp
        self.people = people
        self.relationships = relationships
        self.rules = rules.sorted { $0.id < $1.id }
    }

    /// All addresses that the programme writes from.
    public var ownAddresses: Set<EmailAddress> { formerMailboxes.union([mailbox.address]) }

    /// The people who take part in meetings of a relationship, in the order mentors, mentees, referent.
    public func participants(of relationship: Relationship) -> [(person: Person, role: Role)] {
        (relationship.parties + [relationship.referent].compactMap(\.self)).compactMap { id in
            guard let person = people[id], let role = relationship.role(of: id) else { return nil }
            return (person, role)
        }
    }
}
