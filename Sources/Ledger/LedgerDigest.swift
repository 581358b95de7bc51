public import CivilTime
import GRDB

extension Ledger {
    /// How many mails have been sent since an instant.
    public func mailsSent(since instant: Instant) throws(LedgerError) -> Int {
        try read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM outbox WHERE state = 'sent' AND settled > ?",
                arguments: [instant.secondsSinceEpoch]) ?? 0
        }
    }

    /// Mails that have failed for good since an instant, or need somebody's attention, in the order of their ids.
    public func mailsFailed(since instant: Instant) throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM outbox WHERE state IN ('failed', 'needs attention') AND settled > ? ORDER BY id",
                arguments: [instant.secondsSinceEpoch]
            ).map(OutboxEntry.init(row:))
        }
    }

    /// Rules whose condition could not be answered, and why; each the first time that it happens alone.
    public func failedConditions(since instant: Instant) throws(LedgerError) -> [JournalEntry] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT subject, detail, min(at) AS first FROM journal WHERE event = ?
                    GROUP BY subject, detail HAVING first > ? ORDER BY first, subject
                    """,
                arguments: [JournalEntry.conditionFailed, instant.secondsSinceEpoch]
            ).map { row in
                JournalEntry(JournalEntry.conditionFailed, subject: row["subject"], detail: row["detail"])
            }
        }
    }
}
