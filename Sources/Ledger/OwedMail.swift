public import CivilTime
public import MailMessage
public import Mentoring

/// A finished mail that the outbox is to take: whatever happens afterwards, these bytes go.
public struct OwedMail: Sendable, Hashable {
    /// Subject, kind or firing, revision, recipient: one mail a key, ever.
    public var key: String
    public var meeting: Meeting.ID?
    public var relationship: Relationship.ID
    public var recipient: Person.ID
    public var template: TemplateName
    public var envelope: Envelope
    public var messageID: MessageID
    public var subject: String
    public var bytes: [UInt8]
    public var notBefore: Instant
    /// After this it is worth nothing to its recipient; nil for a mail that keeps its worth.
    public var usefulUntil: Instant?
    /// It goes out in answer to a mail that came in: what is owed without one goes first.
    public var isAnswer: Bool
    /// Nobody but its recipient is to learn of it.
    public var isConfidential: Bool
    /// Whom it names beside its recipient.
    public var mentions: Set<Person.ID>

    public init(
        key: String, meeting: Meeting.ID?, relationship: Relationship.ID, recipient: Person.ID,
        template: TemplateName, envelope: Envelope, messageID: MessageID, subject: String, bytes: [UInt8],
        notBefore: Instant, usefulUntil: Instant? = nil, isAnswer: Bool = false, isConfidential: Bool = false,
        mentions: Set<Person.ID> = []
    ) {
        self.key = key
        self.meeting = meeting
        self.relationship = relationship
        self.recipient = recipient
        self.template = template
        self.envelope = envelope
        self.messageID = messageID
        self.subject = subject
        self.bytes = bytes
        self.notBefore = notBefore
        self.usefulUntil = usefulUntil
        self.isAnswer = isAnswer
        self.isConfidential = isConfidential
        self.mentions = mentions
    }
}
