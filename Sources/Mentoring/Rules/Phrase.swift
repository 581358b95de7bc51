/// One thing that `only_if` can ask, in the admin's words; each is one small predicate over facts.
public enum Phrase: String, Sendable, Hashable, CaseIterable {
    case answerIsMissing = "answer is missing"
    case answerIsAccepted = "answer is accepted"
    case answerIsDeclined = "answer is declined"
    case meetingIsFirst = "meeting is first"
    case meetingIsLast = "meeting is last"
    case meetingIsInPerson = "meeting is in person"
    case meetingIsByVideo = "meeting is by video"
    case meetingIsConfirmed = "meeting is confirmed"
    case meetingIsUnanswered = "meeting is unanswered"
    case meetingIsReview = "meeting is a review"
    case meetingIsNotReview = "meeting is not a review"
    case relationshipIsActive = "relationship is active"
    case relationshipIsPaused = "relationship is paused"
    case relationshipHasObjectives = "relationship has objectives"
    case relationshipHasMediator = "relationship has a mediator"
    case recipientHasNoBusyCalendar = "recipient has no busy calendar"

    /// Never true where answers are not followed: nobody is nagged for an answer that could not arrive.
    public var needsAnswers: Bool {
        switch self {
        case .answerIsMissing, .answerIsAccepted, .answerIsDeclined, .meetingIsConfirmed, .meetingIsUnanswered: true
        default: false
        }
    }

    /// - Returns: false as well where the phrase asks for something that the subject does not have.
    public func holds(for facts: Facts) -> Bool {
        if needsAnswers && !facts.followsAnswers { return false }
        return switch self {
        case .answerIsMissing: facts.answer == .missing
        case .answerIsAccepted: facts.answer == .accepted
        case .answerIsDeclined: facts.answer == .declined
        case .meetingIsFirst: facts.meeting?.ordinal == 1
        case .meetingIsLast: facts.isLastMeeting
        case .meetingIsInPerson: if case .inPerson = facts.meeting?.place { true } else { false }
        case .meetingIsByVideo: if case .video = facts.meeting?.place { true } else { false }
        case .meetingIsConfirmed: !facts.answers.isEmpty && facts.answers.allSatisfy { $0 == .accepted }
        case .meetingIsUnanswered: facts.answers.contains(.missing)
        case .meetingIsReview: facts.meeting?.kind == .review
        case .meetingIsNotReview: facts.meeting.map { $0.kind != .review } ?? false
        case .relationshipIsActive: !facts.isPaused
        case .relationshipIsPaused: facts.isPaused
        case .relationshipHasObjectives: !(facts.relationship?.objectives.isEmpty ?? true)
        case .relationshipHasMediator: facts.relationship?.mediator != nil
        case .recipientHasNoBusyCalendar: facts.recipient.busy.isEmpty
        }
    }
}
