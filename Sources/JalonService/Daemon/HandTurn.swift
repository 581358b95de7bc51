public import Ledger

/// One order carried out by a command, because no daemon runs: the same wheel, turned by hand.
public struct HandTurn {
    private let directory: String
    private let statePath: String

    /// - Parameters:
    ///   - configuration: the configuration's directory.
    ///   - state: the state directory, which is locked meanwhile.
    public init(configuration: String, state: String) {
        directory = configuration
        statePath = state
    }

    /// The mails that follow stay in the outbox until a daemon sends them.
    public func carryOut(_ request: Order.Request) throws -> Order.Answer {
        let clock = SystemWallClock()
        let state = try StateDirectory(path: statePath)
        let ledger = try Ledger.open(path: state.ledgerPath)
        let start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock).configuration()
        var wheel = Wheel(ledger: ledger, configuration: start.configuration, source: .system)
        let id = try ledger.give(request, at: clock.now())
        try wheel.carryOutOrders(at: clock.now())
        guard var answer = try ledger.order(id)?.answer else { throw ServiceError.notRunning(statePath) }
        if answer.accepted { answer.text += "\nno daemon runs: the mails wait in the outbox until `jalon run`" }
        return answer
    }
}
