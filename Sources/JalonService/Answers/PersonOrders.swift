import CivilTime
import Ledger
import MailMessage
import Mentoring

extension Wheel {
    /// Does what is ordered about a person.
    mutating func carryOut(
        _ order: Order.ID, _ request: PersonOrder, on id: Person.ID, at now: Instant
    ) throws -> Order.Answer {
        var changes = Changes()
        let answer: Order.Answer
        switch request {
        case .forget: return try carryOut(forgetting: id, order, at: now)
        case .resumeMail:
            let known = try ledger.suspensions()
            let address = office.programme.people[id]?.address ?? EmailAddress(id.rawValue)
            if let address, known.contains(where: { $0.address == address }) {
                changes.lifted = [address]
                changes.journal = [JournalEntry("mail resumed", subject: ledger.opaqueID(of: id))]
                answer = Order.Answer(accepted: true, text: "\(id): mail goes there again, what is owed at once")
            } else {
                answer = Order.Answer(
                    accepted: false,
                    text: "\(id): no mail has come back from there; `jalon people` shows whose does")
            }
        }
        changes.answers[order] = answer
        try commit(changes, at: now)
        return answer
    }
}
