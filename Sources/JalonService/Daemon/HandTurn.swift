import CivilTime
import Configuration
public import Ledger
import Logging
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
        try answer(to: request) { ledger, now in try ledger.give(request, at: now) }
    }

    /// Carries out an order that was given to a process which has ended since, as far as that has not done it.
    public func carryOut(_ order: Order.ID, of request: Order.Request) throws -> Order.Answer {
        try answer(to: request) { _, _ in order }
    }

    /// The same with what a mail asks; nothing where it has been taken in already.
    public func take(_ mail: IncomingMail) throws {
        _ = try turn(erasing: false) { ledger, now in try ledger.take(mail, at: now) }
    }

    private func answer(
        to request: Order.Request, _ order: (Ledger, Instant) throws -> Order.ID
    ) throws -> Order.Answer {
        guard var answer = try turn(erasing: request.erases, order) else { throw ServiceError.notRunning(statePath) }
        if answer.accepted { answer.text += "\nno daemon runs: the mails wait in the outbox until `jalon run`" }
        return answer
    }

    /// - Parameter order: gives the order that is carried out, or none.
    private func turn(
        erasing: Bool, _ order: (Ledger, Instant) throws -> Order.ID?
    ) throws -> Order.Answer? {
        let clock = SystemWallClock()
        let state = try StateDirectory(path: statePath, for: .order)
        let ledger = try Ledger.open(path: state.ledgerPath)
        let start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock).configuration()
        var wheel = Wheel(ledger: ledger, configuration: start.configuration, source: .system)
        let wasHeld = try ledger.sendingHeld() != nil
        let id = try order(ledger, clock.now())
        let watch = ClockGuard(
            clock: clock, latest: try ledger.latestEntry(), ledger: ledger,
            logger: Logger(label: "jalon.quiet") { _ in SwiftLogNoOpLogHandler() })
        // As the daemon does: by a clock that is not trusted nothing is done but what says that it is right.
        if let trouble = watch.trouble() { return try id.flatMap { try answer($0, despite: trouble, ledger, clock) } }
        try wheel.carryOutOrders(at: clock.now())
        if wasHeld, try ledger.sendingHeld() == nil { try LedgerWatch.beginAnew(in: state.folder, for: ledger) }
        if erasing { try forgetNow(&wheel, start, state, clock) }
        return try id.flatMap { try ledger.order($0)?.answer }
    }

    private func answer(
        _ order: Order.ID, despite trouble: ClockWatch.Trouble, _ ledger: Ledger, _ clock: SystemWallClock
    ) throws -> Order.Answer? {
        guard let request = try ledger.order(order)?.request else { return nil }
        // What a mail asks waits until the clock is right.
        if case .incoming = request { return nil }
        var answer = Order.Answer(accepted: false, text: "\(trouble)")
        if request == .release {
            try ledger.trustClock(at: clock.now())
            try ledger.note(.clock, "")
            answer = Order.Answer(accepted: true, text: "the clock is taken as right")
        }
        try ledger.answer(order, with: answer, at: clock.now())
        return answer
    }

    /// Where nothing that names the person may still leave, the command has done it all when it ends.
    private func forgetNow(
        _ wheel: inout Wheel, _ start: Startup.Choice, _ state: StateDirectory, _ clock: SystemWallClock
    ) throws {
        // The copy of what was accepted before may still name them.
        if start.trouble == nil {
            try AcceptedCopy(in: state).keep(start.configuration)
        }
        _ = try wheel.turn(at: clock.now())
        try wheel.tidyFormerCalendars()
        if let path = start.configuration.publish { try wheel.publishCalendars(to: path, at: clock.now()) }
    }
}

extension Order.Request {
    fileprivate var erases: Bool {
        if case .person(_, .forget) = self { true } else { false }
    }
}
