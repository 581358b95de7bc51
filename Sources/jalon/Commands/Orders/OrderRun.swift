import ArgumentParser
import CivilTime
import Glibc
import JalonService
import Ledger

/// Gives an order to whoever turns the wheel: the daemon where one runs, this process itself where none does.
struct OrderRun {
    let options: ConfigurationOptions
    let stateOptions: StateOptions

    /// How long the daemon may take, in tenths of a second.
    private static let patience = 1_200

    private var turn: HandTurn { HandTurn(configuration: options.config, state: stateOptions.path) }

    /// Gives an order whose answer nobody waits for; a daemon that runs is told of it.
    func handIn(_ request: Order.Request) async throws {
        _ = try await give(request, waits: false)
    }

    /// Prints the answer; exit code 1 where the order is refused.
    func carryOut(_ request: Order.Request) async throws {
        guard let answer = try await give(request, waits: true) else { return }
        if answer.accepted { return Terminal.say(answer.text) }
        Terminal.complain("jalon: \(answer.text)")
        throw ExitCode(1)
    }

    /// Gives an order to the daemon and waits for its answer.
    ///
    /// - Parameter signal: what wakes it.
    func askDaemon(
        _ request: Order.Request, holder: StateHolder, signal: Int32
    ) async throws -> Order.Answer {
        let ledger = try ledger()
        let order = try ledger.give(request, at: SystemWallClock().now())
        holder.send(signal)
        if let answer = try await self.answer(to: order, from: holder, ledger) { return answer }
        throw ServiceError.notRunning(stateOptions.path)
    }

    /// Processes come and go meanwhile: whoever has the state directory is asked, and where nobody has, or has gone before
    /// it was done, this process does it.
    private func give(_ request: Order.Request, waits: Bool) async throws -> Order.Answer? {
        var given: Order.ID?
        var tries = 0
        while true {
            if let holder = try StateHolder.find(on: stateOptions.path) {
                let ledger = try ledger()
                let order = try given ?? ledger.give(request, at: SystemWallClock().now())
                given = order
                holder.send(SIGUSR1)
                guard waits else { return nil }
                if let answer = try await answer(to: order, from: holder, ledger) { return answer }
                continue
            }
            do {
                return try given.map { try turn.carryOut($0, of: request) } ?? turn.carryOut(request)
            } catch ServiceError.stateDirectoryTaken(let path, let holder) {
                // Somebody was faster, and will be seen to have it in a moment.
                tries += 1
                guard tries < Self.patience else { throw ServiceError.stateDirectoryTaken(path, holder) }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    /// Nil where the process that was asked has ended without an answer.
    private func answer(to order: Order.ID, from holder: StateHolder, _ ledger: Ledger) async throws -> Order.Answer? {
        for _ in 0..<Self.patience {
            // Looked at before the answer: what it did last is seen.
            let hasEnded = holder.hasEnded
            if let answer = try ledger.order(order)?.answer { return answer }
            if hasEnded { return nil }
            try await Task.sleep(for: .milliseconds(100))
        }
        return Order.Answer(
            accepted: false,
            text:
                "the daemon (process \(holder.process)) did not answer within \(Self.patience / 10) s; the order stands"
        )
    }

    private func ledger() throws -> Ledger { try Ledger.open(path: StateDirectory.ledgerPath(in: stateOptions.path)) }
}
