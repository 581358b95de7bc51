public import CivilTime
import GRDB

/// Something that a person asks of whoever turns the wheel; it is carried out once, and answered.
public struct Order: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Hashable {
        /// Read the configuration anew; the argument is the fingerprint that may be accepted although it is held.
        case reload
    }

    public struct Answer: Sendable, Hashable {
        public var accepted: Bool
        public var text: String

        public init(accepted: Bool, text: String) {
            self.accepted = accepted
            self.text = text
        }
    }

    public let id: Int64
    public let kind: Kind
    public let argument: String?
    public let answer: Answer?
}

extension Ledger {
    /// Appends an order; any process may.
    public func give(_ kind: Order.Kind, argument: String?, at now: Instant) throws(LedgerError) -> Order.ID {
        try write { database in
            try database.execute(
                sql: "INSERT INTO orders (kind, argument, given) VALUES (?, ?, ?)",
                arguments: [kind.rawValue, argument, now.secondsSinceEpoch])
            return database.lastInsertedRowID
        }
    }

    /// Orders that nobody has carried out, the oldest first.
    public func openOrders() throws(LedgerError) -> [Order] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM orders WHERE done IS NULL ORDER BY id").map(Order.init(row:))
        }
    }

    public func order(_ id: Order.ID) throws(LedgerError) -> Order? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM orders WHERE id = ?", arguments: [id]).map(Order.init(row:))
        }
    }

    public func answer(_ id: Order.ID, with answer: Order.Answer, at now: Instant) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "UPDATE orders SET done = ?, accepted = ?, answer = ? WHERE id = ? AND done IS NULL",
                arguments: [now.secondsSinceEpoch, answer.accepted, answer.text, id])
        }
    }
}

extension Order {
    init(row: Row) throws(LedgerError) {
        id = try row.value("id", in: "orders")
        kind = try row.parsed("kind", in: "orders", Kind.init(rawValue:))
        argument = row["argument"]
        answer =
            row["done"] == nil
            ? nil
            : Answer(
                accepted: try row.value("accepted", in: "orders"), text: try row.value("answer", in: "orders"))
    }
}
