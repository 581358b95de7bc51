public import CivilTime
public import MailMessage
public import Mentoring

/// What one turn of the wheel writes: decisions, meetings and the mails they owe, in one transaction.
public struct Changes: Sendable {
    /// New and changed meetings.
    public var meetings: [Meeting] = []
    /// Planned meetings that are no more.
    public var dropped: [Meeting.ID] = []
    public var announcements: [Announcement] = []
    /// The open firings of these subjects become just these; what was decided stays.
    public var firings: [Firing.Subject: [Firing]] = [:]
    /// Firings that come of something that has happened; whatever is planned later, they stay.
    public var arisen: [Firing] = []
    /// Firings of events that do not send, each with its reason.
    public var folded: [Folded] = []
    /// What goes out in answer to a mail that came in, to be counted.
    public var automaticAnswers: [AutomaticAnswer] = []
    /// What has been taken in and is not to act once more.
    public var marks: [TakenInMark] = []
    /// Who takes part in these relationships from now on.
    public var parties: [Relationship.ID: [Person.ID]] = [:]
    public var outcomes: [Outcome] = []
    public var mails: [OwedMail] = []
    /// When those of them leave that go to an address, so that many to one are found without going through all.
    public var departures: [EmailAddress: [Instant]] = [:]
    /// The same of those among them that answer somebody.
    public var departuresOfAnswers: [EmailAddress: [Instant]] = [:]
    /// Mails about a meeting that have not left and are not to leave: a newer one says more.
    public var withdrawn: [Withdrawal] = []
    /// Mails that were sent and came back, with the server's words.
    public var returned: [OutboxEntry.ID: String] = [:]
    public var suspensions: [Suspension] = []
    /// Addresses to which mail goes again.
    public var lifted: [EmailAddress] = []
    /// People whose name and address are to go.
    public var forgettings: [Forgetting] = []
    /// What the files call people.
    public var known: [KnownPerson] = []
    public var journal: [JournalEntry] = []
    /// What is ordered about these relationships from now on; what was ordered before and is not here is undone.
    public var directives: [Relationship.ID: [Directive]] = [:]
    /// Orders that are carried out, or refused, by this.
    public var answers: [Order.ID: Order.Answer] = [:]
    /// Single values that the wheel remembers.
    public var facts: [Fact: String] = [:]

    public init() {}

    /// What became of a firing.
    public struct Outcome: Sendable, Hashable {
        public var key: Firing.Key
        /// `sent`, or why it did not go; nil leaves it open, due at a later time.
        public var text: String?
        public var due: Instant?

        public init(_ key: Firing.Key, _ text: String) {
            self.key = key
            self.text = text
        }

        public init(_ key: Firing.Key, waitsUntil due: Instant) {
            self.key = key
            self.due = due
        }
    }

    /// A firing that does not send.
    public struct Folded: Sendable, Hashable {
        public var firing: Firing
        public var reason: SkipReason

        public init(_ firing: Firing, _ reason: SkipReason) {
            self.firing = firing
            self.reason = reason
        }
    }

    public struct Withdrawal: Sendable, Hashable {
        public enum Reason: String, Sendable, Hashable { case superseded, cancelled }
        /// What a newer mail makes pointless: what says when and where the meeting is, or all that speaks of it.
        public enum Scope: Sendable, Hashable { case calendar, everything }

        public var meeting: Meeting.ID
        public var recipient: EmailAddress
        public var reason: Reason
        public var scope: Scope
        /// The change was decided on the ground that nothing about the meeting has reached the recipient; where that
        /// has become wrong, the commit is refused as raced.
        public var assumesNothingArrived: Bool

        public init(
            meeting: Meeting.ID, recipient: EmailAddress, reason: Reason, scope: Scope = .calendar,
            assumesNothingArrived: Bool
        ) {
            self.meeting = meeting
            self.recipient = recipient
            self.reason = reason
            self.scope = scope
            self.assumesNothingArrived = assumesNothingArrived
        }
    }
}
