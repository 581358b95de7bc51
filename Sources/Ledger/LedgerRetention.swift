public import CivilTime
import GRDB
public import Mentoring

extension Ledger {
    /// Deletes what has been kept long enough.
    public func tidy(_ retention: Retention, at now: Instant) throws(LedgerError) {
        func before(_ days: Int) -> Int64 { now.adding(seconds: -Int64(days) * 86_400).secondsSinceEpoch }
        try write { database in
            let ended = "SELECT id FROM outbox WHERE NOT (\(Self.open)) AND settled < ?"
            try database.execute(
                sql: "DELETE FROM bodies WHERE mail IN (\(ended))",
                arguments: [before(min(retention.bodies, retention.journal))])
            try database.execute(
                sql: "DELETE FROM orders WHERE done IS NOT NULL AND done < ?", arguments: [before(retention.answers)])
            try database.execute(sql: "DELETE FROM journal WHERE at < ?", arguments: [before(retention.journal)])
            // What a mail was known by is kept as long as the mail of Jalon's that it answers.
            try database.execute(sql: "DELETE FROM taken_in WHERE at < ?", arguments: [before(retention.journal)])
            try database.execute(
                sql: "DELETE FROM firings WHERE outcome IN ('asked already', 'answered often') AND decided < ?",
                arguments: [before(retention.journal)])
            // By the last of all a ledger knows when it was written to.
            try database.execute(
                sql: "DELETE FROM outbox WHERE id IN (\(ended)) AND id < (SELECT max(id) FROM outbox)",
                arguments: [before(retention.journal)])
            try Self.tidyNames(before: before(retention.journal), in: database)
        }
    }
}
