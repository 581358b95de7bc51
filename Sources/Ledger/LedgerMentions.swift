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

    /// Reads the mails that have not ended, and those that an earlier version has composed, and writes down which of
    /// them name somebody: whoever had left the files when a mail was composed may still stand in its words.
    ///
    /// - Parameter byGivenName: a given name alone is looked for as well ("Chez Rosamonde"), where nobody else has it.
    public func listMentions(of traces: Traces, byGivenName: Bool = false) throws(LedgerError) {
        try write { database in
            let isOpen = "mail IN (SELECT id FROM outbox WHERE \(Self.open))"
            var mails = try Self.mails(
                "mail <= \(traces.unlistedThrough) OR \(isOpen)", in: database, naming: Self.index(of: traces),
                text: MailText.all)
            if byGivenName {
                var index = NameIndex([])
                for name in try Self.givenNames(of: traces, in: database) { index.add(word: name, of: traces.person) }
                // What people wrote alone: a calendar has a zone, and zones are named after cities.
                mails += try Self.mails(
                    isOpen, in: database, naming: index,
                    text: { MailText.plain(in: $0) ?? "" })
            }
            for mail in Set(mails).sorted() {
                try database.execute(
                    sql: "INSERT INTO mentions VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [mail, traces.person.rawValue])
            }
        }
    }

    /// Mails in whose words somebody's full name or address stands.
    static func mails(naming traces: Traces, in database: Database) throws -> [OutboxEntry.ID] {
        try mails("true", in: database, naming: index(of: traces), text: MailText.all)
    }

    private static func index(of traces: Traces) -> NameIndex {
        NameIndex(
            (Array(traces.names) + traces.addresses.map(\.description)).map { (text: $0, person: traces.person) })
    }

    /// Given names of theirs that nobody else has, in small letters; of a name that is but one word, none.
    static func givenNames(of traces: Traces, in database: Database) throws -> Set<String> {
        let rows = try database.rows("SELECT person, value FROM names WHERE kind = 'name'")
        let others = rows.filter { !traces.ids.contains(Person.ID($0["person"] as String)) }
            .compactMap { NameWords($0["value"] as String).words.first }
        let own = traces.names.map { NameWords($0).words }.filter { $0.count > 1 }.map { $0[0] }
        return Set(own).subtracting(others)
    }

    private static func mails(
        _ condition: String, in database: Database, naming index: NameIndex, text: ([UInt8]) -> String
    ) throws -> [OutboxEntry.ID] {
        let rows = try Row.fetchCursor(database, sql: "SELECT mail, bytes FROM bodies WHERE \(condition)")
        var found: [OutboxEntry.ID] = []
        while let row = try rows.next() {
            let bytes = [UInt8](row["bytes"] as Data)
            if !index.people(in: NameWords(text(bytes))).isEmpty { found.append(row["mail"]) }
        }
        return found
    }
}
