import CivilTime
import Foundation
import Ledger
import Logging
import Synchronization

/// Looks, before anything leaves, whether the ledger and the file beside it are still those that the process has open.
///
/// A file that is deleted or replaced stays with whoever has it open: what is written there is lost with the process, and
/// the next would send everything again.
final class LedgerWatch: Sendable {
    private struct State {
        /// Of each of the ledger's files, since it was first seen.
        var files: [String: FileIdentity] = [:]
        /// Nothing leaves before a person says so.
        var isHeld: Bool
        /// What was said last, so that it is said once.
        var words: String?
        /// What has been saved of a ledger that is lost.
        var rescue: String?
    }

    private let folder: PrivateFolder
    private let ledger: Ledger
    private let identity: String
    private let highWater: HighWater
    private let clock: any WallClock
    private let logger: Logger
    private let state: Mutex<State>

    /// Compares the ledger with the file beside it, which is begun where there is none.
    init(on folder: PrivateFolder, ledger: Ledger, clock: any WallClock, logger: Logger) throws {
        self.folder = folder
        self.ledger = ledger
        self.clock = clock
        self.logger = logger
        let content = HighWater.content(in: folder)
        if let objection = try Provenance.objection(to: ledger, highWater: content), try ledger.sendingHeld() == nil {
            try ledger.note(.sendingHeld, objection)
        }
        let held = try ledger.sendingHeld()
        if let held { logger.error("\(held)") }
        let mark = try Provenance.mark(of: ledger)
        identity = mark.ledger
        highWater = try HighWater(in: folder, mark: mark, keepsWhatIs: held != nil)
        if held == nil, try ledger.fact(.highWater) == nil { try ledger.note(.highWater, "kept") }
        state = Mutex(State(isHeld: held != nil))
        _ = state.withLock { loss(&$0) }
    }

    /// A person has let go what was held, and no daemon runs that would notice.
    static func beginAnew(in folder: PrivateFolder, for ledger: Ledger) throws {
        let mark = try Provenance.mark(of: ledger)
        try HighWater(in: folder, mark: mark, keepsWhatIs: true).beginAnew(mark)
        try ledger.note(.highWater, "kept")
    }

    /// Whether mails may leave now; says why not, once.
    ///
    /// Throws where the ledger is lost and a later start would know that mails have left: the process has to end, and the
    /// service manager to start another.
    func permits() throws -> Bool {
        try state.withLock { state in
            if let words = loss(&state) { return try leave(words, &state) }
            if state.isHeld {
                guard try ledger.sendingHeld() == nil else { return false }
                try highWater.beginAnew(Provenance.mark(of: ledger))
                try ledger.note(.highWater, "kept")
                state.isHeld = false
            }
            if let fault = highWater.fault {
                say("mails wait: the file high-water cannot be written: \(fault)", &state)
                return false
            }
            if let reason = highWater.tampering {
                let words = Provenance.objection(because: reason)
                try ledger.note(.sendingHeld, words)
                state.isHeld = true
                say(words, &state)
                return false
            }
            state.words = nil
            return true
        }
    }

    /// Why a mail that is on its way must not be ended; nil where it may.
    func objection() -> String? {
        state.withLock { state in
            loss(&state) ?? (state.isHeld ? nil : highWater.tampering.map { "high-water: \($0)" })
        }
    }

    /// Mails have been handed over, and the ledger knows.
    func raise(to handedOver: Int) { highWater.raise(to: handedOver) }

    /// What stands against sending that the ledger cannot say; nil where nothing does.
    var words: String? { state.withLock(\.words) }

    /// What has become of the ledger's files; nil where they are those that the process has open.
    private func loss(_ state: inout State) -> String? {
        guard folder.isInPlace else { return "the state directory \(folder.path) is gone, or another is in its place" }
        for name in Self.names {
            let there = folder.identity(of: name)
            guard let known = state.files[name] else {
                state.files[name] = there
                continue
            }
            guard there != known else { continue }
            return "\(folder.path)/\(name) \(there == nil ? "is gone" : "has been replaced") while Jalon had it open"
        }
        guard let own = try? Provenance.mark(of: ledger) else { return nil }
        if own.ledger != identity || own.handedOver < highWater.handedOver {
            return "\(folder.path)/\(Self.names[0]) has been written over while Jalon had it open"
        }
        return nil
    }

    /// The ledger is lost: keeps what this process still has of it, and sees to it that a later start is held.
    ///
    /// - Returns: false, where nobody could know later that mails have left, and the process stays.
    private func leave(_ loss: String, _ state: inout State) throws -> Bool {
        let words = "sending is held: \(loss)"
        if state.rescue == nil, folder.isInPlace { state.rescue = rescue() }
        let advice =
            state.rescue.map {
                "; what it held is in \($0): stop Jalon, put that in the place of ledger.sqlite, remove "
                    + "ledger.sqlite-wal and ledger.sqlite-shm, start, then `jalon outbox release`"
            } ?? ""
        guard highWater.handedOver == 0 || isRemembered() else {
            say(words + "; nothing leaves before it is back", &state)
            return false
        }
        throw ServiceError.ledgerLost(words + advice)
    }

    /// A start in the directory that the path leads to now would know that mails have left.
    private func isRemembered() -> Bool {
        guard let there = try? PrivateFolder(path: folder.path) else { return false }
        let own = HighWater.Mark(ledger: identity, handedOver: highWater.handedOver)
        guard HighWater.content(in: there) == .absent else { return true }
        return (try? HighWater(in: there, mark: own, keepsWhatIs: false)) != nil
    }

    /// - Returns: where the ledger has been copied to, held as every backup is; nil where it could not be.
    private func rescue() -> String? {
        let now = clock.now()
        let path = folder.path + "/ledger-rescued-\(now).sqlite".replacing(":", with: "")
        return (try? ledger.backUp(to: path, note: BackupNote.text(at: now), isLost: true)) == nil ? nil : path
    }

    private func say(_ words: String, _ state: inout State) {
        if state.words != words { logger.error("\(words)") }
        state.words = words
    }

    /// What SQLite keeps beside the ledger is as much of it as the file itself.
    private static let names = ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"]
}
