public import CivilTime
import GRDB

extension Ledger {
    /// How many mails have been sent since an instant.
    public func mailsSent(since instant: Instant) throws(LedgerError) -> Int {
        try read { database in
            try database.value(
                Int.self, "SELECT count(*) FROM outbox WHERE state IN ('sent', 'bounced') AND settled > ?",
                [instant.secondsSinceEpoch]) ?? 0
        }
    }

    /// Entries of the journal of one kind since an instant, in the order in which they were made.
    public func journal(_ event: String, since instant: Instant) throws(LedgerError) -> [JournalEntry] {
        try read { database in
            try database.rows(
                "SELECT subject, detail FROM journal WHERE event = ? AND at > ? ORDER BY id",
                [event, instant.secondsSinceEpoch]
            ).map { JournalEntry(event, subject: $0["subject"], detail: $0["detail"]) }
        }
    }

    /// Mails that have failed for good since an instant, have come back, or need somebody's attention, in the order of their ids.
    public func mailsFailed(since instant: Instant) throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try database.rows(
                "SELECT * FROM outbox WHERE state IN ('failed', 'bounced', 'needs attention') AND settled > ? ORDER BY id",
                [instant.secondsSinceEpoch]
            ).sound(OutboxEntry.init(row:))
        }
    }

    /// Rules whose condition could not be answered, and why; each the first time that it happens alone.
    public func failedConditions(since instant: Instant) throws(LedgerError) -> [JournalEntry] {
        try read { database in
            try database.rows(
                """
                SELECT subject, detail, min(at) AS first FROM journal WHERE event = ?
                GROUP BY subject, detail HAVING first > ? ORDER BY first, subject
                """, [JournalEntry.conditionFailed, instant.secondsSinceEpoch]
            ).map { row in
                JournalEntry(JournalEntry.conditionFailed, subject: row["subject"], detail: row["detail"])
            }
        }
    }
}
