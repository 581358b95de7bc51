import CivilTime
import Correspondence
import Ledger
import MailMessage
import Mentoring

/// A mail to the coordinator about something that an answer brings and that is for a person to decide.
struct CoordinatorNote {
    private let concern: Concern
    private let announcement: Announcement?
    private let relationship: Relationship.ID?
    private let person: Person.ID?
    /// The address that it is about.
    var address: EmailAddress?

    /// - Parameter relationship: nil where none is named: more than one is meant, or the coordinator is not to know.
    init(
        _ concern: Concern, about announcement: Announcement? = nil, in relationship: Relationship.ID?,
        by person: Person.ID? = nil
    ) {
        self.concern = concern
        self.announcement = announcement
        self.relationship = relationship
        self.person = person
    }

    /// Puts the mail among the changes; the same is told once for a date of a meeting, or once a day.
    ///
    /// - Parameter isAnswer: a mail that has come in brings it about.
    func owe(
        isAnswer: Bool = true, by office: Office, in changes: inout Changes, ledger: Ledger, at now: Instant,
        using source: inout TokenSource
    ) throws {
        let subject =
            announcement?.meeting.rawValue ?? relationship.map { ledger.opaqueID(of: $0) } ?? person.map {
                ledger.opaqueID(of: $0)
            }
            ?? "programme"
        let occasion =
            announcement.map { "sequence \($0.timeSequence ?? 0)" } ?? "\(office.programme.zone.local(at: now).date)"
        let key = "\(concern.rawValue) \(subject) \(occasion) \(person?.rawValue ?? "nobody")"
        // Who was told is not told again, and nothing more is written down.
        guard try !ledger.hasMail(key: key) else { return }
        changes.journal.append(JournalEntry(JournalEntry.concern, subject: subject, detail: concern.rawValue))
        guard let coordinator = office.programme.coordinator.flatMap({ office.programme.people[$0] }) else { return }
        var letter = Letter(
            template: .coordinatorNote, recipient: Recipient(coordinator, as: .coordinator),
            relationship: relationship.flatMap { office.programme.relationships[$0] }, meeting: announcement)
        letter.concern = concern
        letter.concerned = person
        letter.concernedAddress = address
        var owed = OwedLetter(key: key, relationship: relationship ?? Relationship.ID(""), letter: letter)
        owed.isAnswer = isAnswer
        if isAnswer, let person {
            // The first word about somebody waits for no words about others.
            owed.isUrgent = try ledger.automaticAnswers(to: person, .note, at: now).isEmpty
            changes.automaticAnswers.append(AutomaticAnswer(to: person, .note, about: ""))
        }
        try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
    }
}
