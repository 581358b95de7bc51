import CivilTime
import Mentoring

struct FrenchExplanations: ExplainingWords {
    private let words = French()

    func heading(_ heading: ExplanationHeading) -> String {
        switch heading {
        case .triggers: "Quand une règle se déclenche (trigger:)"
        case .events: "Ce qu’elle peut attendre"
        case .phrases: "Ce qui doit être vrai (only_if:)"
        case .audiences: "À qui (to:)"
        case .keys: "Les autres clés"
        case .facts: "Ce qu’une condition peut demander"
        case .templates: "Les textes, et les variables que chacun peut employer"
        }
    }

    let triggers = [
        ("3 days before session", "avant le début de chaque rencontre ; les jours gardent l’heure, chez qui lit"),
        ("10 days, 4 days before session, review", "plusieurs fois, avant plusieurs séries"),
        ("2 hours after end of session", "du temps écoulé, à toute heure"),
        ("1 week before first session", "first, last : ce seul rendez-vous de la série"),
        ("45 days after last held session", "si personne ne s’est revu depuis"),
        ("at start, at halfway, at end", "des jours de la relation elle-même"),
        ("60 days after end", "après son dernier jour"),
        ("every monday at 08:00", "un récapitulatif pour la coordination"),
        ("first weekday of month at 08:00", "un récapitulatif pour la coordination"),
    ].map { ($0.0, typeset($0.1)) }

    let keys = [
        ("at", "l’heure de départ d’un message compté en jours, au lieu de celle du rendez-vous"),
        ("condition", "une expression sur des faits ; « jalon explain facts » les liste"),
        ("even_if", "se déclenche même en pause, ou après la fin"),
        ("for", "seulement les relations de l’un de ces groupes"),
        ("max_times", "au plus tant de fois, pour une personne et un rendez-vous"),
        ("too_late_after", "plus du tout, passé ce retard"),
        ("then", "les étapes qui suivent, tant que ce qui doit être vrai le reste"),
    ].map { ($0.0, typeset($0.1)) }

    /// With the spaces that French has before its punctuation.
    private static func typeset(_ text: String) -> String {
        text.replacing(" ;", with: "\u{202F};").replacing(" :", with: "\u{A0}:")
            .replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»")
    }

    func meaning(_ event: Trigger.Event) -> String {
        switch event {
        case .meetingAnnounced: "ses invitations sont prêtes à partir"
        case .meetingMoved: "un rendez-vous annoncé change de date ou d’heure"
        case .meetingCancelled: "un rendez-vous annoncé n’aura pas lieu"
        case .meetingDeclined: "quelqu’un a refusé"
        case .meetingAccepted: "quelqu’un a accepté"
        case .meetingHeld: "il est passé, et personne n’a dit le contraire"
        case .meetingMissed: "il n’a pas eu lieu"
        case .mailBounces: "une adresse ne reçoit plus"
        case .relationshipPauses: "une pause a été décidée"
        case .relationshipResumes: "la relation reprend après une pause"
        case .relationshipEndsEarly: "la relation finit avant la date des fichiers"
        case .mediatorAskedFor: "l’un des deux côtés demande la médiation"
        case .personJoins: "quelqu’un rejoint une relation qui existait déjà"
        case .personLeaves: "quelqu’un quitte une relation"
        }
    }

    func meaning(_ phrase: Phrase) -> String {
        switch phrase {
        case .answerIsMissing: "la personne qui lit n’a pas répondu"
        case .answerIsAccepted: "la personne qui lit a accepté"
        case .answerIsDeclined: "la personne qui lit a refusé"
        case .meetingIsFirst: "c’est le premier de sa série"
        case .meetingIsLast: "aucun autre de sa série ne suit"
        case .meetingIsInPerson: "il a lieu en présence"
        case .meetingIsByVideo: "il a lieu en visio"
        case .meetingIsConfirmed: "tout le monde a accepté"
        case .meetingIsUnanswered: "quelqu’un n’a pas répondu"
        case .meetingIsReview: "c’est un point d’étape"
        case .meetingIsNotReview: "ce n’est pas un point d’étape"
        case .relationshipIsActive: "la relation n’est pas en pause"
        case .relationshipIsPaused: "la relation est en pause"
        case .relationshipHasObjectives: "la relation a des objectifs"
        case .relationshipHasMediator: "la relation a une médiation"
        case .recipientHasNoBusyCalendar: "la personne qui lit n’a pas donné son agenda"
        }
    }

    func meaning(_ fact: OfferedFact) -> String {
        switch fact {
        case .meetingSeries: "la série du rendez-vous\u{A0}: session, review ou un nom choisi"
        case .meetingKind: "ce qu’il est\u{A0}: review si la rencontre l’est devenue"
        case .meetingOrdinal: "son rang dans la série, à partir de 1"
        case .meetingIsLast: "aucun autre de sa série ne suit"
        case .meetingIsInPerson: "il a lieu en présence"
        case .meetingIsByVideo: "il a lieu en visio"
        case .meetingMinutes: "sa durée"
        case .meetingState: "planned, announced, held, missed ou cancelled"
        case .meetingUnanswered: "combien n’ont pas répondu\u{202F}; inconnu si les réponses ne sont pas suivies"
        case .meetingDeclined: "combien ont refusé\u{202F}; inconnu si les réponses ne sont pas suivies"
        case .relationshipID: "son nom dans les fichiers"
        case .relationshipGroups: "ses groupes"
        case .relationshipHeld: "rendez-vous tenus"
        case .relationshipMissed: "rendez-vous manqués"
        case .relationshipMissedInARow: "manqués depuis le dernier tenu"
        case .relationshipAhead: "rendez-vous à venir, prévus ou annoncés"
        case .relationshipMonthsSinceStart: "mois entiers depuis le début"
        case .relationshipMonthsLeft: "mois entiers jusqu’à la fin\u{202F}; inconnu sans fin"
        case .relationshipDaysSinceHeld: "jours depuis le dernier tenu\u{202F}; inconnu s’il n’y en a pas"
        case .relationshipHasEnd: "elle a une fin"
        case .relationshipHasMediator: "elle a une médiation"
        case .relationshipObjectives: "combien d’objectifs elle a"
        case .relationshipIsPaused: "elle est en pause aujourd’hui"
        case .recipientRole: "mentor, mentee, mediator, referent ou coordinator"
        case .recipientLanguage: "la langue de lecture, par exemple fr"
        case .recipientAnswer:
            "accepted, declined, tentative ou missing\u{202F}; inconnu si les réponses ne sont pas suivies"
        case .recipientHasBusyCalendar: "un agenda personnel est donné"
        case .recipientHoursPerMonth: "les heures déclarées par mois\u{202F}; inconnu sans déclaration"
        case .programmeLanguage: "la langue du programme"
        case .programmeFollowsAnswers: "les réponses sont suivies"
        }
    }

    func name(_ audience: Audience) -> String {
        switch audience {
        case .mentor: "mentor"
        case .mentee: "mentee"
        case .mediator: "médiation"
        case .referent: "référent ou référente"
        case .coordinator: "coordination"
        case .everyone: "toutes les personnes invitées"
        case .unanswered: "qui n’a pas répondu"
        case .person: "la personne à l’origine"
        }
    }

    func opening(_ trigger: Trigger, _ action: String) -> String {
        "\(when(trigger).capitalizedFirst), \(action)."
    }

    private func when(_ trigger: Trigger) -> String {
        switch trigger {
        case .timed(let timing):
            let anchors = words.phrase(timing.anchors) ?? ""
            guard let offsets = words.phrase(timing.offsets) else { return "pour \(anchors)" }
            let hour = timing.hour.map { ", à \(words.hour($0))" } ?? ""
            let held = timing.anchors.contains(where: \.isLastHeld) ? " tenu" : ""
            return "\(offsets) \(timing.direction == .before ? "avant" : "après") \(anchors)\(held)\(hour)"
        case .when(let events):
            return "dès que «\u{A0}\(events.map(\.rawValue).joined(lastWith: "\u{A0}» ou «\u{A0}"))\u{A0}»"
        case .every(.weekly(let day, let time)):
            return "\(words.preference(WeekdayTime(weekday: day, time: time))), chaque semaine"
        case .every(.monthly(let time)): return "le premier jour ouvré du mois, à \(words.hour(time))"
        }
    }

    func action(_ template: TemplateName, to audience: [String]) -> String {
        template == .invitation
            ? "le rendez-vous est annoncé (destinataires\u{A0}: \(words.list(audience)))"
            : "le texte «\u{A0}\(template)\u{A0}» part (destinataires\u{A0}: \(words.list(audience)))"
    }

    func onlyIf(_ alternatives: [String]) -> String { "Seulement si \(alternatives.joined(lastWith: " ou si "))." }
    func condition(_ source: String) -> String { "Seulement si la condition est vraie\u{A0}: \(source)" }
    func groups(_ groups: [String]) -> String { "Seulement pour les groupes \(words.list(groups))." }

    func evenIf(_ rest: Rule.Rest) -> String {
        rest == .paused ? "Même si la relation est en pause." : "Même si la relation est finie."
    }

    func atMost(_ times: Int) -> String { "Au plus \(times)\u{A0}fois, pour une personne et un rendez-vous." }
    func tooLate(minutes: Int) -> String {
        "Plus du tout après \(words.phrase([Offset(minutes: minutes)]) ?? "") de retard."
    }

    func step(_ after: Offset, _ action: String) -> String {
        "Ensuite, \(words.phrase([after]) ?? "") plus tard et si tout cela reste vrai, \(action)."
    }
}
