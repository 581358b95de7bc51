import Foundation
import GRDB
import Glibc

extension Ledger {
    /// Copies the ledger to a file of its own, whole, while others go on writing.
    ///
    /// The copy opens held: put in the ledger's place it sends nothing before a person has looked, for it knows nothing of
    /// what has left since.
    ///
    /// - Parameters:
    ///   - path: must not exist.
    ///   - note: why the copy is held, for the status line.
    ///   - isLost: the path leads to this ledger no more; only what has it open already is asked.
    /// - Returns: its size in octets.
    public func backUp(to path: String, note: String, isLost: Bool = false) throws(LedgerError) -> Int {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path) else { throw .exists(path: path) }
        let unfinished = path + ".new"
        do {
            try? manager.removeItem(atPath: unfinished)
            // Nobody else may read it, not even while it grows; nor lay a link there.
            let file = Glibc.open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard file >= 0 else {
                throw LedgerError.cannotOpen(path: path, reason: "no such directory, or no permission")
            }
            close(file)
            let copy = try DatabaseQueue(path: unfinished)
            if isLost {
                try database.writeWithoutTransaction { source in
                    try copy.writeWithoutTransaction { try source.backup(to: $0) }
                }
            } else {
                try database.backup(to: copy)
            }
            try copy.write { try Self.save(.sendingHeld, note, in: $0) }
            let flaws = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
            guard flaws == ["ok"] else { throw LedgerError.damaged(table: "the copy", column: flaws.first ?? "") }
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try manager.moveItem(atPath: unfinished, toPath: path)
            return try manager.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        } catch {
            for file in [unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"] {
                try? manager.removeItem(atPath: file)
            }
            if let error = error as? LedgerError { throw error }
            throw .cannotOpen(path: path, reason: error.sentence)
        }
    }
}
