import CivilTime
import Correspondence
import Ledger
import MailMessage
import Mentoring

// What mails that have come in ask, each in one transaction with all that it changes.

extension Wheel {
    /// - Returns: what became of it; one that changes nothing is no fault of whoever handed it in.
    mutating func take(_ incoming: Incoming, as order: Order.ID, at now: Instant) throws -> Order.Answer {
        var turn = IncomingTurn(wheel: self, now: now)
        let text: String
        do {
            text = try turn.take(incoming)
        } catch let refusal as OrderRefusal {
            text = turn.leave("\(refusal)", incoming)
        }
        let answer = Order.Answer(accepted: true, text: text)
        turn.changes.answers[order] = answer
        self = turn.wheel
        try commit(turn.changes, at: now)
        if let office = turn.office { self.office = office }
        return answer
    }
}

/// What one mail that has come in changes.
struct IncomingTurn {
    /// Draws identities; nothing of it is written here.
    var wheel: Wheel
    let now: Instant
    var changes = Changes()
    /// To go by once the changes are written; nil for the one that is.
    private(set) var office: Office?

    init(wheel: Wheel, now: Instant) {
        self.wheel = wheel
        self.now = now
    }

    var programme: Programme { wheel.office.programme }

    mutating func take(_ incoming: Incoming) throws -> String {
        switch incoming {
        case .answer(let id, let person, let given): return try take(given, to: id, from: person)
        case .proposal(let id, let person, let proposal): return try take(proposal, to: id, from: person)
        case .refresh(let id, let person): return try refresh(id, for: person)
        case .met(let id, let person, let met): return try note(met, id, by: person)
        case .mediatorWanted(let id, let person): return try askMediator(of: id, for: person)
        case .pauseWanted(let id, let person):
            try tell(.pauseWanted, in: id, by: person)
            return "the coordinator is told that a pause is wanted"
        case .concern(let concern, let id, let person):
            guard let meeting = try wheel.ledger.meeting(id) else { throw OrderRefusal.noSuchMeeting(id) }
            try tell(concern, about: try wheel.ledger.announcement(of: id), in: meeting.relationship, by: person)
            return "\(id): the coordinator is told, \(concern.rawValue)"
        case .uninvited(let id):
            changes.journal.append(JournalEntry(JournalEntry.uninvited, subject: id.rawValue))
            return "\(id): left, whoever answers is not invited"
        case .bounce(let mail, let words): return try returned(mail, saying: words)
        case .setAside(let reason):
            changes.journal.append(JournalEntry(JournalEntry.setAside, detail: reason))
            return "set aside: \(reason)"
        }
    }

    /// Writes down that something changes nothing, and why.
    mutating func leave(_ reason: String, _ incoming: Incoming) -> String {
        let person = incoming.person.map { " \(wheel.ledger.opaqueID(of: $0))" } ?? ""
        let subject = (incoming.meeting?.rawValue ?? incoming.kind) + person
        changes = Changes()
        changes.journal.append(JournalEntry("answer left", subject: subject, detail: reason))
        return "\(subject): left, \(reason)"
    }

    mutating func tell(
        _ concern: Concern, about announcement: Announcement? = nil, in relationship: Relationship.ID,
        by person: Person.ID?
    ) throws {
        let note = CoordinatorNote(concern, about: announcement, in: relationship, by: person)
        try note.owe(by: wheel.office, in: &changes, ledger: wheel.ledger, at: now, using: &wheel.source)
    }

    /// Takes over what a new plan changes, beside what stands already.
    mutating func adopt(_ replanning: Wheel.Replanning) {
        let (answered, journal, arisen) = (changes.answers, changes.journal, changes.arisen)
        changes = replanning.changes
        changes.answers = answered
        changes.journal = journal + changes.journal
        changes.arisen = arisen + changes.arisen
        office = replanning.office
    }

    // MARK: - Words

    /// Whether a meeting took place, which is as good as an order.
    private mutating func note(_ met: Bool, _ id: Meeting.ID, by person: Person.ID) throws -> String {
        let turn = try OrderTurn(
            met ? .held : .missed, about: id, office: wheel.office, ledger: wheel.ledger, at: now)
        adopt(try wheel.replan(turn.asked, directives: turn.directives, at: now))
        let state = met ? "held" : "missed"
        changes.journal.append(
            JournalEntry("\(state) by answer", subject: "\(id) \(wheel.ledger.opaqueID(of: person))"))
        return "\(id): \(state)"
    }

    /// A call for help is not lost because no rule waits for it: then the mediator hears of it from Jalon itself.
    private mutating func askMediator(of id: Relationship.ID, for person: Person.ID) throws -> String {
        changes.arisen = wheel.office.rules.firings(on: .mediatorAskedFor, in: id, by: person, at: now)
        changes.journal.append(JournalEntry("mediator asked for", subject: wheel.ledger.opaqueID(of: id)))
        guard changes.arisen.isEmpty, let relationship = programme.relationships[id],
            let mediator = relationship.mediator.flatMap({ programme.people[$0] })
        else { return "the mediator is asked for" }
        let letter = Letter(
            template: .mediatorAsked, recipient: Recipient(mediator, as: .mediator), relationship: relationship,
            asker: person)
        let key = "mediator asked for \(id) \(programme.zone.local(at: now).date) \(person)"
        try wheel.office.owe(
            OwedLetter(key: key, relationship: id, letter: letter), in: &changes, ledger: wheel.ledger, at: now,
            using: &wheel.source)
        return "the mediator is asked for"
    }

    // MARK: - What comes back

    private mutating func returned(_ id: OutboxEntry.ID, saying words: String) throws -> String {
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
        if programme.relationships[mail.relationship] != nil {
            changes.arisen = wheel.office.rules.firings(
                on: .mailBounces, in: mail.relationship, by: mail.recipient, at: now)
        }
        if suspension.since != nil, !wasSuspended {
            try tell(.undeliverable, in: mail.relationship, by: mail.recipient)
        }
        return "mail \(id): bounced" + (suspension.since == nil ? "" : "; nothing goes to that address any more")
    }
}
