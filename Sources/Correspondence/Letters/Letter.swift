public import CivilTime
public import ICalendar
public import MailMessage
public import Mentoring

/// One mail to one person before it is put into words: what it is about, and what it carries.
public struct Letter: Sendable, Hashable {
    public var template: TemplateName
    public var recipient: Recipient
    /// Needed by texts that speak of the framework or the objectives.
    public var relationship: Relationship?
    /// What is true of the meeting; for a cancellation, what was announced last.
    public var meeting: Announcement?
    /// For an update: what the recipient had been told.
    public var previous: Announcement?
    /// Its bytes go into the mail twice: beside the texts, and as an attachment.
    public var calendar: SchedulingMessage?
    /// The mails to this recipient about the same meeting, first one first.
    public var thread: [MessageID]
    /// For a cancellation.
    public var reason: CancellationReason?
    /// What has become of the relationship's meetings.
    public var history: Facts.History?
    /// The meeting's place in its series, by which questions take turns.
    public var ordinal: Int?
    /// For the coordinator's digest.
    public var digest: Digest?
    /// Who asks for the mediator.
    public var asker: Person.ID?
    /// What the coordinator is to look at.
    public var concern: Concern?
    /// Whom it concerns, where that is known.
    public var concerned: Person.ID?
    /// The address that it is about.
    public var concernedAddress: EmailAddress?
    /// Times that would do instead of one that was proposed, on the meeting's wall clock.
    public var alternatives: [LocalDateTime] = []
    /// How many mails wait for a word of the coordinator.
    public var waiting: Int?

    public init(
        template: TemplateName, recipient: Recipient, relationship: Relationship? = nil,
        meeting: Announcement? = nil, previous: Announcement? = nil, calendar: SchedulingMessage? = nil,
        thread: [MessageID] = [], reason: CancellationReason? = nil,
        history: Facts.History? = nil, ordinal: Int? = nil, digest: Digest? = nil, asker: Person.ID? = nil,
        waiting: Int? = nil
    ) {
        self.template = template
        self.recipient = recipient
        self.relationship = relationship
        self.meeting = meeting
        self.previous = previous
        self.calendar = calendar
        self.thread = thread
        self.reason = reason
        self.history = history
        self.ordinal = ordinal
        self.digest = digest
        self.asker = asker
        self.waiting = waiting
    }
}
