import CivilTime

/// The words of the page in its language.
struct ReportWords: Sendable {
    let isFrench: Bool

    init(language: String) {
        isFrench = language.lowercased().split(separator: "-").first == "fr"
    }

    /// The tag of the language in which the page itself speaks.
    var tag: String { isFrench ? "fr" : "en" }

    private func say(_ french: String, _ english: String) -> String { isFrench ? french : english }

    // Sections
    var rehearsal: String { say("Répétition", "Rehearsal") }
    var account: String { say("Bilan", "Report") }
    var timeline: String { say("Calendrier", "Timeline") }
    var relationships: String { say("Relations", "Relationships") }
    var calendars: String { say("Agendas des personnes", "People’s calendars") }
    var mails: String { say("Courriels", "Mails") }
    var warnings: String { say("À regarder", "Worth a look") }
    var key: String { say("Légende", "Legend") }

    func span(_ from: CivilDate, _ through: CivilDate) -> String {
        let dates = DateWords(words: self)
        return say(
            "Du \(dates.long(from)) au \(dates.long(through)).", "From \(dates.long(from)) to \(dates.long(through)).")
    }
    var nothingLeft: String {
        say("Aucun courriel n’a quitté cette machine.", "No mail has left this machine.")
    }
    func lanesDescription(_ lanes: Int, _ meetings: Int) -> String {
        say(
            "\(count(lanes, relation)), \(count(meetings, meeting))\u{A0}; les mêmes dates en texte plus bas.",
            "\(count(lanes, relation)), \(count(meetings, meeting)); the same dates as text below.")
    }

    // Counted things
    typealias Noun = (one: String, several: String)
    var relation: Noun { isFrench ? ("relation", "relations") : ("relationship", "relationships") }
    var person: Noun { isFrench ? ("personne", "personnes") : ("person", "people") }
    var meeting: Noun { isFrench ? ("rencontre", "rencontres") : ("meeting", "meetings") }
    var mail: Noun { isFrench ? ("courriel", "courriels") : ("mail", "mails") }

    func noun(_ noun: Noun, for count: Int) -> String {
        // Nought is singular in French, plural in English.
        (isFrench ? count < 2 : count == 1) ? noun.one : noun.several
    }
    func count(_ count: Int, _ noun: Noun) -> String { "\(count)\u{A0}\(self.noun(noun, for: count))" }

    // Meetings
    func kind(_ kind: RehearsalReport.Mark.Kind) -> String {
        switch kind {
        case .session: say("rencontre", "session")
        case .review: say("point d’étape", "review")
        case .other(let name): name
        }
    }
    /// Agrees in gender with the kind, where the language asks for it.
    func state(_ state: RehearsalReport.Mark.State, of kind: RehearsalReport.Mark.Kind = .session) -> String {
        guard isFrench else {
            return switch state {
            case .held: "held"
            case .announced: "announced"
            case .planned: "planned"
            case .missed: "missed"
            case .cancelled: "cancelled"
            }
        }
        let stem =
            switch state {
            case .held: "tenu"
            case .announced: "annoncé"
            case .planned: "prévu"
            case .missed: "manqué"
            case .cancelled: "annulé"
            }
        return kind == .review ? stem : stem + "e"
    }
    var video: String { say("en visio", "by video") }
    var inPerson: String { say("en personne", "in person") }
    func moved(from date: String) -> String { say("était le \(date)", "was \(date)") }
    var dateMoved: String { say("date déplacée", "date moved") }
    var absence: String { say("absence", "away") }
    var holiday: String { say("jour férié", "holiday") }
    func absence(_ from: String, _ through: String) -> String {
        say("absence du \(from) au \(through)", "away from \(from) to \(through)")
    }

    // Mails
    var mailsByWeek: String { say("Courriels par semaine", "Mails by week") }
    func week(of date: String, _ mails: Int) -> String {
        say("semaine du \(date)\u{A0}: \(count(mails, mail))", "week of \(date): \(count(mails, mail))")
    }
    var filter: String { say("Filtrer les courriels", "Filter the mails") }
    var filterHint: String { say("un nom, un objet, un modèle", "a name, a subject, a template") }
    func openMail(_ number: Int) -> String {
        say("Ouvrir le courriel \(number) au format .eml", "Open mail \(number) as .eml")
    }
    func openCalendar(_ name: String) -> String { say("Agenda de \(name) (.ics)", "Calendar of \(name) (.ics)") }
    var noMail: String { say("Aucun courriel n’était dû.", "No mail was due.") }
    var noMeeting: String { say("Aucune rencontre.", "No meeting.") }
    func openEnded(from date: String) -> String { say("depuis le \(date)", "since \(date)") }
}
