import CivilTime
import GRDB
public import Mentoring

extension Ledger {
    /// What people have ordered about relationships and not undone, in the order in which they did.
    public func directives() throws(LedgerError) -> [Relationship.ID: [Directive]] {
        try read { database in
            let rows = try database.rows("SELECT * FROM directives ORDER BY id")
            let all = try rows.sound { row throws(LedgerError) in
                (Relationship.ID(try row.value("relationship", in: "directives")), try Directive(row: row))
            }
            return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
        }
    }

    static func replace(
        directivesOf relationship: Relationship.ID, by directives: [Directive], in database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM directives WHERE relationship = ?", arguments: [relationship.rawValue])
        for directive in directives {
            let (kind, first, last) = directive.columns
            try database.execute(
                sql: "INSERT INTO directives (relationship, kind, first, last) VALUES (?, ?, ?, ?)",
                arguments: [relationship.rawValue, kind, first.description, last?.description])
        }
    }
}

extension Directive {
    fileprivate init(row: Row) throws(LedgerError) {
        let table = "directives"
        let first = try row.parsed("first", in: table, CivilDate.init)
        let last: CivilDate? =
            (row["last"] as DatabaseValue).isNull ? nil : try row.parsed("last", in: table, CivilDate.init)
        switch try row.value("kind", in: table) as String {
        case "pause": self = .pause(from: first, through: last)
        case "end": self = .end(on: first)
        case "skip": self = .skip(first)
        default: throw .damaged(table: table, column: "kind")
        }
    }

    fileprivate var columns: (kind: String, first: CivilDate, last: CivilDate?) {
        switch self {
        case .pause(let first, let last): ("pause", first, last)
        case .end(let day): ("end", day, nil)
        case .skip(let day): ("skip", day, nil)
        }
    }
}
