import CivilTime
import Ledger
import Mentoring

extension Wheel {
    /// Notes that somebody is to be forgotten, unless the configuration in force speaks of them.
    mutating func carryOut(forgetting id: Person.ID, _ order: Order.ID, at now: Instant) throws -> Order.Answer {
        var changes = Changes()
        let answer: Order.Answer
        let traces = try ledger.traces(of: id)
        if office.programme.mentions(traces.ids) {
            answer = Order.Answer(
                accepted: false,
                text: "\(id): the configuration in force still names them; take them out of the files, then "
                    + "`jalon reload`, which cancels what is ahead")
        } else if traces.isEmpty {
            answer = Order.Answer(accepted: false, text: "\(id): the ledger knows nobody of that id")
        } else {
            try ledger.listMentions(of: traces, byGivenName: true)
            let forgetting = Forgetting(person: id, asked: now)
            changes.forgettings = [forgetting]
            changes.journal = [JournalEntry("to be forgotten", subject: ledger.opaqueID(of: id))]
            answer = Order.Answer(
                accepted: true, text: try account(of: forgetting, try ledger.traces(of: id)))
        }
        changes.answers[order] = answer
        try commit(changes, at: now)
        return answer
    }

    /// Erases whoever is to be forgotten and is named by no mail any more that may still leave.
    ///
    /// - Returns: when the next is erased at the latest; nil where nobody waits for it.
    mutating func forget(at now: Instant) throws -> Instant? {
        var next: [Instant] = []
        for var forgetting in try ledger.forgettings() {
            if forgetting.erased == nil {
                var traces = try ledger.traces(of: forgetting.person)
                // Put back into the files, they are no longer to be forgotten.
                guard !office.programme.mentions(traces.ids) else {
                    try ledger.giveUp(forgetting)
                    continue
                }
                var isFree = try ledger.openMails(naming: traces, before: forgetting.asked) == 0
                if isFree || forgetting.isOver(at: now) {
                    // What has been composed since may have their name from a text of the files.
                    try ledger.listMentions(of: traces)
                    traces = try ledger.traces(of: forgetting.person)
                    isFree = try ledger.openMails(naming: traces, before: forgetting.asked) == 0
                }
                guard isFree || forgetting.isOver(at: now) else {
                    next.append(forgetting.asked.adding(seconds: Forgetting.patience))
                    continue
                }
                let erasure = erasure(of: forgetting, traces)
                try ledger.erase(erasure, at: now)
                // What is published is written anew.
                commits += 1
                forgetting = Forgetting(person: erasure.substitute, asked: forgetting.asked, erased: now)
            }
            try ledger.finish(forgetting)
        }
        return next.min()
    }

    private mutating func erasure(of forgetting: Forgetting, _ traces: Traces) -> Erasure {
        let programme = office.programme
        let known = Set(programme.relationships.keys).union(programme.relationships.values.compactMap(\.formerly))
        let person = OpaqueID.substitute("p", using: &source)
        var erasure = Erasure(
            forgetting: forgetting, substitute: Person.ID(person), relationships: [:],
            journalIDs: [:], mailbox: programme.mailbox)
        for id in traces.ids { erasure.journalIDs[ledger.opaqueID(of: id)] = person }
        for id in traces.relationships.subtracting(known).sorted() {
            let substitute = OpaqueID.substitute("r", using: &source)
            erasure.relationships[id] = Relationship.ID(substitute)
            erasure.journalIDs[ledger.opaqueID(of: id)] = substitute
        }
        return erasure
    }

    /// Without the name: whoever reads it asked for it.
    private func account(of forgetting: Forgetting, _ traces: Traces) throws -> String {
        let open = try ledger.openMails(naming: traces, before: forgetting.asked)
        guard open > 0 else { return "name and address leave the ledger now; what was counted stays" }
        let last = office.programme.zone.local(at: forgetting.asked.adding(seconds: Forgetting.patience))
        return "name and address leave the ledger when \(open) mails that name them have ended, "
            + "on \(last.date) at the latest"
    }
}

extension Programme {
    /// Whether a person is one of the programme's, now or by an earlier id.
    func mentions(_ ids: Set<Person.ID>) -> Bool {
        people.values.contains { ids.contains($0.id) || $0.formerly.map(ids.contains) ?? false }
    }
}
