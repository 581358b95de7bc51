public import CivilTime
import GRDB

extension Ledger {
    /// Appends an order; any process may.
    public func give(_ request: Order.Request, at now: Instant) throws(LedgerError) -> Order.ID {
        try write { try Self.enter(request, in: $0, at: now) }
    }

    static func enter(_ request: Order.Request, in database: Database, at now: Instant) throws -> Order.ID {
        let (kind, subject, argument) = request.columns
        try database.execute(
            sql: "INSERT INTO orders (kind, subject, argument, given) VALUES (?, ?, ?, ?)",
            arguments: [kind, subject, argument, now.secondsSinceEpoch])
        return database.lastInsertedRowID
    }

    /// Orders that nobody has carried out, the oldest first.
    public func openOrders() throws(LedgerError) -> [Order] {
        try read { database in
            try database.rows("SELECT * FROM orders WHERE done IS NULL ORDER BY id").sound(Order.init(row:))
        }
    }

    public func order(_ id: Order.ID) throws(LedgerError) -> Order? {
        try read { database in
            try database.row("SELECT * FROM orders WHERE id = ?", [id])?.sound(Order.init(row:))
        }
    }

    public func answer(_ id: Order.ID, with answer: Order.Answer, at now: Instant) throws(LedgerError) {
        try write { database in
            try Self.save(answer, to: id, in: database, at: now)
        }
    }

    static func save(_ answer: Order.Answer, to id: Order.ID, in database: Database, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE orders SET done = ?, accepted = ?, answer = ? WHERE id = ? AND done IS NULL",
            arguments: [now.secondsSinceEpoch, answer.accepted, answer.text, id])
    }
}
