public import CivilTime
import GRDB
public import Mentoring

/// Something that has gone out by itself because of a mail that came in; a few a day do, and the rest is for people.
public struct AutomaticAnswer: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Somebody has answered, proposed or asked for something.
        case answer
        /// Somebody may have written in their name.
        case unverified
        /// A mail to them has come back.
        case bounce
        /// The coordinator was written to about them.
        case note
    }

    /// Whose mail it answers, or whom it concerns.
    public var person: Person.ID
    public var kind: Kind
    /// The meeting; empty where it is about none.
    public var subject: String

    public init(to person: Person.ID, _ kind: Kind, about subject: String) {
        self.person = person
        self.kind = kind
        self.subject = subject
    }

    /// Seconds within which they are counted.
    public static let day: Int64 = 86_400
}

extension Ledger {
    /// What each of the last day's automatic answers to a person was about.
    public func automaticAnswers(
        to person: Person.ID, _ kind: AutomaticAnswer.Kind, at now: Instant
    ) throws(LedgerError) -> [String] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT subject FROM automatic_answers WHERE person = ? AND kind = ? AND at > ?")
            return try String.fetchAll(
                statement,
                arguments: [person.rawValue, kind.rawValue, now.secondsSinceEpoch - AutomaticAnswer.day])
        }
    }

    /// What is older than a day counts for nothing, and goes.
    static func save(_ answer: AutomaticAnswer, in database: Database, at now: Instant) throws {
        try database.execute(
            sql: "DELETE FROM automatic_answers WHERE at <= ?",
            arguments: [now.secondsSinceEpoch - AutomaticAnswer.day])
        try database.execute(
            sql: "INSERT INTO automatic_answers (person, kind, subject, at) VALUES (?, ?, ?, ?)",
            arguments: [answer.person.rawValue, answer.kind.rawValue, answer.subject, now.secondsSinceEpoch])
    }
}
