import CivilTime
import Configuration
import Ledger
import MailMessage
import Mentoring
import Report

/// What happened in a rehearsal, as a page and as figures.
struct RehearsalRecord {
    let wheel: Wheel
    let from: CivilDate
    let through: CivilDate
    let mails: [RehearsedMail]

    private var programme: Programme { wheel.configuration.programme }

    func report(at end: Instant) throws -> RehearsalReport {
        return RehearsalReport(
            programmeName: programme.name, language: programme.language.rawValue, from: from, through: through,
            relationships: try Lanes(programme: programme, ledger: wheel.ledger, through: through).all(),
            holidays: programme.holidays.sorted(), mails: mails.map(line),
            people: programme.people.values.sorted { $0.id < $1.id }.map {
                RehearsalReport.Person(id: $0.id.rawValue, name: $0.name)
            },
            warnings: try wheel.consequences(of: wheel.configuration, at: end).warnings)
    }

    func summary(at end: Instant) throws -> RehearsalSummary {
        let meetings = try wheel.ledger.meetings(in: [.held, .announced, .cancelled])
        let announcements = try wheel.ledger.announcements()
        let rows = programme.relationships.values.sorted { $0.id < $1.id }.map { relationship in
            let own = meetings.filter { $0.relationship == relationship.id }
            let told = own.compactMap { announcements[$0.id] }
            return RehearsalSummary.Row(
                relationship: relationship.id.rawValue,
                held: own.count { $0.state == .held }, reviews: own.count { $0.state == .held && $0.kind == .review },
                moved: told.count { $0.start != $0.firstStart }, cancelled: own.count { $0.state == .cancelled },
                mails: mails.count { mail in own.contains { $0.id == mail.entry.meeting } })
        }
        let templates = Dictionary(grouping: mails, by: \.entry.template).mapValues(\.count)
        return RehearsalSummary(
            from: from, through: through, rows: rows, mails: mails.count,
            templates: templates.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) },
            warnings: try wheel.consequences(of: wheel.configuration, at: end).warnings)
    }

    private func line(of mail: RehearsedMail) -> RehearsalReport.MailLine {
        RehearsalReport.MailLine(
            number: mail.number, file: mail.file, sentAt: programme.zone.local(at: mail.sent),
            recipientName: programme.people[mail.entry.recipient]?.name ?? mail.entry.recipient.rawValue,
            recipientID: mail.entry.recipient.rawValue, subject: mail.entry.subject,
            template: mail.entry.template.rawValue, text: MailText.plain(in: mail.bytes) ?? "")
    }
}
