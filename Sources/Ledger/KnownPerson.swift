import CivilTime
import GRDB
import MailMessage
public import Mentoring

/// What the files call a person, kept so that every trace of it is found when they are to be forgotten.
public struct KnownPerson: Sendable, Hashable {
    public var id: Person.ID
    public var formerly: Person.ID?
    public var name: String
    /// Aliases, too.
    public var addresses: [String]

    public init(_ person: Person) {
        id = person.id
        formerly = person.formerly
        name = person.name
        addresses = ([person.address] + person.aliases).map(\.description)
    }
}

extension Ledger {
    static func save(_ known: [KnownPerson], in database: Database, at now: Instant) throws {
        guard !known.isEmpty else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO names VALUES (?, ?, ?, ?)
                ON CONFLICT (person, kind, value) DO UPDATE SET seen = excluded.seen
                """)
        for person in known {
            let ids = ([person.id] + [person.formerly].compactMap(\.self)).map { ("id", $0.rawValue) }
            for (kind, value) in ids + [("name", person.name)] + person.addresses.map({ ("address", $0) }) {
                try statement.execute(arguments: [person.id.rawValue, kind, value, now.secondsSinceEpoch])
            }
        }
    }

    /// Whether it has been written down what the files call people; not by an earlier version.
    public func knowsNames() throws(LedgerError) -> Bool {
        try read { try $0.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM names)") ?? false }
    }

    /// Lets go what the files no longer say and no mail repeats; ids stay, as they do in what has happened.
    static func tidyNames(before seen: Int64, in database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM names WHERE kind <> 'id' AND seen < ?
                AND person NOT IN (SELECT person FROM mentions) AND person NOT IN (SELECT recipient FROM outbox)
                """, arguments: [seen])
    }
}
