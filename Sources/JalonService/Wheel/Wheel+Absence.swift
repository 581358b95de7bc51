import CivilTime
import Configuration
import Correspondence
import Ledger
import Mentoring

// After an absence of the service: what waits for a word, and the word.

extension Wheel {
    /// Due for longer than this, in seconds, a firing was missed by an absence.
    private static let absence: Int64 = 3600
    /// So many go out after an absence without a word of the coordinator.
    static let mostAfterAbsence = 200

    /// After an absence too many mails may be owed to be sent without asking: they wait, and the coordinator is told.
    mutating func holdBack(at now: Instant) throws {
        guard !office.programme.catchesUp else { return }
        let known = [try ledger.heldThrough(), try ledger.releasedThrough()].compactMap(\.self).max()
        let overdue = try ledger.overdueFirings(
            before: now.adding(seconds: -Self.absence), after: known, limit: Self.mostAfterAbsence + 1)
        guard overdue > Self.mostAfterAbsence else { return }
        var changes = Changes()
        changes.facts[.heldThrough] = now.description
        changes.journal.append(JournalEntry("held back", detail: "after an absence"))
        if let coordinator = office.programme.coordinator.flatMap({ office.programme.people[$0] }) {
            let waiting = try ledger.overdueFirings(before: now, after: known, limit: 1_000_000)
            let letter = Letter(
                template: .heldBack, recipient: Recipient(coordinator, as: .coordinator), waiting: waiting)
            let owed = OwedLetter(key: "held back \(now)", relationship: Relationship.ID(""), letter: letter)
            try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
        }
        try commit(changes, at: now)
    }

    /// Lets go what waits; each is decided on the facts of this moment.
    mutating func release(_ order: Order.ID, at now: Instant) throws -> Order.Answer {
        let isHeld = try ledger.sendingHeld() != nil
        guard let held = try ledger.heldThrough() else {
            if isHeld { return try releaseSending(order, at: now) }
            let answer = Order.Answer(accepted: false, text: "no mail waits for a word: nothing is held back")
            try ledger.answer(order, with: answer, at: now)
            return answer
        }
        let waiting = try ledger.overdueFirings(before: held.adding(seconds: 1), after: nil, limit: 1_000_000)
        let answer = Order.Answer(
            accepted: true, text: "released: \(waiting) firings are decided now; what is of no more use is left out")
        var changes = Changes()
        if isHeld { changes.facts[.sendingHeld] = "" }
        changes.facts[.releasedThrough] = max(held, now).description
        changes.journal.append(JournalEntry("released"))
        changes.answers[order] = answer
        try commit(changes, at: now)
        return answer
    }

    /// The mails of a ledger that was put back go.
    private mutating func releaseSending(_ order: Order.ID, at now: Instant) throws -> Order.Answer {
        let answer = Order.Answer(accepted: true, text: "released: what the outbox owes is sent")
        var changes = Changes()
        changes.facts[.sendingHeld] = ""
        changes.journal.append(JournalEntry("released"))
        changes.answers[order] = answer
        try commit(changes, at: now)
        return answer
    }
}
