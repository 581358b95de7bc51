public import Configuration
import Foundation
import Glibc

/// Where the daemon keeps what must outlive it: the ledger, and a copy of the last accepted configuration.
///
/// One daemon at a time: the directory is locked as long as the value lives.
public final class StateDirectory: Sendable {
    public let path: String
    private let lock: Int32

    /// Creates the directory where it is missing and locks it.
    public init(path: String) throws(ServiceError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw .stateDirectory(path, "it cannot be created")
        }
        let name = path + "/lock"
        lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0 else { throw .stateDirectory(path, String(cString: strerror(errno))) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(of: path).map { " (process \($0))" } ?? ""
            close(lock)
            throw .stateDirectoryTaken(path, holder)
        }
        let text = "\(getpid())\n"
        guard ftruncate(lock, 0) == 0, pwrite(lock, text, text.utf8.count, 0) == text.utf8.count else {
            let reason = String(cString: strerror(errno))
            close(lock)
            throw .stateDirectory(path, reason)
        }
        handOver(name)
    }

    deinit { close(lock) }

    /// Gives what root has written here to the owner of the directory: the daemon's user, who could not go on with it.
    func handOver(_ path: String) {
        var owner = stat()
        guard geteuid() == 0, stat(self.path, &owner) == 0, owner.st_uid != 0 else { return }
        let within = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
        for file in [path] + within.map({ path + "/" + $0 }) { lchown(file, owner.st_uid, owner.st_gid) }
    }

    public var ledgerPath: String { Self.ledgerPath(in: path) }

    public static func ledgerPath(in path: String) -> String { path + "/ledger.sqlite" }

    var highWaterPath: String { path + "/high-water" }

    var acceptedPath: String { path + "/accepted" }

    /// What calendars said when they were last accepted, for those that cannot be read now.
    var knownCalendars: KnownCalendars { Self.knownCalendars(in: path) }

    public static func knownCalendars(in path: String) -> KnownCalendars {
        KnownCalendars(copiedTo: path + "/accepted")
    }

    /// The process that holds the lock; nil where nobody does.
    public static func holder(of path: String) -> Int32? {
        let descriptor = open(path + "/lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
            flock(descriptor, LOCK_UN)
            return nil
        }
        guard let text = try? String(contentsOfFile: path + "/lock", encoding: .utf8) else { return nil }
        return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
