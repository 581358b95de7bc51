import CPidfd
import Glibc
import Ledger

/// The process that has a state directory locked, as the kernel names it.
///
/// What stands in the file proves nothing: its owner could write any number. Signals go to the process that was seen to
/// hold the lock, by descriptor, so that they never reach another that was given its number since.
public final class StateHolder: Sendable {
    static let lockName = "lock"

    /// 0 where it runs in a container of its own, and cannot be named from here.
    public let process: Int32
    private let path: String
    /// -1 where there is none.
    private let descriptor: Int32

    private init(process: Int32, path: String, descriptor: Int32) {
        self.process = process
        self.path = path
        self.descriptor = descriptor
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Who has the directory locked; nil where nobody has. A process of root's becomes the directory's owner's before.
    public static func find(on path: String) throws(ServiceError) -> StateHolder? {
        try StateOwner.become(of: path)
        let lock: Int32
        do {
            lock = try PrivateFolder(path: path).file(named: lockName, O_RDONLY)
        } catch {
            if error.isAbsence { return nil }
            throw .stateDirectory(path, error.reason + (error.path == path ? "" : " (\(error.path))"))
        }
        defer { close(lock) }
        while let process = locker(of: lock) {
            guard process > 0 else { return StateHolder(process: 0, path: path, descriptor: -1) }
            let descriptor = cpidfd_open(process)
            // Its number was its own as long as it had the lock: the descriptor is the process's that has it still.
            if locker(of: lock) == process {
                return StateHolder(process: process, path: path, descriptor: descriptor)
            }
            if descriptor >= 0 { close(descriptor) }
        }
        return nil
    }

    /// Wakes it; the kernel lets nobody signal a process of another user's.
    public func send(_ signal: Int32) {
        if descriptor >= 0 { _ = cpidfd_send_signal(descriptor, signal) }
    }

    /// It has ended, or has let go of the directory.
    public var hasEnded: Bool {
        guard descriptor >= 0 else {
            if case .success(nil) = Result(catching: { try Self.find(on: path) }) { return true }
            return false
        }
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 0) > 0
    }

    static var wholeFile: flock {
        var whole = flock()
        whole.l_type = Int16(F_WRLCK)
        whole.l_whence = Int16(SEEK_SET)
        return whole
    }

    /// Whose lock is on an open file; 0 for a process that cannot be named here, nil where nobody has it.
    private static func locker(of file: Int32) -> Int32? {
        var found = wholeFile
        guard fcntl(file, F_GETLK, &found) == 0, found.l_type != Int16(F_UNLCK) else { return nil }
        return max(0, found.l_pid)
    }

    /// What the file says of who has it, for words to humans and for the order in which processes wait.
    static func written(in file: Int32) -> (process: Int32, purpose: StateDirectory.Purpose?)? {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(file, &bytes, bytes.count, 0)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split { $0 == " " || $0.isNewline }
        guard let process = words.first.flatMap({ Int32($0) }) else { return nil }
        return (process, words.dropFirst().first.flatMap { StateDirectory.Purpose(rawValue: String($0)) })
    }
}
