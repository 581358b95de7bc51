import CivilTime
import Mentoring

/// Dates, hours and the few nouns that values of a mail are made of, in one language.
///
/// Whole sentences belong to the templates; what is here depends on numbers, or stands in calendars as well.
protocol Wording: Sendable {
    /// `jeudi 3 décembre 2026`.
    func date(_ date: CivilDate) -> String
    /// `3 décembre 2026`.
    func dateWithoutWeekday(_ date: CivilDate) -> String
    /// `18 h 30`.
    func hour(_ time: LocalTime) -> String
    /// `de 18 h 30 à 20 h`.
    func hours(from start: LocalTime, to end: LocalTime) -> String
    /// `1 h 30`.
    func length(minutes: Int) -> String
    /// `demain`, for a day so many days ahead, from 0.
    func relativeDay(_ days: Int) -> String
    /// `le jeudi à 18 h 30`.
    func preference(_ preference: WeekdayTime) -> String
    /// `toutes les 3 à 4 semaines`.
    func cadence(_ cadence: Cadence) -> String
    /// `Claire, Yann et Thomas`.
    func list(_ items: [String]) -> String

    /// What one meeting of a series is called in a sentence: `rencontre de mentorat`.
    func kind(_ series: Series.Name) -> String
    /// What a series is called in a list: `Rencontres`.
    func seriesHeading(_ series: Series.Name) -> String
    /// `en visio,`, before the link.
    var byVideo: String { get }
    var openPlace: String { get }
    /// What a calendar of meetings is called: `Mentorat`.
    var mentoring: String { get }
    /// `un rappel, 1 jour avant chaque rencontre`; nil for a mail that needs no announcing.
    func announcement(of template: TemplateName, offsets: [Offset], before anchors: [Trigger.Anchor]) -> String?
    /// Why somebody gets a cancellation: one sentence.
    func sentence(for reason: CancellationReason) -> String
    /// What an answer brings that is for a person to decide, and what may be done about it.
    func sentences(for concern: Concern, person: String) -> (sentence: String, advice: String)
    /// Why a time that was proposed is not taken, with those that would do, in the calendar's comment.
    func counterDeclined(alternatives: [String]) -> String
    /// `Pour déplacer ce rendez-vous : mentorat@exemple.fr`, in the calendar's description.
    func calendarNote(contact: String) -> String
}

extension Wording {
    /// `Rencontre de mentorat · Thomas et Claire`.
    func title(_ series: Series.Name, mentees: [String], mentors: [String]) -> String {
        "\(kind(series).capitalizedFirst) · \(list(mentees + mentors))"
    }
}

extension Language {
    /// The words of the language, or of the wider one that it belongs to; nil where Jalon has none.
    var wording: (any Wording)? {
        switch primary {
        case .french: French()
        case .english: English()
        default: nil
        }
    }

    /// The language without its region: `fr` of `fr-CA`.
    var primary: Language {
        Language(rawValue.prefix { $0 != "-" && $0 != "_" }.lowercased())
    }
}

extension String {
    /// The same with its first letter in upper case.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
