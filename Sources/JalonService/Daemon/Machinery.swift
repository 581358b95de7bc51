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
    let mail: MailSettings
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
        if StateOwner.isForeign(statePath) { Secret.readCredentialsAhead() }
        state = try StateDirectory(path: statePath)
        ledger = try Ledger.open(path: state.ledgerPath)
        let ledgerWatch = try LedgerWatch(on: state.folder, ledger: ledger, clock: clock, logger: logger)
        let watch = ClockGuard(clock: clock, latest: try ledger.latestEntry(), logger: logger)
        start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock, accepted: accepted)
            .configuration()
        if let trouble = start.trouble { logger.error("\(trouble)") }
        guard let mail = start.configuration.mail else { throw ServiceError.noMailServer }
        self.mail = mail
        let route = try mail.route()
        engine = Engine(
            wheel: Wheel(ledger: ledger, configuration: start.configuration, source: .system), directory: directory,
            state: state, clock: clock, watch: watch, ledgerWatch: ledgerWatch, logger: logger, trouble: start.trouble,
            pulse: pulse)
        dispatcher = Dispatcher(
            ledger: ledger, connections: (0..<mail.connections).map { _ in SMTPConnection(route: route) },
            clock: clock, pacePerMinute: mail.pacePerMinute, ledgerWatch: ledgerWatch, watch: watch, logger: logger)
        try await dispatcher.recover()
    }

    /// The first turn, after which the configuration counts as accepted.
    ///
    /// - Returns: when there is something to do again.
    func firstTurn() async throws -> Instant? {
        let next = try await engine.turn()
        if start.trouble == nil { try Acceptance.keep(start.configuration, in: state.acceptedPath) }
        return next
    }

    /// What reads the mailbox with the answers; nil where none is looked at.
    ///
    /// - Parameter ring: called when there is something for the wheel.
    func reader(ring: @escaping @Sendable () async -> Void = {}) throws -> MailboxReader? {
        guard let answers = start.configuration.answers, let mailbox = answers.mailbox else { return nil }
        let engine = engine
        return MailboxReader(
            mailbox: try mailbox.route(), ledger: ledger, clock: clock, authserv: answers.authserv, logger: logger,
            programme: { try await engine.programme() }, ring: ring)
    }
}
