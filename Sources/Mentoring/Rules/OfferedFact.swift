import CivilTime
public import Conditions

/// What a rule's `condition:` can ask about, ready-made: no clock, no address, no words of anybody.
///
/// `relationship.missed_in_a_row >= 2 && relationship.months_left > 1`
public enum OfferedFact: String, Sendable, Hashable, CaseIterable {
    case meetingSeries = "meeting.series"
    case meetingKind = "meeting.kind"
    case meetingOrdinal = "meeting.ordinal"
    case meetingIsLast = "meeting.is_last"
    case meetingIsInPerson = "meeting.is_in_person"
    case meetingIsByVideo = "meeting.is_by_video"
    case meetingMinutes = "meeting.minutes"
    case meetingState = "meeting.state"
    case meetingUnanswered = "meeting.unanswered"
    case meetingDeclined = "meeting.declined"
    case relationshipID = "relationship.id"
    case relationshipGroups = "relationship.groups"
    case relationshipHeld = "relationship.held"
    case relationshipMissed = "relationship.missed"
    case relationshipMissedInARow = "relationship.missed_in_a_row"
    case relationshipAhead = "relationship.ahead"
    case relationshipMonthsSinceStart = "relationship.months_since_start"
    case relationshipMonthsLeft = "relationship.months_left"
    case relationshipDaysSinceHeld = "relationship.days_since_held"
    case relationshipHasEnd = "relationship.has_end"
    case relationshipHasMediator = "relationship.has_mediator"
    case relationshipObjectives = "relationship.objectives"
    case relationshipIsPaused = "relationship.is_paused"
    case recipientRole = "recipient.role"
    case recipientLanguage = "recipient.language"
    case recipientAnswer = "recipient.answer"
    case recipientHasBusyCalendar = "recipient.has_busy_calendar"
    case recipientHoursPerMonth = "recipient.hours_per_month"
    case programmeLanguage = "programme.language"
    case programmeFollowsAnswers = "programme.follows_answers"

    /// All of them, for reading conditions.
    public static let declarations = Declarations(
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.type) }))

    public var type: ValueType {
        switch self {
        case .meetingSeries, .meetingKind, .meetingState, .relationshipID, .recipientRole, .recipientLanguage,
            .recipientAnswer, .programmeLanguage:
            .string
        case .relationshipGroups: .list(.string)
        case .meetingOrdinal, .meetingMinutes, .meetingUnanswered, .meetingDeclined, .relationshipHeld,
            .relationshipMissed, .relationshipMissedInARow, .relationshipAhead, .relationshipMonthsSinceStart,
            .relationshipMonthsLeft, .relationshipDaysSinceHeld, .relationshipObjectives:
            .int
        case .recipientHoursPerMonth: .double
        case .meetingIsLast, .meetingIsInPerson, .meetingIsByVideo, .relationshipHasEnd, .relationshipHasMediator,
            .relationshipIsPaused, .recipientHasBusyCalendar, .programmeFollowsAnswers:
            .bool
        }
    }

    /// What it is about: `meeting`, `relationship`, `recipient` or `programme`.
    public var group: String { String(rawValue.prefix { $0 != "." }) }

    /// - Returns: nil where the subject has nothing of the kind, as a relationship without end has no months left.
    func value(in facts: Facts, of programme: Programme) -> Value? {
        switch group {
        case "meeting": facts.meeting.flatMap { value(of: $0, in: facts) }
        case "relationship": facts.relationship.flatMap { value(of: $0, in: facts) }
        case "recipient": value(ofRecipientIn: facts)
        default: value(of: programme)
        }
    }

    private func value(of meeting: Meeting, in facts: Facts) -> Value? {
        switch self {
        case .meetingSeries: .string(meeting.series.rawValue)
        case .meetingKind: .string(meeting.kind.rawValue)
        case .meetingOrdinal: .int(Int64(meeting.ordinal))
        case .meetingIsLast: .bool(facts.isLastMeeting)
        case .meetingIsInPerson: .bool(Phrase.meetingIsInPerson.holds(for: facts))
        case .meetingIsByVideo: .bool(Phrase.meetingIsByVideo.holds(for: facts))
        case .meetingMinutes: .int(Int64(meeting.minutes))
        case .meetingState: .string(meeting.state.rawValue)
        case .meetingUnanswered: count(of: .missing, in: facts)
        case .meetingDeclined: count(of: .declined, in: facts)
        default: nil
        }
    }

    /// Nothing is known of answers that are not followed.
    private func count(of answer: Answer, in facts: Facts) -> Value? {
        facts.followsAnswers ? .int(Int64(facts.answers.count { $0 == answer })) : nil
    }

    private func value(of relationship: Relationship, in facts: Facts) -> Value? {
        let history = facts.history
        return switch self {
        case .relationshipID: .string(relationship.id.rawValue)
        case .relationshipGroups: .list(relationship.groups.map { .string($0) })
        case .relationshipHeld: .int(Int64(history.held))
        case .relationshipMissed: .int(Int64(history.missed))
        case .relationshipMissedInARow: .int(Int64(history.missedInARow))
        case .relationshipAhead: .int(Int64(history.ahead))
        case .relationshipMonthsSinceStart: .int(Int64(relationship.start.wholeMonths(until: facts.today)))
        case .relationshipMonthsLeft: relationship.end.map { .int(Int64(facts.today.wholeMonths(until: $0))) }
        case .relationshipDaysSinceHeld: history.lastHeld.map { .int(Int64($0.days(until: facts.today))) }
        case .relationshipHasEnd: .bool(relationship.end != nil)
        case .relationshipHasMediator: .bool(relationship.mediator != nil)
        case .relationshipObjectives: .int(Int64(relationship.objectives.count))
        case .relationshipIsPaused: .bool(facts.isPaused)
        default: nil
        }
    }

    private func value(ofRecipientIn facts: Facts) -> Value? {
        switch self {
        case .recipientRole:
            facts.relationship?.role(of: facts.recipient.id).map { .string($0.rawValue) } ?? .string("coordinator")
        case .recipientLanguage: .string(facts.recipient.language.rawValue)
        case .recipientAnswer: facts.followsAnswers ? .string(facts.answer.rawValue) : nil
        case .recipientHasBusyCalendar: .bool(!facts.recipient.busy.isEmpty)
        case .recipientHoursPerMonth: facts.recipient.minutesPerMonth.map { .double(Double($0) / 60) }
        default: nil
        }
    }

    private func value(of programme: Programme) -> Value? {
        switch self {
        case .programmeLanguage: .string(programme.language.rawValue)
        case .programmeFollowsAnswers: .bool(programme.followsAnswers)
        default: nil
        }
    }
}

extension CivilDate {
    /// Months that lie wholly between two days; below zero where the other is earlier.
    fileprivate func wholeMonths(until other: CivilDate) -> Int {
        let months = (other.year - year) * 12 + other.month - month
        if months > 0, adding(months: months) > other { return months - 1 }
        if months < 0, adding(months: months) < other { return months + 1 }
        return months
    }
}
