import Mentoring

/// What a template may name between double braces.
enum Variable: String, CaseIterable, Sendable {
    // Everywhere
    case programme, recipient, others
    case othersFull = "others_full"
    case pair
    case mentorsFull = "mentors_full"
    case menteesFull = "mentees_full"
    case tu
    case toMentor = "to_mentor"
    case toMentee = "to_mentee"
    case toParty = "to_party"
    case contact, coordinator
    case answersFollowed = "answers_followed"

    // About a meeting
    case kind
    case kindCapital = "kind_capital"
    case title
    case isReview = "is_review"
    case date
    case startTime = "start_time"
    case hours, duration, zone
    case `where`, place, link
    case whereOpen = "where_open"
    case relativeDay = "relative_day"

    // About its change
    case whenChanged = "when_changed"
    case oldDate = "old_date"
    case oldHours = "old_hours"
    case whereChanged = "where_changed"
    case oldWhere = "old_where"
    case kindChanged = "kind_changed"
    case oldKind = "old_kind"
    case joined, left
    case onlyDetails = "only_details"

    // About its cancellation
    case reason
    case meetingStands = "meeting_stands"
    case planChanged = "plan_changed"
    case relationshipEnded = "relationship_ended"
    case relationshipPaused = "relationship_paused"
    case calledOff = "called_off"
    case participantLeft = "participant_left"
    case addressChanged = "address_changed"

    // About the relationship
    case start, end, charter, mediator
    case mediatorAddress = "mediator_address"
    case hasObjectives = "has_objectives"
    case objectives, goal, indicator, by
    case series, name, cadence, preferred, merged
    case firstWhere = "first_where"
    case thenWhere = "then_where"
    case alwaysWhere = "always_where"
    case hasMails = "has_mails"
    case mails, mail

    // About what has become of its meetings
    case question
    case lastHeld = "last_held"
    case missedInARow = "missed_in_a_row"
    case nextDate = "next_date"
    case nextHours = "next_hours"
    /// The last day of the pause.
    case until
    case asker
    case askerAddress = "asker_address"

    // About an answer
    case hasAlternatives = "has_alternatives"
    case alternatives
    /// What an answer brings, and what may be done about it; each a sentence.
    case concern, advice
    /// The meeting that it is about, in a few words.
    case occasion

    // About the programme, for its coordinator
    case heldCount = "held_count"
    case missedCount = "missed_count"
    case mailsCount = "mails_count"
    case waitingCount = "waiting_count"
    case hasComing = "has_coming"
    case hasUnanswered = "has_unanswered"
    case hasSilent = "has_silent"
    case hasGaps = "has_gaps"
    case hasUndelivered = "has_undelivered"
    case hasHeldBack = "has_held_back"
    case hasUninvited = "has_uninvited"
    case setAsideCount = "set_aside_count"
    case uninvited
    case coming, unanswered, silent, gaps, undelivered
    case heldBack = "held_back"
    case nothingToDo = "nothing_to_do"

    /// What can be named between the variable's section tags besides; empty for all but lists.
    var members: Set<Variable> {
        switch self {
        case .objectives: [.goal, .indicator, .by]
        case .series: [.name, .cadence, .duration, .preferred, .merged, .firstWhere, .thenWhere, .alwaysWhere]
        case .mails: [.mail]
        case .coming: [.pair, .kind, .date, .startTime]
        case .unanswered: [.pair, .kind, .date, .startTime, .others]
        case .alternatives: [.date, .hours]
        case .uninvited: [.pair, .kind, .date, .startTime]
        case .silent: [.pair, .lastHeld]
        case .gaps: [.pair, .date]
        case .undelivered: [.others, .reason]
        case .heldBack: [.mail, .reason]
        default: []
        }
    }
}

extension Variable {
    /// Whether a role may read what stands for it: what is said between mentor and mentee stays there, and who asks for
    /// the mediator is the mediator's to know.
    func isVisible(to role: Role) -> Bool {
        switch self {
        case .hasObjectives, .objectives, .goal, .indicator, .by, .question: role == .mentor || role == .mentee
        case .asker, .askerAddress: role == .mediator
        case .concern, .advice, .occasion, .hasUninvited, .uninvited, .setAsideCount, .heldCount, .missedCount,
            .mailsCount, .waitingCount, .hasComing, .hasUnanswered, .hasSilent, .hasGaps,
            .hasUndelivered, .hasHeldBack, .coming, .unanswered, .silent, .gaps, .undelivered, .heldBack, .nothingToDo,
            .missedInARow:
            role == .coordinator
        default: true
        }
    }
}
