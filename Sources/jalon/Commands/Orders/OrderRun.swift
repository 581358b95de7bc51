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

    /// Hands in a mail, of which nobody waits for an answer; a daemon that runs is told of it.
    func handIn(_ mail: IncomingMail) async throws {
        _ = try await asked(
            of: { holder in
                guard try ledger().take(mail, at: SystemWallClock().now()) != nil else { return }
                holder.send(SIGUSR1)
            }, itself: { try turn.take(mail) })
    }

    /// Prints the answer; exit code 1 where the order is refused.
    func carryOut(_ request: Order.Request) async throws {
        let answer = try await give(request)
        Terminal.answer(answer)
        if !answer.accepted { throw ExitCode(1) }
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

    private func give(_ request: Order.Request) async throws -> Order.Answer {
        var given: Order.ID?
        return try await asked(
            of: { holder in
                let ledger = try ledger()
                let order = try given ?? ledger.give(request, at: SystemWallClock().now())
                given = order
                holder.send(SIGUSR1)
                return try await answer(to: order, from: holder, ledger)
            },
            itself: { try given.map { try turn.carryOut($0, of: request) } ?? turn.carryOut(request) })
    }

    /// Processes come and go meanwhile: whoever has the state directory is asked, and where nobody has, or has gone before
    /// it was done, this process does it.
    ///
    /// - Parameter ask: nil where the process has gone.
    private func asked<Result>(
        of ask: (StateHolder) async throws -> Result?, itself work: () throws -> Result
    ) async throws -> Result {
        var tries = 0
        while true {
            if let holder = try StateHolder.find(on: stateOptions.path) {
                if let result = try await ask(holder) { return result }
                continue
            }
            do {
                return try work()
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
