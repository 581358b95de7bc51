import CivilTime
import Ledger
import MailMessage
import Mentoring

// Answers in a plain word, to a mail that went to whoever answers.

extension MailJudge {
    /// Nil where the mail is for humans.
    func judgeWords(of mail: ReceivedMessage, at now: Instant) throws -> Judgement? {
        guard let word = mail.firstUnquotedLine.flatMap(PlainWord.init), let entry = try mailAnswered(by: mail) else {
            return nil
        }
        let addresses = programme.addresses(of: entry.recipient, and: [entry.envelope.recipient])
        // In words nobody but the recipient knows of the mail; from another address it is for humans to see.
        if proof.doubt(that: addresses, sent: mail, allowingRobots: false) != nil { return nil }
        let written = mail.written(by: now, answering: entry.composed)
        switch word {
        case .mediator:
            if try hearsNobody(ofCallBy: entry.recipient, in: entry.relationship, at: now) {
                return .incoming(.setAside("the mediator is asked for, and there is none"))
            }
            // A date that cannot be read makes it no call of long ago, which would be dealt with.
            let called = mail.written(by: now, answering: now)
            return wish({ .mediatorWanted($0, $1, at: called) }, entry)
        case .pause: return wish(Incoming.pauseWanted, entry)
        case .yes, .no:
            if entry.template == .didYouMeet { return met(word == .yes, entry, written) }
            return try answer(word == .yes ? .accepted : .declined, to: entry, written)
        case .done, .missed: return met(word == .done, entry, written)
        }
    }

    /// The mail of Jalon's that this one answers: the nearest first.
    private func mailAnswered(by mail: ReceivedMessage) throws -> OutboxEntry? {
        let named = mail.inReplyTo + mail.references.reversed()
        return try named.prefix(Self.mostReferences).lazy.compactMap(records.mail).first
    }

    private static let mostReferences = 20

    private func wish(_ wish: (Relationship.ID, Person.ID) -> Incoming, _ entry: OutboxEntry) -> Judgement? {
        guard programme.relationships[entry.relationship]?.role(of: entry.recipient) != nil else { return nil }
        return .incoming(wish(entry.relationship, entry.recipient))
    }

    /// Whether a call for help would reach nobody: no mediator, and nobody to whom a rule writes.
    private func hearsNobody(
        ofCallBy person: Person.ID, in id: Relationship.ID, at now: Instant
    ) throws -> Bool {
        guard let relationship = programme.relationships[id], relationship.role(of: person) != nil else { return false }
        return relationship.mediator.flatMap { programme.people[$0] } == nil
            && RuleBook(programme: programme).firings(on: .mediatorAskedFor, in: id, by: person, at: now).isEmpty
    }

    private func met(_ met: Bool, _ entry: OutboxEntry, _ written: Instant) -> Judgement? {
        entry.meeting.map { .incoming(.met($0, entry.recipient, met, at: written)) }
    }

    private func answer(
        _ answer: Answer, to entry: OutboxEntry, _ written: Instant
    ) throws -> Judgement? {
        guard let id = entry.meeting, let found = try records.meeting(id) else { return nil }
        let present = found.timeSequence ?? 0
        let isOfPresentDate = entry.composed >= found.timeAnnounced ?? found.created
        if !isOfPresentDate, present == 0 { return .left(id, AnswerRefusal.outdated.rawValue) }
        let given = GivenAnswer(answer, sequence: isOfPresentDate ? present : present - 1, stamp: written)
        return judge(given, of: entry.recipient, to: found)
    }
}

extension ReceivedMessage {
    /// When it was written, as whoever wrote it says, and no later than it came: nobody writes in the future.
    ///
    /// A date that cannot be read may be any: then it is as old as it can be, and overrides nothing that is younger.
    ///
    /// - Parameter earliest: when what it answers was written.
    func written(by arrival: Instant, answering earliest: Instant) -> Instant {
        let dates = headers.all("Date").count
        guard let date else { return dates == 0 ? arrival : min(earliest, arrival) }
        return min(Instant(secondsSinceEpoch: date.secondsSinceEpoch), arrival)
    }
}
