public import CivilTime
import GRDB
public import Mentoring

/// Somebody whose name and address are to leave the ledger, once the last mails that name them have ended.
public struct Forgetting: Sendable, Hashable {
    /// The id that the person had; once erased, what stands for it.
    public var person: Person.ID
    public var asked: Instant
    /// When the name and the address were erased; the bytes of the files are then to be written anew.
    public var erased: Instant?

    public init(person: Person.ID, asked: Instant, erased: Instant? = nil) {
        self.person = person
        self.asked = asked
        self.erased = erased
    }

    /// Mails that name the person are waited for so long, in seconds: no mail is tried longer.
    public static let patience: Int64 = 5 * 86_400

    public func isOver(at now: Instant) -> Bool { asked.seconds(until: now) >= Self.patience }
}

extension Ledger {
    /// People who are to be forgotten, in the order of their ids.
    public func forgettings() throws(LedgerError) -> [Forgetting] {
        try read { database in
            try database.rows("SELECT * FROM forgettings ORDER BY person").sound { row throws(LedgerError) in
                Forgetting(
                    person: Person.ID(try row.value("person", in: "forgettings")),
                    asked: try row.instant("asked", in: "forgettings"),
                    erased: try row.instantIfAny("erased", in: "forgettings"))
            }
        }
    }

    /// Writes the files anew without what was erased, and takes the forgetting as done.
    public func finish(_ forgetting: Forgetting) throws(LedgerError) {
        try rewrite()
        try giveUp(forgetting)
    }

    /// Takes back that somebody is to be forgotten.
    public func giveUp(_ forgetting: Forgetting) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "DELETE FROM forgettings WHERE person = ?", arguments: [forgetting.person.rawValue])
        }
    }

    static func save(_ forgetting: Forgetting, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO forgettings VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [
                forgetting.person.rawValue, forgetting.asked.secondsSinceEpoch, forgetting.erased?.secondsSinceEpoch,
            ])
    }
}
