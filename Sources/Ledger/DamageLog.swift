import GRDB
import Synchronization

/// Damaged rows that were met, and are not written down yet.
final class DamageLog: Sendable {
    private let rows = Mutex<Set<DamagedRow>>([])

    /// Of the ledger that is being read on this thread.
    @TaskLocal static var current: DamageLog?

    func note(_ row: DamagedRow) { rows.withLock { _ = $0.insert(row) } }

    var all: Set<DamagedRow> { rows.withLock(\.self) }

    /// What was written down need not be kept.
    func forget(_ written: Set<DamagedRow>) { rows.withLock { $0.subtract(written) } }
}

extension Sequence<Row> {
    /// The values of the rows that can be read; the others are noted as damaged.
    func sound<Value>(_ make: (Row) throws(LedgerError) -> Value) throws(LedgerError) -> [Value] {
        var values: [Value] = []
        for row in self {
            if let value = try row.sound(make) { values.append(value) }
        }
        return values
    }
}

extension Row {
    /// Its value, where it can be read; otherwise it is noted as damaged.
    func sound<Value>(_ make: (Row) throws(LedgerError) -> Value) throws(LedgerError) -> Value? {
        do {
            return try make(self)
        } catch {
            guard case .damaged(let table, let column) = error, let log = DamageLog.current else { throw error }
            log.note(DamagedRow(self, in: table, column: column))
            return nil
        }
    }
}
