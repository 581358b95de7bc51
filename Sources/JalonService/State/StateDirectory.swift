public import Configuration
import Foundation
import Glibc
import Ledger

/// Where the daemon keeps what must outlive it: the ledger, and a copy of the last accepted configuration.
///
/// One process at a time turns the wheel on it: the directory is locked as long as the value lives.
public final class StateDirectory: Sendable {
    /// What a process locks it for.
    enum Purpose: String {
        /// The daemon, or a pass of a timer.
        case service
        /// One order that a command carries out, which takes seconds; whoever comes meanwhile waits.
        case order
    }

    public let path: String
    let folder: PrivateFolder
    private let lock: Int32

    /// Creates the directory where it is missing and locks it; a process of root's becomes its owner's before.
    init(path: String, for purpose: Purpose = .service) throws(ServiceError) {
        self.path = path
        try StateOwner.become(of: path)
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .stateDirectory(path, "it cannot be created")
        }
        Self.outliveCalls()
        let file: Int32
        do {
            folder = try PrivateFolder(path: path)
            file = try folder.file(named: StateHolder.lockName, O_RDWR | O_CREAT)
        } catch {
            throw .stateDirectory(path, error.reason + (error.path == path ? "" : " (\(error.path))"))
        }
        do throws(ServiceError) {
            try Self.take(file, in: path, for: purpose)
        } catch {
            close(file)
            throw error
        }
        lock = file
    }

    deinit { close(lock) }

    /// Locks it in two ways: by flock(2), which keeps every other out, and by fcntl(2), of which the kernel tells everybody
    /// who has it. Then the file names the process, for humans.
    private static func take(_ lock: Int32, in path: String, for purpose: Purpose) throws(ServiceError) {
        var waits = 0
        while flock(lock, LOCK_EX | LOCK_NB) != 0 {
            let holder = StateHolder.written(in: lock)
            // Who has just taken it may not have written its own name yet.
            guard waits < (holder?.purpose == .order ? patience : writing) else {
                throw .stateDirectoryTaken(path, holder.map { " (process \($0.process))" } ?? "")
            }
            waits += 1
            usleep(50_000)
        }
        var whole = StateHolder.wholeFile
        let text = "\(getpid()) \(purpose.rawValue)\n"
        guard fcntl(lock, F_SETLK, &whole) == 0, ftruncate(lock, 0) == 0,
            pwrite(lock, text, text.utf8.count, 0) == text.utf8.count
        else { throw .stateDirectory(path, String(cString: strerror(errno))) }
    }

    /// From here on others find this process and wake it: signals that nobody has asked to hear do nothing.
    private static func outliveCalls() {
        for number in [SIGHUP, SIGUSR1] {
            var action = sigaction()
            guard sigaction(number, nil, &action) == 0 else { continue }
            if action.__sigaction_handler.sa_handler == nil { signal(number, SIG_IGN) }
        }
    }

    /// Twentieths of a second in which whoever takes the lock has written who it is.
    private static let writing = 10
    /// Twentieths of a second that an order of somebody else's is waited for.
    private static let patience = 1_200

    public var ledgerPath: String { Self.ledgerPath(in: path) }

    public static func ledgerPath(in path: String) -> String { path + "/ledger.sqlite" }

    var acceptedPath: String { path + "/accepted" }

    /// What calendars said when they were last accepted, for those that cannot be read now.
    public static func knownCalendars(in path: String) -> KnownCalendars {
        AcceptedCopy(at: path + "/accepted").files().map { KnownCalendars($0) } ?? .none
    }

    /// The process that has the directory locked; nil where none has, or none that can be seen from here.
    public static func holder(of path: String) -> Int32? {
        try? StateHolder.find(on: path)?.process
    }
}
