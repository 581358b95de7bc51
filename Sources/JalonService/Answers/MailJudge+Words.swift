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
        let written = mail.written(by: now)
        switch word {
        case .mediator: return wish({ .mediatorWanted($0, $1, at: written) }, entry)
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

    private func met(_ met: Bool, _ entry: OutboxEntry, _ written: Instant) -> Judgement? {
        entry.meeting.map { .incoming(.met($0, entry.recipient, met, at: written)) }
    }

    private func answer(
        _ answer: Answer, to entry: OutboxEntry, _ written: Instant
    ) throws -> Judgement? {
        guard let id = entry.meeting, let found = try records.meeting(id) else { return nil }
        guard entry.composed >= found.timeAnnounced ?? found.created else {
            return .left(id, AnswerRefusal.outdated.rawValue)
        }
        let given = GivenAnswer(answer, sequence: found.timeSequence ?? 0, stamp: written)
        return judge(given, of: entry.recipient, to: found)
    }
}

extension ReceivedMessage {
    /// When it was written, as whoever wrote it says, and no later than it came: nobody writes in the future.
    func written(by arrival: Instant) -> Instant {
        min(date.map { Instant(secondsSinceEpoch: $0.secondsSinceEpoch) } ?? arrival, arrival)
    }
}
