public import CivilTime
import GRDB

extension JournalEntry {
    /// One line without what may repeat somebody's words.
    public var withoutDetail: String { subject.map { "\(event) \($0)" } ?? event }
}

extension Ledger {
    /// Entries of the journal that were made after another, in that order.
    public func journal(after id: Int64) throws(LedgerError) -> [JournalRecord] {
        try read { try $0.rows("SELECT * FROM journal WHERE id > ? ORDER BY id", [id]).sound(JournalRecord.init(row:)) }
    }

    /// The last entries of the journal since an instant, in the order in which they were made.
    public func journal(since instant: Instant, limit: Int) throws(LedgerError) -> [JournalRecord] {
        try read { database in
            try database.rows(
                "SELECT * FROM journal WHERE at >= ? ORDER BY id DESC LIMIT ?", [instant.secondsSinceEpoch, limit]
            ).sound(JournalRecord.init(row:)).reversed()
        }
    }

    /// The id of the entry that was made last; 0 where there is none.
    public func lastJournalID() throws(LedgerError) -> Int64 {
        try read { try $0.value(Int64.self, "SELECT max(id) FROM journal") ?? 0 }
    }
}
