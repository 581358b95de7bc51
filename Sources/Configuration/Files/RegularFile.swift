import Glibc

/// A file of an admin or a participant, read whole or not at all.
///
/// Whatever lies at the path, nothing waits for it: a FIFO without a writer, a device or a socket is refused before it is
/// opened, and again afterwards.
enum RegularFile {
    /// Why nothing was read; the end of a sentence that begins with the path.
    enum Failure: Error {
        case missing, circular, denied, notRegular, tooLarge, changing, unreadable

        /// - Parameter most: what is read at most, in MiB.
        func reason(most: Int) -> String {
            switch self {
            case .missing: "does not exist"
            case .circular: "is a link that leads in a circle"
            case .denied, .unreadable: "cannot be read"
            case .notRegular: "is no file"
            case .tooLarge: "has more than \(most) MiB; several smaller files are fine"
            case .changing: "is being written just now; try again when it is whole"
            }
        }
    }

    /// One that is written meanwhile is read so often until it stays as it is.
    private static let attempts = 3

    /// - Parameter most: octets; a larger file is refused, also one that grows beyond while it is read.
    static func bytes(at path: String, most: Int) throws(Failure) -> [UInt8] {
        // What is behind a NUL would not reach the system.
        guard !path.utf8.contains(0) else { throw .missing }
        for _ in 0..<attempts {
            if let bytes = try once(path, most: most) { return bytes }
        }
        throw .changing
    }

    /// Nil where the file changed under the reading.
    private static func once(_ path: String, most: Int) throws(Failure) -> [UInt8]? {
        var before = stat()
        guard stat(path, &before) == 0 else { throw failure(errno) }
        guard isRegular(before) else { throw .notRegular }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        guard fstat(descriptor, &before) == 0 else { throw failure(errno) }
        guard isRegular(before) else { throw .notRegular }
        guard before.st_size <= most else { throw .tooLarge }
        let bytes = try all(of: descriptor, expecting: Int(before.st_size), most: most)
        var after = stat()
        guard fstat(descriptor, &after) == 0 else { throw failure(errno) }
        let isSame =
            before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec
            && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
        return isSame && bytes.count >= before.st_size ? bytes : nil
    }

    private static func all(of descriptor: Int32, expecting size: Int, most: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        // One more tells the end of a file from one that grows.
        var chunk = [UInt8](repeating: 0, count: max(4096, min(size + 1, 1 << 20)))
        bytes.reserveCapacity(size)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            bytes += chunk[..<count]
            guard bytes.count <= most else { throw .tooLarge }
        }
    }

    private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
        case ELOOP: .circular
        case EACCES, EPERM: .denied
        default: .unreadable
        }
    }
}
