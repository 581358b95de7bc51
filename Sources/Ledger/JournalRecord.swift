public import CivilTime
import GRDB

/// An entry of the journal as it stands there.
public struct JournalRecord: Sendable, Hashable, Identifiable {
    public let id: Int64
    public let at: Instant
    public let entry: JournalEntry
}

extension JournalRecord {
    init(row: Row) throws(LedgerError) {
        let table = "journal"
        id = try row.value("id", in: table)
        at = try row.instant("at", in: table)
        entry = JournalEntry(
            try row.value("event", in: table), subject: try row.valueIfAny("subject", in: table),
            detail: try row.valueIfAny("detail", in: table))
    }
}
