public import CivilTime

/// What is true when a firing is due, read afresh for its decision.
public struct Facts: Sendable {
    /// Nil where the firing is about the programme.
    public var relationship: Relationship?
    public var recipient: Person
    /// The meeting that the firing is about; nil where it is about the relationship.
    public var meeting: Meeting?
    /// No later meeting of its series is planned, and the relationship ends.
    public var isLastMeeting: Bool
    /// A later meeting of its series has been held.
    public var hasMetAgain: Bool
    /// The recipient's answer.
    public var answer: Answer
    /// The answers of all who are on the invitation.
    public var answers: [Answer]
    public var followsAnswers: Bool
    /// The day, in the relationship's zone.
    public var today: CivilDate
    public var history: History
    /// How often this rule has already sent to the recipient about the subject.
    public var timesSent: Int
    /// Mails of rules that the recipient has had within the budget's time.
    public var nudges: Int
    /// A later reminder of the same meeting for the same recipient is due as well.
    public var isOvertaken: Bool
    /// Mails to the recipient come back.
    public var isSuspended: Bool

    /// What has become of a relationship's meetings.
    public struct History: Sendable, Hashable {
        public var held = 0
        public var missed = 0
        /// Missed ones since the last that was held.
        public var missedInARow = 0
        /// Planned and announced.
        public var ahead = 0
        public var lastHeld: CivilDate?
        /// The next one that is announced.
        public var next: Meeting?

        /// - Parameters:
        ///   - meetings: the relationship's, in the order of their starts.
        ///   - now: what starts later is ahead.
        public init(_ meetings: [Meeting] = [], met: [CivilDate] = [], now: Instant = .earliest) {
            held = met.count
            lastHeld = met.max()
            for meeting in meetings {
                switch meeting.state {
                case .held:
                    held += 1
                    missedInARow = 0
                    lastHeld = max(lastHeld ?? meeting.start.date, meeting.start.date)
                case .missed:
                    missed += 1
                    missedInARow += 1
                case .planned, .announced:
                    guard meeting.starts > now else { continue }
                    ahead += 1
                    if meeting.state == .announced, next == nil { next = meeting }
                case .cancelled: break
                }
            }
        }
    }

    public init(
        relationship: Relationship?, recipient: Person, meeting: Meeting? = nil, isLastMeeting: Bool = false,
        hasMetAgain: Bool = false, answer: Answer = .missing, answers: [Answer] = [],
        followsAnswers: Bool = false, today: CivilDate, history: History = History(), timesSent: Int = 0,
        nudges: Int = 0, isOvertaken: Bool = false, isSuspended: Bool = false
    ) {
        self.relationship = relationship
        self.recipient = recipient
        self.meeting = meeting
        self.isLastMeeting = isLastMeeting
        self.hasMetAgain = hasMetAgain
        self.answer = answer
        self.answers = answers
        self.followsAnswers = followsAnswers
        self.today = today
        self.history = history
        self.timesSent = timesSent
        self.nudges = nudges
        self.isOvertaken = isOvertaken
        self.isSuspended = isSuspended
    }

    var isPaused: Bool { relationship?.isPaused(on: today) ?? false }
    var hasEnded: Bool { relationship?.end.map { $0 < today } ?? false }
}
