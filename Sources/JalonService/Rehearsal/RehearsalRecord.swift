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
        let meetings = try wheel.ledger.meetings(in: [.planned, .announced, .held, .missed, .cancelled])
        let announcements = try wheel.ledger.announcements()
        let grouped = Dictionary(grouping: meetings.filter { $0.start.date <= through }, by: \.relationship)
        return RehearsalReport(
            programmeName: programme.name, language: programme.language.rawValue, from: from, through: through,
            relationships: programme.relationships.values.sorted { $0.id < $1.id }.map { relationship in
                lane(of: relationship, meetings: grouped[relationship.id] ?? [], announcements)
            },
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

    private func lane(
        of relationship: Relationship, meetings: [Meeting], _ announcements: [Meeting.ID: Announcement]
    ) -> RehearsalReport.Lane {
        let people = relationship.parties.compactMap { programme.people[$0] }
        return RehearsalReport.Lane(
            id: relationship.id.rawValue, title: relationship.id.rawValue, people: people.map(\.name),
            start: relationship.start, end: relationship.end,
            meetings: meetings.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }.map { meeting in
                mark(of: meeting, announcement: announcements[meeting.id])
            }, absences: people.flatMap(\.away))
    }

    private func mark(of meeting: Meeting, announcement: Announcement?) -> RehearsalReport.Mark {
        let kind: RehearsalReport.Mark.Kind =
            switch meeting.kind {
            case .session: .session
            case .review: .review
            default: .other(meeting.kind.rawValue)
            }
        let isVideo = if case .video = meeting.place { true } else { false }
        let first = announcement?.firstStart
        return RehearsalReport.Mark(
            start: meeting.start, minutes: meeting.minutes, kind: kind, place: meeting.place?.text, isVideo: isVideo,
            state: meeting.state.mark,
            title: RehearsalReport.Mark.title(
                kind, ordinal: meeting.ordinal(in: meeting.kind) ?? meeting.ordinal,
                language: programme.language.rawValue),
            movedFrom: first == meeting.start ? nil : first)
    }

    private func line(of mail: RehearsedMail) -> RehearsalReport.MailLine {
        RehearsalReport.MailLine(
            number: mail.number, file: mail.file, sentAt: programme.zone.local(at: mail.sent),
            recipientName: programme.people[mail.entry.recipient]?.name ?? mail.entry.recipient.rawValue,
            recipientID: mail.entry.recipient.rawValue, subject: mail.entry.subject,
            template: mail.entry.template.rawValue, text: MailText.plain(in: mail.bytes) ?? "")
    }
}

extension Meeting.State {
    fileprivate var mark: RehearsalReport.Mark.State {
        switch self {
        case .planned: .planned
        case .announced: .announced
        case .held: .held
        case .missed: .missed
        case .cancelled: .cancelled
        }
    }
}
