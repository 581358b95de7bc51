import CivilTime
import Report
import Testing

/// Invented values that the tests vary.
enum Samples {
    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func moment(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(text)) }

    static func mark(
        _ start: String, _ state: RehearsalReport.Mark.State = .held, kind: RehearsalReport.Mark.Kind = .session,
        place: String? = nil, isVideo: Bool = false, title: String = "Rencontre", movedFrom: String? = nil
    ) throws -> RehearsalReport.Mark {
        RehearsalReport.Mark(
            start: try moment(start), minutes: 90, kind: kind, place: place, isVideo: isVideo, state: state,
            title: title, movedFrom: try movedFrom.map(moment))
    }

    static func mail(_ number: Int, at sentAt: String = "2026-12-01T09:00", subject: String = "Bienvenue") throws
        -> RehearsalReport.MailLine
    {
        RehearsalReport.MailLine(
            number: number, file: "mail/00000\(number)-claire-welcome.eml", sentAt: try moment(sentAt),
            recipientName: "Claire Durand", recipientID: "claire", subject: subject, template: "welcome",
            text: "Bonjour Claire,\r\n\r\nÀ bientôt.\r\n")
    }

    /// One relationship over a year, with one meeting and one mail.
    static func report(language: String = "fr") throws -> RehearsalReport {
        RehearsalReport(
            programmeName: "Mentorat Exemple", language: language, from: try date("2026-11-16"),
            through: try date("2027-11-15"),
            relationships: [
                RehearsalReport.Lane(
                    id: "claire-thomas", title: "Thomas et Claire", people: ["Claire Durand", "Thomas Petit"],
                    start: try date("2026-12-01"), end: try date("2027-11-30"),
                    meetings: [try mark("2026-12-03T18:30", title: "Rencontre 1")])
            ],
            mails: [try mail(1)],
            people: [.init(id: "claire", name: "Claire Durand"), .init(id: "thomas", name: "Thomas Petit")])
    }
}
