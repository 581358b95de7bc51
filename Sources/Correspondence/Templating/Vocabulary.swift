import Mentoring

/// The variables that a template may use; a fixed set, so that a slip is found before anything is sent.
struct Vocabulary: Sendable {
    let variables: Set<Variable>

    init(of template: TemplateName) {
        variables =
            switch template {
            case .welcome, .closing, .thankYou, .becomeAMentor, .farewell, .pause, .resume, .howIsItGoing,
                .offerMediator, .silentRelationship:
                Self.common.union(Self.relationship).union(Self.history)
            case .mediatorAsked: Self.common.union(Self.relationship).union([.asker, .askerAddress])
            case .coordinatorDigest: Self.common.union(Self.digest)
            case .heldBack: Self.common.union([.waitingCount])
            case .coordinatorNote: Self.common.union([.concern, .advice, .occasion])
            case .counterDeclined: Self.common.union(Self.meeting).union([.hasAlternatives, .alternatives])
            case .invitation: Self.common.union(Self.meeting)
            case .update, .declinedNewDate: Self.common.union(Self.meeting).union(Self.change)
            case .cancellation: Self.common.union(Self.meeting).union(Self.cancellation)
            // Reminders, and texts of the admin's own.
            default: Self.common.union(Self.meeting).union(Self.relationship).union(Self.history)
            }
    }

    private static let common: Set<Variable> = [
        .programme, .recipient, .others, .othersFull, .pair, .mentorsFull, .menteesFull, .tu, .toMentor, .toMentee,
        .toParty, .contact, .coordinator, .answersFollowed,
    ]
    static let meeting: Set<Variable> = [
        .kind, .kindCapital, .title, .isReview, .date, .startTime, .hours, .duration, .zone, .where, .place, .link,
        .whereOpen, .relativeDay,
    ]
    private static let change: Set<Variable> = [
        .whenChanged, .oldDate, .oldHours, .whereChanged, .oldWhere, .kindChanged, .oldKind, .joined, .left,
        .onlyDetails,
    ]
    private static let cancellation: Set<Variable> = [
        .reason, .meetingStands, .planChanged, .relationshipEnded, .relationshipPaused, .calledOff, .participantLeft,
        .addressChanged,
    ]
    static let relationship: Set<Variable> = [
        .start, .end, .charter, .mediator, .mediatorAddress, .hasObjectives, .objectives, .series, .hasMails, .mails,
        .until, .question,
    ]
    private static let history: Set<Variable> = [.lastHeld, .missedInARow, .nextDate, .nextHours]
    private static let digest: Set<Variable> = [
        .heldCount, .missedCount, .mailsCount, .hasComing, .coming, .hasUnanswered, .unanswered, .hasSilent, .silent,
        .hasGaps, .gaps, .hasUndelivered, .undelivered, .hasHeldBack, .heldBack, .nothingToDo,
        .hasUninvited, .uninvited, .setAsideCount,
    ]
}
