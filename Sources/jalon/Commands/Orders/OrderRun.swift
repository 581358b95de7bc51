import ArgumentParser
import CivilTime
import Glibc
import JalonService
import Ledger

/// Gives an order to whoever turns the wheel: the daemon where one runs, this process itself where none does.
struct OrderRun {
    let options: ConfigurationOptions
    let stateOptions: StateOptions

    /// How long the daemon may take, in seconds.
    private static let patience = 120

    /// Hands in a mail, of which nobody waits for an answer; a daemon that runs is told of it.
    func handIn(_ mail: IncomingMail) async throws {
        guard let process = StateDirectory.holder(of: stateOptions.path) else {
            return try HandTurn(configuration: options.config, state: stateOptions.path).take(mail)
        }
        let ledger = try Ledger.open(path: StateDirectory.ledgerPath(in: stateOptions.path))
        guard try ledger.take(mail, at: SystemWallClock().now()) != nil else { return }
        kill(process, SIGUSR1)
    }

    /// Prints the answer; exit code 1 where the order is refused.
    func carryOut(_ request: Order.Request) async throws {
        let answer =
            if let process = StateDirectory.holder(of: stateOptions.path) {
                try await askDaemon(request, process: process)
            } else {
                try HandTurn(configuration: options.config, state: stateOptions.path).carryOut(request)
            }
        Terminal.answer(answer)
        if !answer.accepted { throw ExitCode(1) }
    }

    /// Gives an order to the daemon and waits for its answer.
    ///
    /// - Parameter signal: what wakes it.
    func askDaemon(_ request: Order.Request, process: Int32, signal: Int32 = SIGUSR1) async throws -> Order.Answer {
        let ledger = try Ledger.open(path: StateDirectory.ledgerPath(in: stateOptions.path))
        let order = try ledger.give(request, at: SystemWallClock().now())
        kill(process, signal)
        for _ in 0..<(Self.patience * 10) {
            if let answer = try ledger.order(order)?.answer { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
        return Order.Answer(
            accepted: false,
            text: "the daemon (process \(process)) did not answer within \(Self.patience) s; the order stands")
    }
}
