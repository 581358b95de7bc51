public import CivilTime
import GRDB
public import Mentoring

// One row that cannot be read is set aside and named; the rest goes on.

extension Ledger {
    /// What cannot be read, and is set aside, in the order of the tables.
    public func damagedRows() throws(LedgerError) -> [DamagedRow] {
        try read { try Self.damagedRows(in: $0) }.union(damage.all)
            .sorted { ($0.table, $0.key) < ($1.table, $1.key) }
    }

    private static func damagedRows(in database: Database) throws -> Set<DamagedRow> {
        Set(
            try database.rows("SELECT * FROM damaged").map { row in
                DamagedRow(table: row["tbl"], key: row["row"], column: row["field"])
            })
    }

    /// Writes down what was met, where anything was.
    public func setDamagedAside(at now: Instant) throws(LedgerError) {
        // Each transaction does.
        if !damage.all.isEmpty { _ = try write { _ in } }
    }

    /// Looks through all that is open: what is damaged might never come up by itself. What was mended counts again.
    public func lookForDamage(at now: Instant) throws(LedgerError) {
        try write { database in
            let known = try Self.damagedRows(in: database)
            _ = try database.rows("SELECT * FROM outbox WHERE " + Self.notEnded).sound(OutboxEntry.init(row:))
            _ = try database.rows("SELECT * FROM orders WHERE done IS NULL").sound(Order.init(row:))
            _ = try database.rows(
                """
                SELECT * FROM firings WHERE outcome IS NULL
                AND (typeof(due) != 'integer' OR abs(due / 2) > 200000000000 OR typeof(created) != 'integer' OR typeof(rule) != 'text')
                """
            ).sound(Firing.init(row:))
            _ = try database.rows(
                "SELECT * FROM meetings WHERE ifnull(state, '') NOT IN ('held', 'missed', 'cancelled')"
            )
            .sound(Meeting.init(row:))
            _ = try database.rows(
                """
                SELECT announcements.* FROM announcements JOIN meetings ON meetings.id = announcements.meeting
                WHERE state IN ('planned', 'announced')
                """
            ).sound(Self.announcement)
            _ = try database.rows(
                """
                SELECT id AS mail FROM outbox WHERE \(Self.open)
                AND NOT EXISTS (SELECT 1 FROM bodies WHERE mail = outbox.id AND typeof(bytes) = 'blob' AND length(bytes) > 0)
                """
            ).map { damage.note(DamagedRow(table: "bodies", key: String($0["mail"] as Int64), column: "bytes")) }
            for row in known.subtracting(damage.all) {
                try database.execute(
                    sql: "DELETE FROM damaged WHERE tbl = ? AND row = ?", arguments: [row.table, row.key])
            }
        }
    }

    /// The body of a mail is not there: the mail is set aside.
    public func setAside(bodyOf id: OutboxEntry.ID, at now: Instant) throws(LedgerError) {
        damage.note(DamagedRow(table: "bodies", key: String(id), column: "bytes"))
        try setDamagedAside(at: now)
    }

    /// Relationships of which something cannot be read: nobody knows what their people have been told, so they are not
    /// planned anew.
    public func unsoundRelationships() throws(LedgerError) -> Set<Relationship.ID> {
        let rows = try damagedRows().filter { ["meetings", "announcements", "directives"].contains($0.table) }
        guard !rows.isEmpty else { return [] }
        return try read { database in
            var ids: Set<Relationship.ID> = []
            for row in rows {
                let table = row.table == "directives" ? "directives" : "meetings"
                let found = try database.row("SELECT relationship FROM \(table) WHERE id = ?", [row.key])
                if case .string(let id)? = found.map({ $0["relationship"] as DatabaseValue })?.storage {
                    ids.insert(Relationship.ID(id))
                }
            }
            return ids
        }
    }

    /// Writes down what was met in a transaction, and answers orders that nobody can carry out.
    static func store(_ rows: Set<DamagedRow>, in database: Database) throws {
        for row in rows {
            try database.execute(
                sql: "INSERT OR IGNORE INTO damaged VALUES (?, ?, ?)", arguments: [row.table, row.key, row.column])
            guard database.changesCount == 1 else { continue }
            try database.execute(
                sql: "INSERT INTO journal (at, event, subject) VALUES (\(moment), ?, ?)",
                arguments: [JournalEntry.damaged, row.description])
            guard row.table == "orders" else { continue }
            try? database.execute(
                sql: "UPDATE orders SET done = \(moment), accepted = 0, answer = ? WHERE id = ?",
                arguments: [row.description, row.key])
        }
    }

    /// The last moment that the ledger knows of.
    private static let moment = "coalesce((SELECT at FROM journal ORDER BY id DESC LIMIT 1), unixepoch())"
    /// A state that is none is not an end.
    private static let notEnded = """
        ifnull(state, '') NOT IN ('sent', 'bounced', 'failed', 'needs attention', 'superseded', 'cancelled', 'expired')
        """

    /// Not set aside: for mails, and for firings where any is.
    static let isSound = """
        NOT EXISTS (SELECT 1 FROM damaged WHERE tbl IN ('outbox', 'bodies') AND row = CAST(mail.id AS TEXT))
        """

    static func isFiringSound(in database: Database) throws -> String {
        let isAnyDamaged =
            try database.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM damaged WHERE tbl = 'firings')") ?? false
        return isAnyDamaged
            ? "NOT EXISTS (SELECT 1 FROM damaged WHERE tbl = 'firings' AND row = \(DamagedRow.firing))" : "true"
    }
}
