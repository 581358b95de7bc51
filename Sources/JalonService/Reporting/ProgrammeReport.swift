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

    /// Three months back and six ahead.
    public func page() throws -> String {
        let today = programme.zone.local(at: now).date
        let (from, through) = (today.adding(days: -91), today.adding(days: 182))
        return RehearsalReport(
            programmeName: programme.name, language: mail.language.rawValue, from: from, through: through,
            relationships: try Lanes(programme: programme, ledger: ledger, from: from, through: through).all(),
            holidays: programme.holidays.filter { from <= $0 && $0 <= through }.sorted(),
            people: programme.people.values.sorted { $0.id < $1.id }.map { .init(id: $0.id.rawValue, name: $0.name) },
            account: mail.fragment
        ).html()
    }

    /// The figures and the lists, for programs.
    public var document: some Encodable { ReportDocument(digest, at: now) }
}
