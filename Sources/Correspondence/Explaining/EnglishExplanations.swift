import CivilTime
import Mentoring

struct EnglishExplanations: ExplainingWords {
    private let words = English()

    func heading(_ heading: ExplanationHeading) -> String {
        switch heading {
        case .triggers: "When a rule fires (trigger:)"
        case .events: "What it can wait for"
        case .phrases: "What must hold (only_if:)"
        case .audiences: "To whom (to:)"
        case .keys: "The other keys"
        case .facts: "What a condition can ask about"
        case .templates: "The texts, with the variables that each may use"
        }
    }

    let triggers = [
        ("3 days before session", "so long before the start of each session; days keep the hour, in the reader's zone"),
        ("10 days, 4 days before session, review", "several times, before several series"),
        ("2 hours after end of session", "elapsed time, at any hour of the day"),
        ("1 week before first session", "first, last: that one meeting of the series alone"),
        ("45 days after last held session", "once nobody has met again since"),
        ("at start, at halfway, at end", "days of the relationship itself"),
        ("60 days after end", "so long after its last day"),
        ("every monday at 08:00", "a digest for the coordinator"),
        ("first weekday of month at 08:00", "a digest for the coordinator"),
    ]

    let keys = [
        ("at", "the hour at which a mail of days, weeks or months leaves, instead of the meeting's own"),
        ("condition", "an expression over facts; `jalon explain facts` lists them"),
        ("even_if", "fires although the relationship is paused or ended"),
        ("for", "only relationships with one of these groups"),
        ("max_times", "at most so often, for a person and a meeting"),
        ("too_late_after", "not any more once it is so late"),
        ("then", "steps that follow, so long as what must hold still holds"),
    ]

    func meaning(_ event: Trigger.Event) -> String {
        switch event {
        case .meetingAnnounced: "its invitations are in the outbox"
        case .meetingMoved: "an announced meeting has another date or hour"
        case .meetingCancelled: "an announced meeting will not be"
        case .meetingDeclined: "somebody has declined"
        case .meetingAccepted: "somebody has accepted"
        case .meetingHeld: "it is over, and nobody has said otherwise"
        case .meetingMissed: "it did not take place"
        case .mailBounces: "an address does not take mail"
        case .relationshipPauses: "a pause was ordered"
        case .relationshipResumes: "it goes on after a pause"
        case .relationshipEndsEarly: "it ends before the date in the files"
        case .mediatorAskedFor: "one of the two asks for the mediator"
        case .personJoins: "somebody becomes mentor or mentee of a relationship that was there already"
        case .personLeaves: "somebody is no longer mentor or mentee of it"
        }
    }

    func meaning(_ phrase: Phrase) -> String {
        switch phrase {
        case .answerIsMissing: "the reader has not answered"
        case .answerIsAccepted: "the reader has accepted"
        case .answerIsDeclined: "the reader has declined"
        case .meetingIsFirst: "it is the first of its series"
        case .meetingIsLast: "no other of its series follows"
        case .meetingIsInPerson: "it takes place in person"
        case .meetingIsByVideo: "it takes place by video"
        case .meetingIsConfirmed: "everybody has accepted"
        case .meetingIsUnanswered: "somebody has not answered"
        case .meetingIsReview: "it is a review"
        case .meetingIsNotReview: "it is not a review"
        case .relationshipIsActive: "the relationship is not paused"
        case .relationshipIsPaused: "the relationship is paused"
        case .relationshipHasObjectives: "the relationship has objectives"
        case .relationshipHasMediator: "the relationship has a mediator"
        case .recipientHasNoBusyCalendar: "the reader has given no calendar of their own"
        }
    }

    func meaning(_ fact: OfferedFact) -> String {
        switch fact {
        case .meetingSeries: "the series that the meeting belongs to: session, review or a name of your own"
        case .meetingKind: "what it is: review where a session has become one"
        case .meetingOrdinal: "its place in the series, from 1"
        case .meetingIsLast: "no other of its series follows"
        case .meetingIsInPerson: "it takes place in person"
        case .meetingIsByVideo: "it takes place by video"
        case .meetingMinutes: "its length"
        case .meetingState: "planned, announced, held, missed or cancelled"
        case .meetingUnanswered: "how many have not answered; unknown where answers are not followed"
        case .meetingDeclined: "how many have declined; unknown where answers are not followed"
        case .relationshipID: "its id in the files"
        case .relationshipGroups: "its groups"
        case .relationshipHeld: "meetings held"
        case .relationshipMissed: "meetings missed"
        case .relationshipMissedInARow: "missed since the last that was held"
        case .relationshipAhead: "planned and announced meetings ahead"
        case .relationshipMonthsSinceStart: "whole months since its start"
        case .relationshipMonthsLeft: "whole months to its end; unknown without one"
        case .relationshipDaysSinceHeld: "days since the last meeting held; unknown where there was none"
        case .relationshipHasEnd: "it has an end"
        case .relationshipHasMediator: "it has a mediator"
        case .relationshipObjectives: "how many objectives it has"
        case .relationshipIsPaused: "it is paused today"
        case .recipientRole: "mentor, mentee, mediator, referent or coordinator"
        case .recipientLanguage: "the language in which they read, such as fr"
        case .recipientAnswer: "accepted, declined, tentative or missing; unknown where answers are not followed"
        case .recipientHasBusyCalendar: "they have given a calendar of their own"
        case .recipientHoursPerMonth: "the hours that they have declared; unknown where they have not"
        case .programmeLanguage: "the programme's language"
        case .programmeFollowsAnswers: "answers are followed"
        }
    }

    func name(_ audience: Audience) -> String {
        switch audience {
        case .mentor: "the mentor"
        case .mentee: "the mentee"
        case .mediator: "the mediator"
        case .referent: "the referent"
        case .coordinator: "the coordinator"
        case .everyone: "everyone on the invitation"
        case .unanswered: "those who have not answered"
        case .person: "the one who brings it about"
        }
    }

    func opening(_ trigger: Trigger, _ action: String) -> String {
        "\(when(trigger).capitalizedFirst), \(action)."
    }

    private func when(_ trigger: Trigger) -> String {
        switch trigger {
        case .timed(let timing):
            let anchors = words.phrase(timing.anchors) ?? ""
            guard let offsets = words.phrase(timing.offsets) else { return "at \(anchors)" }
            let hour = timing.hour.map { ", at \(words.hour($0))" } ?? ""
            let held = timing.anchors.contains(where: \.isLastHeld) ? " that was held" : ""
            return "\(offsets) \(timing.direction.rawValue) \(anchors)\(held)\(hour)"
        case .when(let events): return "when " + events.map(\.rawValue).joined(lastWith: " or ")
        case .every(.weekly(let day, let time)): return "every \(day) at \(words.hour(time))"
        case .every(.monthly(let time)): return "on the first weekday of the month at \(words.hour(time))"
        }
    }

    func action(_ template: TemplateName, to audience: [String]) -> String {
        template == .invitation
            ? "the meeting is announced to \(words.list(audience))"
            : "the text “\(template)” goes to \(words.list(audience))"
    }

    func onlyIf(_ alternatives: [String]) -> String { "Only if \(alternatives.joined(lastWith: " or "))." }
    func condition(_ source: String) -> String { "Only if the condition holds: \(source)" }
    func groups(_ groups: [String]) -> String { "Only for the groups \(words.list(groups))." }

    func evenIf(_ rest: Rule.Rest) -> String {
        rest == .paused ? "Even if the relationship is paused." : "Even if the relationship has ended."
    }

    func atMost(_ times: Int) -> String { "At most \(times) times, for a person and a meeting." }
    func tooLate(minutes: Int) -> String {
        "Not any more when it is \(words.phrase([Offset(minutes: minutes)]) ?? "") late."
    }

    func step(_ after: Offset, _ action: String) -> String {
        "Then, \(words.phrase([after]) ?? "") later and if all of this still holds, \(action)."
    }
}
