import Foundation
import GRDB
import Synchronization

/// The durable record: meetings, firings, the outbox, and what happened.
///
/// Every change is one transaction, on disk when the call returns. One daemon writes; other processes may read, and
/// append orders. Nothing here decides anything: it keeps, and it finds what is due.
public final class Ledger: Sendable {
    /// In a file, whoever reads need not wait for whoever writes, who waits for the disk.
    let database: any DatabaseWriter
    private let interruption: Interruption?
    /// Set by a sync that failed: what the disk holds is not known any more.
    private let doubt = Mutex<String?>(nil)
    /// Rows that could not be read.
    let damage = DamageLog()

    private init(_ database: any DatabaseWriter, interruption: Interruption? = nil) {
        self.database = database
        self.interruption = interruption
    }

    /// Where a commit can be cut off: nothing of it is there, or all of it and nobody knows.
    package enum Stage: Sendable { case beforeCommit, afterCommit }

    /// What a simulation does around each commit; a throw is what a crash or a full disk would be.
    package typealias Interruption = @Sendable (Stage) throws(LedgerError) -> Void

    /// Opens or creates the ledger in a file, which is its owner's alone from then on, as those beside it are.
    ///
    /// - Parameter readOnly: leaves the file as it is; it must exist and be of this version.
    public static func open(path: String, readOnly: Bool = false) throws(LedgerError) -> Ledger {
        try LedgerFiles.secure(path: path, creating: !readOnly)
        return try open(path: path, readOnly: readOnly, synchronous: "FULL")
    }

    /// - Parameter synchronous: anything but FULL is for the test that shows what it would lose.
    static func open(path: String, readOnly: Bool, synchronous: String) throws(LedgerError) -> Ledger {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 2
        // A row is acknowledged only once it is on the disk; GRDB's own setting is NORMAL for WAL.
        configuration.prepareDatabase { database in
            if !database.configuration.readonly {
                try database.execute(sql: "PRAGMA journal_mode = WAL")
                try database.execute(sql: "PRAGMA synchronous = \(synchronous)")
                // What is deleted is overwritten, and nothing of it is written elsewhere meanwhile.
                try database.execute(sql: "PRAGMA secure_delete = ON")
                try database.execute(sql: "PRAGMA temp_store = MEMORY")
            }
        }
        do {
            let migrator = Schema.migrator
            if readOnly {
                let database = try DatabaseQueue(path: path, configuration: configuration)
                if try database.read(migrator.hasBeenSuperseded) { throw LedgerError.newer(path: path) }
                guard try database.read(migrator.hasCompletedMigrations) else { throw LedgerError.older(path: path) }
                return Ledger(database)
            }
            // A pool writes as it opens, and what a newer version wrote is to stay as it is.
            configuration.readonly = true
            if let existing = try? DatabaseQueue(path: path, configuration: configuration),
                try existing.read(migrator.hasBeenSuperseded)
            {
                throw LedgerError.newer(path: path)
            }
            configuration.readonly = false
            let database = try DatabasePool(path: path, configuration: configuration)
            try migrator.migrate(database)
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(synchronous)") }
            return Ledger(database)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .cannotOpen(path: path, reason: error.sentence)
        }
    }

    /// A ledger that lives as long as the process, for rehearsals and tests.
    public static func inMemory() throws(LedgerError) -> Ledger { try inMemory(interruption: nil) }

    /// A ledger in memory whose commits a simulation cuts off.
    package static func inMemory(interruption: Interruption?) throws(LedgerError) -> Ledger {
        do {
            let database = try DatabaseQueue()
            try Schema.migrator.migrate(database)
            return Ledger(database, interruption: interruption)
        } catch {
            throw .cannotOpen(path: "in memory", reason: error.sentence)
        }
    }

    /// A copy in memory, to look ahead without touching anything.
    public func copyInMemory() throws(LedgerError) -> Ledger {
        let copy = try Ledger.inMemory()
        do {
            try database.backup(to: copy.database)
        } catch {
            throw .cannotRead(reason: error.sentence)
        }
        return copy
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            // Each is a statement or a few that need not agree; a transaction of its own would have SQLite prepare every
            // statement anew.
            return try database.unsafeRead { database in
                try DamageLog.$current.withValue(damage) { try body(database) }
            }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .cannotRead(reason: error.sentence)
        }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        if let reason = doubt.withLock(\.self) { throw .notDurable(reason: reason) }
        try interruption?(.beforeCommit)
        let value = try commit(body)
        try interruption?(.afterCommit)
        return value
    }

    private func commit<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            let (value, met) = try database.write { database in
                try DamageLog.$current.withValue(damage) {
                    let value = try body(database)
                    try Self.store(damage.all, in: database)
                    return (value, damage.all)
                }
            }
            damage.forget(met)
            return value
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError where error.isFailedSync {
            doubt.withLock { $0 = error.sentence }
            throw .notDurable(reason: error.sentence)
        } catch {
            throw .cannotWrite(reason: error.sentence)
        }
    }

    /// Changes the ledger behind its own back; for simulations that plant a mistake in it.
    package func plant(_ sql: String) throws {
        try database.write { try $0.execute(sql: sql) }
    }

    /// How durable a commit is: 2 is FULL (SQLite, `PRAGMA synchronous`).
    public func synchronousLevel() throws(LedgerError) -> Int {
        do {
            // As the connection that writes has it.
            return try database.unsafeReentrantWrite { try $0.value(Int.self, "PRAGMA synchronous") ?? -1 }
        } catch {
            throw .cannotRead(reason: error.sentence)
        }
    }
}

extension Ledger {
    /// Writes the whole file anew and empties the one beside it, so that what was deleted is in neither.
    func rewrite() throws(LedgerError) {
        do {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                try database.checkpoint(.truncate)
            }
        } catch {
            throw .cannotWrite(reason: error.sentence)
        }
    }
}

extension DatabaseError {
    /// A kernel forgets what it could not write once it has said so: trying again would succeed, and mean nothing.
    fileprivate var isFailedSync: Bool {
        extendedResultCode == .SQLITE_IOERR_FSYNC || extendedResultCode == .SQLITE_IOERR_DIR_FSYNC
    }
}

extension Error {
    /// What SQLite says, without the statement: a statement's arguments may name people.
    var sentence: String {
        guard let error = self as? DatabaseError else { return "\(self)" }
        return switch error.resultCode {
        case .SQLITE_FULL: "the disk is full"
        case .SQLITE_IOERR: "the disk reports an error: \(error.message ?? "input/output error")"
        case .SQLITE_CANTOPEN: "no such directory, or no permission"
        case .SQLITE_NOTADB: "it is not a database of Jalon"
        case .SQLITE_READONLY: "no permission to write"
        case .SQLITE_BUSY: "another process keeps it locked"
        default: error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        }
    }
}
