public import CivilTime
import Foundation
import GRDB
import MailMessage
import Mentoring

extension Ledger {
    static let open = "state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing')"

    /// How many mails have not ended that may name somebody: theirs, and those to others.
    ///
    /// - Parameter before: when they had left the files.
    public func openMails(naming traces: Traces, before: Instant) throws(LedgerError) -> Int {
        try read { database in
            try Self.entries(Self.open, [], in: database)
                .count { $0.names(traces, before: before) }
        }
    }

    /// Every text that the tables hold, but for the mails' own; for tests that look for what was forgotten.
    package func plainTexts() throws(LedgerError) -> [String] {
        try read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            return try tables.filter { $0 != "bodies" }.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").flatMap { row in
                    row.databaseValues.compactMap { String.fromDatabaseValue($0) }
                }
            }
        }
    }

    /// Reads the mails that an earlier version has composed, and writes down which of them name somebody.
    public func listMentions(of traces: Traces) throws(LedgerError) {
        try write { database in
            for mail in try Self.mails(through: traces.unlistedThrough, naming: traces, in: database) {
                try database.execute(
                    sql: "INSERT INTO mentions VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [mail, traces.person.rawValue])
            }
        }
    }

    /// Mails in whose words somebody's full name or address stands.
    static func mails(
        through last: OutboxEntry.ID, naming traces: Traces, in database: Database
    ) throws -> [OutboxEntry.ID] {
        let index = NameIndex(
            (Array(traces.names) + traces.addresses.map(\.description)).map { (text: $0, person: traces.person) })
        let rows = try Row.fetchCursor(
            database, sql: "SELECT mail, bytes FROM bodies WHERE mail <= ?", arguments: [last])
        var found: [OutboxEntry.ID] = []
        while let row = try rows.next() {
            let bytes = [UInt8](row["bytes"] as Data)
            if !index.people(in: NameWords(MailText.all(in: bytes))).isEmpty { found.append(row["mail"]) }
        }
        return found
    }
}
