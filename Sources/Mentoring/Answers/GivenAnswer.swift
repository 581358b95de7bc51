public import CivilTime

/// What a participant has answered, and to which invitation.
public struct GivenAnswer: Sendable, Hashable, Codable {
    public var answer: Answer
    /// The SEQUENCE of the invitation that was answered (RFC 5545 section 3.8.7.4).
    public var sequence: Int
    /// When it was given: of two, the later counts.
    public var stamp: Instant

    public init(_ answer: Answer, sequence: Int, stamp: Instant) {
        self.answer = answer
        self.sequence = sequence
        self.stamp = stamp
    }
}

extension Announcement {
    /// Takes an answer to the present date.
    ///
    /// - Throws: why it does not count.
    public mutating func take(_ answer: GivenAnswer, from person: Person.ID) throws(AnswerRefusal) {
        guard !isCancelled else { throw .cancelled }
        guard let index = participants.firstIndex(where: { $0.person == person }) else { throw .notInvited }
        guard answer.sequence >= timeSequence ?? 0 else { throw .outdated }
        if participants[index].saysSomethingLater(than: answer.stamp) { throw .earlier }
        participants[index].answer = answer
    }

    /// Whether somebody refuses a date that an answer has moved away from, and says so for the first time.
    public func isRefusalOfFreedDate(_ answer: GivenAnswer, by person: Person.ID) -> Bool {
        guard !isCancelled, answer.answer == .declined, answer.sequence < timeSequence ?? 0, movesByAnswers ?? 0 > 0,
            let participant = participants.first(where: { $0.person == person })
        else { return false }
        return !participant.saysSomethingLater(than: answer.stamp)
    }

    /// Notes that a participant has said something about the present date that is no answer to it.
    public mutating func note(_ stamp: Instant, from person: Person.ID) {
        guard let index = participants.firstIndex(where: { $0.person == person }) else { return }
        participants[index].said = max(stamp, participants[index].said ?? stamp)
    }

    /// The answers of those who are needed, one each.
    public var answers: [Answer] {
        participants.filter(\.isNeeded).map { $0.answer?.answer ?? .missing }
    }

    public func answer(of person: Person.ID) -> Answer {
        participants.first { $0.person == person }?.answer?.answer ?? .missing
    }
}
