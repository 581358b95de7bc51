import CivilTime
import Correspondence
import Ledger
import Mentoring

// Mails that do not leave although they are tried: the coordinator hears of it once.

extension Wheel {
    /// Tells the coordinator of mails that have been stuck for a day, and remembers it until all is well.
    ///
    /// - Returns: when to look again; nil where nothing is in trouble.
    mutating func tellOfStandstill(at now: Instant) throws -> Instant? {
        guard try ledger.sendingHeld() == nil else { return nil }
        let coordinator = office.programme.coordinator.flatMap { office.programme.people[$0] }
        let standstill = try ledger.standstill(at: now, besides: coordinator?.address)
        let known = try ledger.fact(.standstillTold).flatMap { Standstill.Kind(rawValue: $0) }
        let (tell, told) = standstill.news(at: now, told: known)
        if tell != nil || told != known {
            var changes = Changes()
            changes.facts[.standstillTold] = told?.rawValue ?? ""
            if let tell {
                changes.journal.append(JournalEntry(JournalEntry.standstill, detail: tell.rawValue))
                if let coordinator {
                    var letter = Letter(
                        template: .coordinatorNote, recipient: Recipient(coordinator, as: .coordinator))
                    letter.concern = tell == .nothingLeaves ? .nothingLeaves : .mailsWait
                    let owed = OwedLetter(
                        key: "\(tell.rawValue) at \(now)", relationship: Relationship.ID(""), letter: letter)
                    try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
                }
            } else if told == nil {
                changes.journal.append(JournalEntry("mails leave again"))
            }
            try commit(changes, at: now)
        }
        return standstill.nextLook(after: now)
    }

    /// What does not leave, in one sentence; nil where all does.
    func standstillWords(at now: Instant) throws -> String? {
        guard let (kind, since) = try ledger.standstill(at: now).trouble(at: now) else { return nil }
        let moment = office.programme.zone.local(at: since)
        return kind == .nothingLeaves
            ? "no mail has left since \(moment); see `jalon status`"
            : "mails have been waiting since \(moment); see `jalon outbox list`"
    }
}
