import Foundation
import Glibc

/// The files that hold a ledger: the one that the path names, and what SQLite keeps beside it.
enum LedgerFiles {
    private static let beside = ["-wal", "-shm", "-journal"]

    /// Sees to it that SQLite, which opens files by their paths, finds those of their owner alone.
    ///
    /// - Parameter creating: makes the file where there is none; SQLite gives those beside it the same rights.
    static func secure(path: String, creating: Bool) throws(LedgerError) {
        let file = URL(fileURLWithPath: path)
        do {
            let folder = try PrivateFolder(path: file.deletingLastPathComponent().path)
            let name = file.lastPathComponent
            for suffix in [""] + beside { try folder.secure(name + suffix) }
            guard creating, folder.identity(of: name) == nil else { return }
            close(try folder.file(named: name, O_RDWR | O_CREAT | O_EXCL))
        } catch {
            let reason =
                file.lastPathComponent == URL(fileURLWithPath: error.path).lastPathComponent
                ? error.reason : "\(error)"
            throw .cannotOpen(path: path, reason: error.isAbsence ? "no such directory, or no permission" : reason)
        }
    }
}
