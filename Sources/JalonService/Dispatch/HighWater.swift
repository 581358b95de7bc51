import Foundation
import Glibc
import Synchronization

/// A file beside the ledger that says how many mails the ledger has let go: a copy of the ledger put back in its place
/// knows of fewer.
///
/// It is written after the ledger, before the mail is ended, and not waited for: it need outlive a crash of Jalon and
/// the admin's `cp`, and where the power fails the ledger comes back with it.
final class HighWater: Sendable {
    /// What the file says.
    struct Mark: Sendable, Hashable {
        var ledger: String
        var handedOver: Int
    }

    private let descriptor: Int32
    private let identity: String
    private let level: Mutex<Int>

    /// Reads a file; nil where there is none, or none that can be read.
    static func mark(in path: String) -> Mark? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let words = text.split { $0 == " " || $0.isNewline }
        guard words.count >= 2, let handedOver = Int(words[1]) else { return nil }
        return Mark(ledger: String(words[0]), handedOver: handedOver)
    }

    /// Begins to keep the file.
    ///
    /// - Parameter keepsWhatIs: what it says stays until the first mail leaves.
    init(path: String, mark: Mark, keepsWhatIs: Bool) throws(ServiceError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .cannotWrite(path, String(cString: strerror(errno))) }
        identity = mark.ledger
        level = Mutex(mark.handedOver)
        if !keepsWhatIs { write(mark.handedOver) }
    }

    deinit { close(descriptor) }

    func raise(to handedOver: Int) {
        level.withLock { level in
            guard handedOver > level else { return }
            level = handedOver
            write(handedOver)
        }
    }

    /// Always as many bytes, so that a disk that is full does not matter once the file is there.
    private func write(_ handedOver: Int) {
        let digits = String(handedOver)
        let text = identity + " " + String(repeating: "0", count: max(0, 20 - digits.count)) + digits + "\n"
        _ = pwrite(descriptor, text, text.utf8.count, 0)
    }
}
