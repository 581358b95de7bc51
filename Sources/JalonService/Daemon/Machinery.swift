import CivilTime
import Configuration
import CurlMail
import Ledger
import Logging

/// All that turns, put together at a start: for the daemon, which goes on, and for a single pass.
struct Machinery {
    let state: StateDirectory
    let ledger: Ledger
    let clock: any WallClock
    let start: Startup.Choice
    let routes: RouteKeeper
    let watch: ClockGuard
    let engine: Engine
    let dispatcher: Dispatcher
    let logger: Logger

    /// Locks the state directory, and finds what an earlier process has left.
    ///
    /// - Parameters:
    ///   - accepted: the fingerprint of a configuration that may be taken although it is held.
    ///   - pulse: called with each piece of work that is done.
    init(
        directory: String, statePath: String, accepting accepted: String? = nil, logger: Logger,
        pulse: @escaping @Sendable () -> Void = {}
    ) async throws {
        clock = SystemWallClock()
        self.logger = logger
        state = try StateDirectory(path: statePath)
        ledger = try Ledger.open(path: state.ledgerPath)
        let ledgerWatch = try LedgerWatch(on: state.folder, ledger: ledger, clock: clock, logger: logger)
        watch = ClockGuard(clock: clock, latest: try ledger.latestEntry(), ledger: ledger, logger: logger)
        start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock, accepted: accepted)
            .configuration()
        if let trouble = start.trouble { logger.error("\(trouble)") }
        try ledger.note(.notInForce, start.trouble ?? "")
        let routes = RouteKeeper(configuration: start.configuration, ledger: ledger, logger: logger)
        self.routes = routes
        engine = Engine(
            wheel: Wheel(ledger: ledger, configuration: start.configuration, source: .system), directory: directory,
            copy: AcceptedCopy(in: state), routes: routes, clock: clock, watch: watch, ledgerWatch: ledgerWatch,
            logger: logger, trouble: start.trouble, pulse: pulse)
        let mail = start.configuration.mail
        dispatcher = Dispatcher(
            ledger: ledger, connections: (0..<(mail?.connections ?? 1)).map { _ in RoutedConnection(routes: routes) },
            clock: clock, pacePerMinute: mail?.pacePerMinute, ledgerWatch: ledgerWatch, watch: watch, logger: logger)
        try await dispatcher.recover()
    }

    /// Keeps the configuration as an accepted one, and has the first turn.
    ///
    /// - Returns: when there is something to do again.
    func firstTurn() async throws -> Instant? {
        // Kept first: a start after a crash never goes back to what was in force before.
        if start.trouble == nil { try AcceptedCopy(in: state).keep(start.configuration) }
        let next = try await engine.turn()
        return next
    }

    /// What reads the mailbox with the answers; nil where there is none to look at now.
    ///
    /// - Parameter ring: called when there is something for the wheel.
    func reader(ring: @escaping @Sendable () async -> Void = {}) -> MailboxReader? {
        guard let mailbox = routes.mailbox else { return nil }
        let engine = engine
        return MailboxReader(
            mailbox: mailbox.route, ledger: ledger, clock: clock, authserv: mailbox.authserv, logger: logger,
            programme: { try await engine.programme() }, ring: ring)
    }
}
