import CivilTime
import Foundation
import GRDB
import Mentoring

// How values become rows and rows values. A stored value that does not read back is damage, and is said to be.

extension Row {
    func value<Value: DatabaseValueConvertible>(_ column: String, in table: String) throws(LedgerError) -> Value {
        guard let value = Value.fromDatabaseValue(self[column] as DatabaseValue) else {
            throw .damaged(table: table, column: column)
        }
        return value
    }

    func parsed<Value>(
        _ column: String, in table: String, _ parse: (String) -> Value?
    ) throws(LedgerError) -> Value {
        guard let value = parse(try self.value(column, in: table)) else {
            throw .damaged(table: table, column: column)
        }
        return value
    }

    /// Nil for NULL.
    func valueIfAny<Value: DatabaseValueConvertible>(
        _ column: String, in table: String
    ) throws(LedgerError) -> Value? {
        (self[column] as DatabaseValue).isNull ? nil : try value(column, in: table)
    }

    /// One and a half is not a number of anything here, and would be taken for one.
    func integer(_ column: String, in table: String) throws(LedgerError) -> Int64 {
        guard case .int64(let number) = (self[column] as DatabaseValue).storage else {
            throw .damaged(table: table, column: column)
        }
        return number
    }

    /// A number of times, and anything else that nobody reckons with beyond it.
    func count(_ column: String, in table: String) throws(LedgerError) -> Int {
        let count = try integer(column, in: table)
        guard (0...1_000_000_000).contains(count) else { throw .damaged(table: table, column: column) }
        return Int(count)
    }

    /// Yes or no, which are 1 and 0.
    func flag(_ column: String, in table: String) throws(LedgerError) -> Bool {
        switch try integer(column, in: table) {
        case 0: false
        case 1: true
        default: throw .damaged(table: table, column: column)
        }
    }

    /// Between the years 0 and 9999, with which one can reckon.
    func instant(_ column: String, in table: String) throws(LedgerError) -> Instant {
        let seconds = try integer(column, in: table)
        guard (-62_167_219_200...253_402_300_799).contains(seconds) else {
            throw .damaged(table: table, column: column)
        }
        return Instant(secondsSinceEpoch: seconds)
    }

    func instantIfAny(_ column: String, in table: String) throws(LedgerError) -> Instant? {
        (self[column] as DatabaseValue).isNull ? nil : try instant(column, in: table)
    }
}

extension Meeting {
    init(row: Row) throws(LedgerError) {
        let table = "meetings"
        var merged: Merged?
        if let series: String = try row.valueIfAny("merged_series", in: table) {
            merged = Merged(series: Series.Name(series), ordinal: try row.count("merged_ordinal", in: table))
        }
        let starts = try row.instant("starts", in: table)
        let ends = try row.instant("ends", in: table)
        guard starts < ends else { throw .damaged(table: table, column: "ends") }
        let place: Place? =
            (row["place"] as DatabaseValue).isNull
            ? nil : try row.parsed("place", in: table) { JSON.value(Place.self, from: $0) }
        self.init(
            id: ID(try row.value("id", in: table)), uid: try row.value("uid", in: table),
            relationship: Relationship.ID(try row.value("relationship", in: table)),
            series: Series.Name(try row.value("series", in: table)), ordinal: try row.count("ordinal", in: table),
            merged: merged, start: try row.parsed("start", in: table, LocalDateTime.init),
            zone: try row.value("zone", in: table), starts: starts,
            minutes: Int(starts.seconds(until: ends) / 60), place: place,
            state: try row.parsed("state", in: table, State.init(rawValue:)),
            version: try row.count("version", in: table), isAskedFor: try row.flag("asked_for", in: table))
        said = try row.instantIfAny("said", in: table)
    }

    func save(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO meetings (id, uid, relationship, series, ordinal, merged_series, merged_ordinal, start, zone,
                    starts, ends, place, state, version, asked_for, said)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, merged_series = excluded.merged_series,
                    merged_ordinal = excluded.merged_ordinal, start = excluded.start, zone = excluded.zone,
                    starts = excluded.starts, ends = excluded.ends, place = excluded.place, state = excluded.state,
                    version = excluded.version, relationship = excluded.relationship,
                    asked_for = excluded.asked_for, said = excluded.said
                """)
        try statement.execute(
            arguments: [
                id.rawValue, uid, relationship.rawValue, series.rawValue, ordinal, merged?.series.rawValue,
                merged?.ordinal, start.description, zone, starts.secondsSinceEpoch, ends.secondsSinceEpoch,
                try place.map(JSON.text), state.rawValue, version, isAskedFor, said?.secondsSinceEpoch,
            ])
    }
}

extension Firing.Subject {
    init?(kind: String, id: String) {
        switch kind {
        case "meeting": self = .meeting(Meeting.ID(id))
        case "relationship": self = .relationship(Relationship.ID(id))
        case "programme": self = .programme
        default: return nil
        }
    }

    var kind: String {
        switch self {
        case .meeting: "meeting"
        case .relationship: "relationship"
        case .programme: "programme"
        }
    }

    var id: String {
        switch self {
        case .meeting(let id): id.rawValue
        case .relationship(let id): id.rawValue
        case .programme: ""
        }
    }
}

extension Firing.Key {
    init(row: Row) throws(LedgerError) {
        let table = "firings"
        let recipient: String = try row.value("recipient", in: table)
        guard
            let subject = Firing.Subject(
                kind: try row.value("subject_kind", in: table), id: try row.value("subject", in: table))
        else { throw .damaged(table: table, column: "subject_kind") }
        self.init(
            rule: Rule.ID(try row.value("rule", in: table)), step: try row.value("step", in: table),
            offset: try row.value("offset", in: table),
            subject: subject, version: Int(try row.integer("version", in: table)),
            recipient: recipient.isEmpty ? nil : Person.ID(recipient),
            occurrence: Int(try row.integer("occurrence", in: table)))
    }

    /// The columns of the primary key, in its order.
    var columns: StatementArguments {
        [subject.kind, subject.id, rule.rawValue, step, offset, version, recipient?.rawValue ?? "", occurrence]
    }

    static let condition = """
        subject_kind = ? AND subject = ? AND rule = ? AND step = ? AND "offset" = ? AND version = ? AND recipient = ?
        AND occurrence = ?
        """
}

extension Firing {
    init(row: Row) throws(LedgerError) {
        let table = "firings"
        self.init(
            key: try Key(row: row), due: try row.instant("due", in: table),
            cause: try row.parsed("cause", in: table, Cause.init(rawValue:)),
            person: try (row.valueIfAny("person", in: table) as String?).map { Person.ID($0) })
    }
}
