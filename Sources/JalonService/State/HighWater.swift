import Glibc
import Ledger
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

    /// What stands where the file belongs.
    enum Content: Sendable, Hashable {
        case absent
        /// Why it says nothing.
        case unreadable(String)
        case mark(Mark)
    }

    private struct State {
        /// -1 where it could not be opened.
        var descriptor: Int32
        var mark: Mark
        /// The bytes that were written last; nil before anything was.
        var written: [UInt8]?
        /// Why the last of them are not in the file.
        var fault: String?
    }

    static let name = "high-water"

    private let folder: PrivateFolder
    private let state: Mutex<State>

    /// Reads a file.
    static func content(in folder: PrivateFolder) -> Content {
        let file: Int32
        do {
            file = try folder.file(named: name, O_RDONLY)
        } catch {
            return error.isAbsence ? .absent : .unreadable(error.reason)
        }
        defer { close(file) }
        let bytes = bytes(of: file)
        let text = String(decoding: bytes, as: UTF8.self)
        // Whole or not at all: a number that has lost a digit says less than the truth.
        guard let words = text.wholeMatch(of: /(\S+) ([0-9]{20})\n/), let handedOver = Int(words.output.2) else {
            return .unreadable(bytes.isEmpty ? "it is empty" : "it does not say what Jalon has written there")
        }
        return .mark(Mark(ledger: String(words.output.1), handedOver: handedOver))
    }

    /// Begins to keep the file.
    ///
    /// - Parameter keepsWhatIs: what stands there stays until `beginAnew`.
    init(in folder: PrivateFolder, mark: Mark, keepsWhatIs: Bool) throws(ServiceError) {
        self.folder = folder
        state = Mutex(State(descriptor: -1, mark: mark))
        guard !keepsWhatIs else { return }
        do {
            let file = try folder.file(named: Self.name, O_RDWR | O_CREAT)
            state.withLock { state in
                state.descriptor = file
                write(&state)
            }
        } catch {
            throw .cannotWrite(error.path, error.reason)
        }
        if let fault = fault { throw .cannotWrite(folder.path + "/" + Self.name, fault) }
    }

    deinit {
        let file = state.withLock(\.descriptor)
        if file >= 0 { close(file) }
    }

    /// So many mails have been handed over; fewer than before are none.
    func raise(to handedOver: Int) {
        state.withLock { state in
            guard handedOver > state.mark.handedOver else { return }
            state.mark.handedOver = handedOver
            if state.descriptor >= 0 { write(&state) }
        }
    }

    /// A new file takes the place of whatever is there: a person has said that this ledger goes on.
    func beginAnew(_ mark: Mark) throws(FileFault) {
        let fresh = Self.name + ".new"
        folder.remove(fresh)
        let file = try folder.file(named: fresh, O_RDWR | O_CREAT | O_EXCL)
        try folder.rename(fresh, to: Self.name)
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            state = State(descriptor: file, mark: mark)
            write(&state)
        }
    }

    /// How many mails are known to have been handed over.
    var handedOver: Int { state.withLock(\.mark.handedOver) }

    /// Why the file does not say what it should, which is tried again by asking; nil where it does.
    var fault: String? {
        state.withLock { state in
            if state.fault != nil { write(&state) }
            return state.fault
        }
    }

    /// What has been done to the file behind Jalon's back; nil where nothing has, and before it has been written.
    var tampering: String? {
        state.withLock { state in
            guard state.descriptor >= 0, state.fault == nil, let written = state.written else { return nil }
            guard let there = folder.identity(of: Self.name) else { return "it is gone" }
            guard there == FileIdentity(descriptor: state.descriptor) else { return "another file is in its place" }
            let bytes = Self.bytes(of: state.descriptor)
            if bytes == written { return nil }
            return bytes.isEmpty ? "it is empty" : "it does not say what Jalon has written there"
        }
    }

    /// Always as many bytes, so that a disk that is full matters least once the file is there.
    private func write(_ state: inout State) {
        let digits = String(state.mark.handedOver)
        let text = state.mark.ledger + " " + String(repeating: "0", count: max(0, 20 - digits.count)) + digits + "\n"
        let bytes = Array(text.utf8)
        let count = pwrite(state.descriptor, bytes, bytes.count, 0)
        let code = errno
        guard count == bytes.count, ftruncate(state.descriptor, off_t(bytes.count)) == 0 else {
            state.fault = count < 0 ? String(cString: strerror(code)) : "the disk is full"
            return
        }
        state.fault = nil
        state.written = bytes
    }

    private static func bytes(of file: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = pread(file, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }
}
