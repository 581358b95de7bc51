import CivilTime
import Correspondence
import Ledger
import MailMessage
import Mentoring

/// A mail to the coordinator about something that an answer brings and that is for a person to decide.
struct CoordinatorNote {
    private let concern: Concern
    private let announcement: Announcement?
    private let relationship: Relationship.ID
    private let person: Person.ID?

    init(
        _ concern: Concern, about announcement: Announcement? = nil, in relationship: Relationship.ID,
        by person: Person.ID? = nil
    ) {
        self.concern = concern
        self.announcement = announcement
        self.relationship = relationship
        self.person = person
    }

    /// Puts the mail among the changes; the same is told once for a date of a meeting, or once a day.
    func owe(
        by office: Office, in changes: inout Changes, ledger: Ledger, at now: Instant, using source: inout TokenSource
    ) throws {
        let subject = announcement?.meeting.rawValue ?? ledger.opaqueID(of: relationship)
        changes.journal.append(JournalEntry(JournalEntry.concern, subject: subject, detail: concern.rawValue))
        guard let coordinator = office.programme.coordinator.flatMap({ office.programme.people[$0] }) else { return }
        var letter = Letter(
            template: .coordinatorNote, recipient: Recipient(coordinator, as: .coordinator),
            relationship: office.programme.relationships[relationship], meeting: announcement)
        letter.concern = concern
        letter.concerned = person
        let occasion =
            announcement.map { "sequence \($0.timeSequence ?? 0)" } ?? "\(office.programme.zone.local(at: now).date)"
        let key = "\(concern.rawValue) \(subject) \(occasion) \(person?.rawValue ?? "nobody")"
        try office.owe(
            OwedLetter(key: key, relationship: relationship, letter: letter), in: &changes, ledger: ledger, at: now,
            using: &source)
    }
}
