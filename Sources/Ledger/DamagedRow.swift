import GRDB

/// A row of the ledger that holds what no version of Jalon writes: it is set aside, and the rest goes on.
public struct DamagedRow: Sendable, Hashable {
    public var table: String
    /// Its key; of several columns, with a bar between them.
    public var key: String
    /// Which column could not be read.
    public var column: String
}

extension DamagedRow: CustomStringConvertible {
    /// Without names: the keys of some tables have them.
    public var description: String {
        let parts = key.split(separator: "|", omittingEmptySubsequences: false)
        let shown =
            switch table {
            case "firings": parts.count > 2 ? "of rule \(parts[2])" : "?"
            case "parties", "suspensions", "forgettings", "mailboxes": "?"
            default: key
            }
        return "\(table), row \(shown): \(column) cannot be read; it is set aside"
    }
}

extension DamagedRow {
    /// The columns that name a row of each table.
    private static let keys: [String: [String]] = [
        "announcements": ["meeting"],
        "firings": ["subject_kind", "subject", "rule", "step", "offset", "version", "recipient", "occurrence"],
        "parties": ["relationship", "person"],
        "suspensions": ["address"],
        "forgettings": ["person"],
        "mailboxes": ["name"],
    ]

    init(_ row: Row, in table: String, column: String) {
        self.table = table
        self.column = column
        key = (Self.keys[table] ?? ["id"]).map { row.hasColumn($0) ? Self.text(row[$0] as DatabaseValue) : "" }.joined(
            separator: "|")
    }

    private static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: ""
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data):
            data.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }.joined()
        }
    }

    /// The key of a row of `firings` in SQL, as above.
    static let firing = ["subject_kind", "subject", "rule", "step", "\"offset\"", "version", "recipient", "occurrence"]
        .map { text(ofColumn: "firings.\($0)") }.joined(separator: " || '|' || ")

    /// What `text` makes of a value, in SQL.
    static func text(ofColumn column: String) -> String {
        "ifnull(CASE typeof(\(column)) WHEN 'blob' THEN hex(\(column)) ELSE CAST(\(column) AS TEXT) END, '')"
    }
}
