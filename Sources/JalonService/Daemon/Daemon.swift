import CivilTime
import Configuration
import CurlMail
import Ledger
public import Logging
import ServiceLifecycle
import UnixSignals

/// `jalon run`: the wheel, the dispatcher and the ear for signals, until SIGTERM.
public struct Daemon: Sendable {
    private let directory: String
    private let statePath: String
    private let logger: Logger
    private let manager: ServiceManager
    private let clock: any WallClock

    /// - Parameters:
    ///   - directory: the configuration's.
    ///   - notifySocket: the value of `NOTIFY_SOCKET`; nil where systemd did not start the process.
    public init(directory: String, statePath: String, notifySocket: String?, logger: Logger) {
        self.directory = directory
        self.statePath = statePath
        self.logger = logger
        manager = ServiceManager(socketPath: notifySocket)
        clock = SystemWallClock()
    }

    /// Returns when the service has ended in good order.
    public func run() async throws {
        let state = try StateDirectory(path: statePath)
        let ledger = try Ledger.open(path: state.ledgerPath)
        let mark = HighWater.mark(in: state.highWaterPath)
        if let objection = try Provenance.objection(to: ledger, highWater: mark), try ledger.sendingHeld() == nil {
            try ledger.note(.sendingHeld, objection)
        }
        let held = try ledger.sendingHeld()
        if let held { logger.error("\(held)") }
        let highWater = try HighWater(
            path: state.highWaterPath, mark: Provenance.mark(of: ledger), keepsWhatIs: held != nil)
        let watch = ClockGuard(clock: clock, latest: try ledger.latestEntry(), logger: logger)
        let start = try Startup(directory: directory, state: state, ledger: ledger, clock: clock).configuration()
        if let trouble = start.trouble { logger.error("\(trouble)") }
        guard let mail = start.configuration.mail else { throw ServiceError.noMailServer }
        let route = try mail.route()
        let engine = Engine(
            wheel: Wheel(ledger: ledger, configuration: start.configuration, source: .system), directory: directory,
            state: state, clock: clock, watch: watch, logger: logger, trouble: start.trouble)
        let dispatcher = Dispatcher(
            ledger: ledger, connections: (0..<mail.connections).map { _ in SMTPConnection(route: route) },
            clock: clock, pacePerMinute: mail.pacePerMinute, highWater: highWater, watch: watch, logger: logger)
        try await dispatcher.recover()
        // READY means that the first turn is done; it never waits for the network.
        let next = try await engine.turn()
        if start.trouble == nil { try Acceptance.keep(start.configuration, in: state.acceptedPath) }
        let status = await engine.status(next: next)
        let signals = await UnixSignalsSequence(trapping: .sighup, .sigusr1)
        let bells = (wheel: Bell(), post: Bell(), mailbox: Bell())
        let answers = try start.configuration.answers?.mailbox.map { mailbox in
            MailboxService(
                reader: MailboxReader(
                    mailbox: try mailbox.route(), ledger: ledger, clock: clock,
                    authserv: start.configuration.answers?.authserv, logger: logger,
                    programme: { try await engine.programme() }, ring: { await bells.wheel.ring() }),
                interval: Int64(mailbox.interval), clock: clock, bell: bells.mailbox)
        }
        let services: [any Service] =
            [
                WheelService(
                    engine: engine, bell: bells.wheel, post: bells.post, clock: clock, manager: manager,
                    logger: logger, firstStatus: status),
                DispatchService(dispatcher: dispatcher, bell: bells.post, clock: clock, logger: logger),
                SignalService(
                    engine: engine, dispatcher: dispatcher, wheel: bells.wheel, post: bells.post,
                    mailbox: bells.mailbox, manager: manager, signals: signals),
            ] + [answers].compactMap(\.self)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "jalon.quiet") { _ in
                    SwiftLogNoOpLogHandler()
                }))
        try await group.run()
        manager.stopping(status: "ended")
        logger.notice("ended")
    }
}
