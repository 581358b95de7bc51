import CivilTime
import Mentoring

/// French as it is typeset: no-break spaces in dates, hours and before a colon.
struct French: Wording {
    private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]

    func date(_ date: CivilDate) -> String {
        "\(Self.weekdays[date.weekday.rawValue - 1]) \(dateWithoutWeekday(date))"
    }

    func dateWithoutWeekday(_ date: CivilDate) -> String {
        let day = date.day == 1 ? "1er" : String(date.day)
        return "\(day)\u{A0}\(Self.months[date.month - 1]) \(date.year)"
    }

    func hour(_ time: LocalTime) -> String {
        time.minute == 0 ? "\(time.hour)\u{A0}h" : "\(time.hour)\u{A0}h\u{A0}\(time.minute.twoDigits)"
    }

    func hours(from start: LocalTime, to end: LocalTime) -> String { "de \(hour(start)) à \(hour(end))" }

    func length(minutes: Int) -> String {
        if minutes < 60 { return "\(minutes)\u{A0}min" }
        let rest = minutes % 60
        return "\(minutes / 60)\u{A0}h" + (rest == 0 ? "" : "\u{A0}\(rest.twoDigits)")
    }

    func relativeDay(_ days: Int) -> String {
        switch days {
        case 0: "aujourd’hui"
        case 1: "demain"
        case 2: "après-demain"
        default: "dans \(days)\u{A0}jours"
        }
    }

    func preference(_ preference: WeekdayTime) -> String {
        "le \(Self.weekdays[preference.weekday.rawValue - 1]) à \(hour(preference.time))"
    }

    func cadence(_ cadence: Cadence) -> String {
        switch cadence {
        case .months(1): return "tous les mois"
        case .months(let count): return "tous les \(count)\u{A0}mois"
        case .days(let range):
            guard let weeks = range.inWeeks else { return "tous les \(numbers(range))\u{A0}jours" }
            return weeks == 1...1 ? "toutes les semaines" : "toutes les \(numbers(weeks))\u{A0}semaines"
        }
    }

    func list(_ items: [String]) -> String { items.joined(lastWith: " et ") }

    func kind(_ series: Series.Name) -> String {
        switch series {
        case .session: "rencontre de mentorat"
        case .review: "point d’étape"
        default: series.rawValue
        }
    }

    func seriesHeading(_ series: Series.Name) -> String {
        switch series {
        case .session: "Rencontres"
        case .review: "Points d’étape"
        default: series.rawValue.capitalizedFirst
        }
    }

    var byVideo: String { "en visio," }

    var openPlace: String { "à convenir ensemble" }

    var mentoring: String { "Mentorat" }

    func announcement(of template: TemplateName, offsets: [Offset], before anchors: [Trigger.Anchor]) -> String? {
        guard let noun = Self.nouns[template], let times = phrase(offsets), let moments = phrase(anchors) else {
            return nil
        }
        return "\(noun), \(times) avant \(moments)"
    }

    func sentence(for reason: CancellationReason) -> String {
        switch reason {
        case .planChanged: "Le calendrier des rencontres a changé, et cette date n’en fait plus partie."
        case .relationshipEnded: "Cette relation de mentorat prend fin."
        case .relationshipPaused: "Cette relation de mentorat est en pause."
        case .calledOff: "Cette rencontre est annulée."
        case .participantLeft: "La liste des participants a changé."
        case .addressChanged: "L’adresse électronique a changé."
        }
    }

    func calendarNote(contact: String) -> String { "Pour déplacer cette date\u{A0}: \(contact)" }

    // MARK: - Mails to come

    private static let nouns: [TemplateName: String] = [
        .invitation: "une invitation à inscrire dans l’agenda", .prepare: "de quoi préparer l’échange",
        .dayBefore: "un rappel avec le lieu ou le lien", .prepareReview: "de quoi préparer le point d’étape",
        .prepareFirstMentee: "de quoi préparer la première rencontre",
        .prepareFirstMentor: "de quoi préparer la première rencontre",
        .pleaseAnswer: "une relance si l’invitation reste sans réponse",
        .closing: "de quoi conclure",
    ]

    func phrase(_ offsets: [Offset]) -> String? {
        let phrases = offsets.map { offset in
            let unit =
                switch offset.unit {
                case .minutes: offset.count == 1 ? "minute" : "minutes"
                case .hours: offset.count == 1 ? "heure" : "heures"
                case .days: offset.count == 1 ? "jour" : "jours"
                case .weeks: offset.count == 1 ? "semaine" : "semaines"
                case .months: "mois"
                }
            return "\(offset.count)\u{A0}\(unit)"
        }
        return phrases.isEmpty ? nil : phrases.joined(lastWith: " puis ")
    }

    func phrase(_ anchors: [Trigger.Anchor]) -> String? {
        let phrases = anchors.map { anchor in
            switch anchor {
            case .series(.session): "chaque rencontre"
            case .series(.review): "chaque point d’étape"
            case .series(let name): "chaque rendez-vous «\u{A0}\(name)\u{A0}»"
            case .endOf: "la fin du rendez-vous"
            case .first(.session): "la première rencontre"
            case .first: "le premier rendez-vous"
            case .last(.session): "la dernière rencontre"
            case .last, .lastHeld: "le dernier rendez-vous"
            case .start: "le début"
            case .end: "la fin"
            case .halfway: "la mi-parcours"
            }
        }
        return phrases.isEmpty ? nil : phrases.joined(lastWith: " et ")
    }

    private func numbers(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) à \(range.upperBound)"
    }
}
