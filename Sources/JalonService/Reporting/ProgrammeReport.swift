public import CivilTime
public import Configuration
import Correspondence
public import Ledger
import MailMessage
import Mentoring
import Report

/// What the coordinator's digest says, at any moment: for a terminal, for programs, and as a page with the timeline.
public struct ProgrammeReport: Sendable {
    private let programme: Programme
    private let ledger: Ledger
    private let now: Instant
    private let digest: Digest
    private let mail: Mail

    /// - Parameters:
    ///   - since: the first day that counts; the last digest where it is nil, or seven days ago.
    ///   - language: nil for the coordinator's.
    public init(
        configuration: Configuration, ledger: Ledger, now: Instant, since: CivilDate? = nil, language: String? = nil
    ) throws {
        let office = Office(configuration: configuration, directives: try ledger.directives())
        self.programme = office.programme
        self.ledger = ledger
        self.now = now
        let first = since.map { configuration.programme.zone.instant(of: LocalDateTime($0, .midnight)) }
        digest = try DigestMaker(office: office, ledger: ledger).digest(at: now, since: first)
        let programme = office.programme
        var recipient =
            programme.coordinator.flatMap { programme.people[$0] }.map { Recipient($0, as: .coordinator) }
            ?? Recipient(
                person: Person.ID(""), address: programme.mailbox.address, name: programme.name, role: .coordinator,
                language: programme.language)
        if let language { recipient.language = Language(language) }
        var letter = Letter(template: .coordinatorDigest, recipient: recipient)
        letter.digest = digest
        var source = TokenSource.seeded(state: 1)
        mail = try office.composer.compose(letter, at: now, using: &source)
    }

    /// Subject and text of the digest.
    public var text: String { "\(mail.subject)\n\n\(mail.text)" }

    /// Three months back, or since the first relationship began, and six ahead.
    public func page() throws -> String {
        let today = programme.zone.local(at: now).date
        let first = programme.relationships.values.map(\.start).min() ?? today
        let (from, through) = (min(today, max(first, today.adding(days: -91))), today.adding(days: 182))
        return RehearsalReport(
            programmeName: programme.name, language: mail.language.rawValue, from: from, through: through,
            relationships: try Lanes(programme: programme, ledger: ledger, from: from, through: through).all(),
            holidays: programme.holidays.filter { from <= $0 && $0 <= through }.sorted(),
            mails: try mails(since: from),
            people: programme.people.values.sorted { $0.id < $1.id }.map { .init(id: $0.id.rawValue, name: $0.name) },
            account: mail.fragment
        ).html()
    }

    /// Those that have left, for the weekly counts.
    private func mails(since first: CivilDate) throws -> [RehearsalReport.MailLine] {
        try ledger.outbox().compactMap { entry in
            guard entry.state == .sent || entry.state == .bounced, let settled = entry.settled else { return nil }
            let sent = programme.zone.local(at: settled)
            guard sent.date >= first else { return nil }
            return RehearsalReport.MailLine(
                number: Int(entry.id), file: "", sentAt: sent, recipientName: "", recipientID: entry.recipient.rawValue,
                subject: entry.subject, template: entry.template.rawValue, text: "")
        }
    }

    /// The figures and the lists, for programs.
    public var document: some Encodable { ReportDocument(digest, at: now) }
}
