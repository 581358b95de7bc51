import Configuration
public import Ledger
import Mentoring

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
        try turn(erasing: request.erases) { ledger, clock in try ledger.give(request, at: clock.now()) }
    }

    /// Carries out an order that was given to a process which has ended since, as far as that has not done it.
    public func carryOut(_ order: Order.ID, of request: Order.Request) throws -> Order.Answer {
        try turn(erasing: request.erases) { _, _ in order }
    }

    private func turn(
        erasing: Bool, _ order: (Ledger, SystemWallClock) throws -> Order.ID
    ) throws -> Order.Answer {
        let clock = SystemWallClock()
        let state = try StateDirectory(path: statePath, for: .order)
        let ledger = try Ledger.open(path: state.ledgerPath)
        let start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock).configuration()
        var wheel = Wheel(ledger: ledger, configuration: start.configuration, source: .system)
        let wasHeld = try ledger.sendingHeld() != nil
        let id = try order(ledger, clock)
        try wheel.carryOutOrders(at: clock.now())
        if wasHeld, try ledger.sendingHeld() == nil { try LedgerWatch.beginAnew(in: state.folder, for: ledger) }
        if erasing { try forgetNow(&wheel, start, state, clock) }
        guard var answer = try ledger.order(id)?.answer else { throw ServiceError.notRunning(statePath) }
        if answer.accepted { answer.text += "\nno daemon runs: the mails wait in the outbox until `jalon run`" }
        return answer
    }

    /// Where nothing that names the person may still leave, the command has done it all when it ends.
    private func forgetNow(
        _ wheel: inout Wheel, _ start: Startup.Choice, _ state: StateDirectory, _ clock: SystemWallClock
    ) throws {
        // The copy of what was accepted before may still name them.
        if start.trouble == nil {
            try Acceptance.keep(start.configuration, in: state.acceptedPath)
        }
        _ = try wheel.turn(at: clock.now())
        if let path = start.configuration.publish { try wheel.publishCalendars(to: path, at: clock.now()) }
    }
}

extension Order.Request {
    fileprivate var erases: Bool {
        if case .person(_, .forget) = self { true } else { false }
    }
}
