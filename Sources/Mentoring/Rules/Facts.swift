/// What is true when a firing is due, read afresh for its decision.
public struct Facts: Sendable {
    public var relationship: Relationship
    public var recipient: Person
    /// The meeting that the firing is about; nil where it is about the relationship.
    public var meeting: Meeting?
    /// No later meeting of its series is planned, and the relationship ends.
    public var isLastMeeting: Bool
    /// The recipient's answer.
    public var answer: Answer
    /// The answers of all who are on the invitation.
    public var answers: [Answer]
    public var isPaused: Bool
    public var followsAnswers: Bool
    /// How often this rule has already sent to the recipient about the subject.
    public var timesSent: Int
    /// A later reminder of the same meeting for the same recipient is due as well.
    public var isOvertaken: Bool

    public init(
        relationship: Relationship, recipient: Person, meeting: Meeting? = nil, isLastMeeting: Bool = false,
        answer: Answer = .missing, answers: [Answer] = [], isPaused: Bool = false, followsAnswers: Bool = false,
        timesSent: Int = 0, isOvertaken: Bool = false
    ) {
        self.relationship = relationship
        self.recipient = recipient
        self.meeting = meeting
        self.isLastMeeting = isLastMeeting
        self.answer = answer
        self.answers = answers
        self.isPaused = isPaused
        self.followsAnswers = followsAnswers
        self.timesSent = timesSent
        self.isOvertaken = isOvertaken
    }
}
