import CivilTime
import Ledger
import MailMessage
import Mentoring

// What follows where a mail comes back.

extension IncomingTurn {
    mutating func returned(_ id: OutboxEntry.ID, saying words: String) throws -> String {
        guard let mail = try wheel.ledger.mail(id), mail.state == .sent else { return "mail \(id): left" }
        changes.returned[id] = words
        let address = mail.envelope.recipient
        var suspension =
            try wheel.ledger.suspension(of: address)
            ?? Suspension(address: address, first: now, last: now, words: words)
        let wasSuspended = suspension.since != nil
        suspension.failed(at: now, words: words)
        changes.suspensions = [suspension]
        changes.journal.append(JournalEntry("bounced", subject: "\(id) \(wheel.ledger.opaqueID(of: mail.recipient))"))
        if programme.relationships[mail.relationship] != nil { try tellRules(of: mail) }
        if suspension.since != nil, !wasSuspended {
            try tell(
                .undeliverable, in: mail.isConfidential(in: programme) ? nil : mail.relationship, by: mail.recipient,
                at: address)
        }
        return "mail \(id): bounced" + (suspension.since == nil ? "" : "; nothing goes to that address any more")
    }

    /// What comes of a confidential mail goes to nobody but whom that mail went to.
    private mutating func tellRules(of mail: OutboxEntry) throws {
        let firings = wheel.office.rules.firings(on: .mailBounces, in: mail.relationship, by: mail.recipient, at: now)
        let isConfidential = mail.isConfidential(in: programme)
        let (own, others) = (
            firings.filter { !isConfidential || $0.key.recipient == mail.recipient },
            firings.filter { isConfidential && $0.key.recipient != mail.recipient }
        )
        changes.folded += others.map { Changes.Folded($0, .confidential) }
        guard !own.isEmpty else { return }
        let subject = mail.meeting?.rawValue ?? ""
        if try allowance.isLeft(to: mail.recipient, .bounce, about: subject) {
            changes.automaticAnswers.append(AutomaticAnswer(to: mail.recipient, .bounce, about: subject))
            changes.arisen += own
        } else {
            changes.folded += own.map { Changes.Folded($0, .answeredOften) }
        }
    }
}
