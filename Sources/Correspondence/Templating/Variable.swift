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

    /// What can be named between the variable's section tags besides; empty for all but lists.
    var members: Set<Variable> {
        switch self {
        case .objectives: [.goal, .indicator, .by]
        case .series: [.name, .cadence, .duration, .preferred, .merged, .firstWhere, .thenWhere, .alwaysWhere]
        case .mails: [.mail]
        default: []
        }
    }
}
