import Ledger
import Synchronization

/// What the ledger writes to: it can be full for a while, and the process can die at a write.
final class Disk: Sendable {
    private struct State {
        /// So many writes from now the process dies, before or after the commit.
        var dies: (writes: Int, stage: Ledger.Stage)?
        var isFull = false
        var isDead = false
    }

    private let state = Mutex(State())

    func interrupt(_ stage: Ledger.Stage) throws(LedgerError) {
        let error = state.withLock { state -> LedgerError? in
            if state.isFull, stage == .beforeCommit { return .cannotWrite(reason: "the disk is full") }
            guard let dies = state.dies, dies.stage == stage else { return nil }
            state.dies?.writes -= 1
            guard dies.writes <= 1 else { return nil }
            state.dies = nil
            state.isDead = true
            return .cannotWrite(reason: "the process has died")
        }
        if let error { throw error }
    }

    func die(after writes: Int, _ stage: Ledger.Stage) { state.withLock { $0.dies = (writes, stage) } }

    func fill(_ isFull: Bool) { state.withLock { $0.isFull = isFull } }

    /// Whether the process has died at a write; a new one begins without a fault.
    func takeDeath() -> Bool {
        state.withLock { state in
            defer { state.isDead = false }
            return state.isDead
        }
    }

    func mend() {
        state.withLock { $0 = State() }
    }
}
