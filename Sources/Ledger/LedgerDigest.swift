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
            ).sound { row throws(LedgerError) in
                JournalEntry(
                    event, subject: try row.valueIfAny("subject", in: "journal"),
                    detail: try row.valueIfAny("detail", in: "journal"))
            }
        }
    }

    /// Mails that have failed for good since an instant, have come back, or need somebody's attention, and what was to
    /// change a calendar and did not leave before the meeting, in the order of their ids.
    public func mailsFailed(since instant: Instant) throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try database.rows(
                """
                SELECT * FROM outbox WHERE settled > ? AND (state IN ('failed', 'bounced', 'needs attention')
                    OR state = 'expired' AND words IS NOT NULL
                    AND template IN ('invitation', 'update', 'declined-new-date', 'cancellation')) ORDER BY id
                """,
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
            ).sound { row throws(LedgerError) in
                JournalEntry(
                    JournalEntry.conditionFailed, subject: try row.valueIfAny("subject", in: "journal"),
                    detail: try row.valueIfAny("detail", in: "journal"))
            }
        }
    }
}
