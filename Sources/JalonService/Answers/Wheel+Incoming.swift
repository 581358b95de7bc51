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
    var allowance: Allowance { Allowance(ledger: wheel.ledger, now: now) }

    mutating func take(_ incoming: Incoming) throws -> String {
        switch incoming {
        case .answer(let id, let person, let given): return try take(given, to: id, from: person)
        case .proposal(let id, let person, let proposal): return try take(proposal, to: id, from: person)
        case .refresh(let id, let person): return try refresh(id, for: person)
        case .met(let id, let person, let met, let said): return try note(met, id, by: person, said: said ?? now)
        case .mediatorWanted(let id, let person, let written):
            return try askMediator(of: id, for: person, written: written ?? now)
        case .pauseWanted(let id, let person):
            try tell(.pauseWanted, in: id, by: person)
            return "the coordinator is told that a pause is wanted"
        case .concern(let concern, let id, let person):
            guard let meeting = try wheel.ledger.meeting(id) else { throw OrderRefusal.noSuchMeeting(id) }
            // Whoever writes in somebody's name does not use up what that person may bring about.
            let kind: AutomaticAnswer.Kind = concern == .unverified ? .unverified : .answer
            if let person, try !spend(kind, person, about: id) { return "\(id): left, the coordinator is told of many" }
            try tell(concern, about: try wheel.ledger.announcement(of: id), in: meeting.relationship, by: person)
            return "\(id): the coordinator is told, \(concern.rawValue)"
        case .uninvited(let id):
            changes.journal.append(JournalEntry(JournalEntry.uninvited, subject: id.rawValue))
            return "\(id): left, whoever answers is not invited"
        case .bounce(let mail, let words): return try returned(mail, saying: words)
        case .flood(let person):
            try tellOfFlood(by: person)
            return "too much in one day: the coordinator is told, and the rest is left"
        case .setAside(let reason):
            changes.journal.append(JournalEntry(JournalEntry.setAside, detail: reason))
            return "set aside: \(reason)"
        }
    }

    /// Writes down that something changes nothing, and why.
    ///
    /// - Parameter keeping: what the coordinator is told all the same stays.
    mutating func leave(_ reason: String, _ incoming: Incoming, keeping: Bool = false) -> String {
        let person = incoming.person.map { " \(wheel.ledger.opaqueID(of: $0))" } ?? ""
        let subject = (incoming.meeting?.rawValue ?? incoming.kind) + person
        if !keeping { changes = Changes() }
        changes.journal.append(JournalEntry("answer left", subject: subject, detail: reason))
        return "\(subject): left, \(reason)"
    }

    /// Counts what goes out by itself in answer to a person.
    ///
    /// - Returns: false where as much has gone as may in a day; then the coordinator is told, once.
    mutating func spend(_ kind: AutomaticAnswer.Kind, _ person: Person.ID, about meeting: Meeting.ID) throws -> Bool {
        guard try allowance.isLeft(to: person, kind, about: meeting.rawValue) else {
            try tellOfFlood(by: person)
            return false
        }
        changes.automaticAnswers.append(AutomaticAnswer(to: person, kind, about: meeting.rawValue))
        return true
    }

    /// Lets rules hear no more of what has happened to a meeting; whoever asks why a mail did not go finds each.
    mutating func foldWhatArose(about meeting: Meeting.ID) {
        let arisen = changes.arisen
        changes.arisen = arisen.filter { $0.key.subject != .meeting(meeting) }
        changes.folded += arisen.filter { $0.key.subject == .meeting(meeting) }
            .map { Changes.Folded($0, .answeredOften) }
    }

    private mutating func tellOfFlood(by person: Person.ID) throws { try tell(.flooded, in: nil, by: person) }

    mutating func tell(
        _ concern: Concern, about announcement: Announcement? = nil, in relationship: Relationship.ID?,
        by person: Person.ID?, at address: EmailAddress? = nil
    ) throws {
        var note = CoordinatorNote(concern, about: announcement, in: relationship, by: person)
        note.address = address
        try note.owe(by: wheel.office, in: &changes, ledger: wheel.ledger, at: now, using: &wheel.source)
    }

    /// Takes over what a new plan changes, beside what stands already.
    mutating func adopt(_ replanning: Wheel.Replanning) {
        let before = changes
        changes = replanning.changes
        changes.answers = before.answers
        changes.journal = before.journal + changes.journal
        changes.arisen = before.arisen + changes.arisen
        changes.automaticAnswers = before.automaticAnswers
        office = replanning.office
    }
}
