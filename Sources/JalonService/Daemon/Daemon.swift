import Configuration
public import Logging
import ServiceLifecycle
import UnixSignals

/// `jalon run`: the wheel, the dispatcher and the ear for signals, until SIGTERM.
public struct Daemon: Sendable {
    private let directory: String
    private let statePath: String
    private let logger: Logger
    private let manager: ServiceManager

    /// - Parameters:
    ///   - directory: the configuration's.
    ///   - notifySocket: the value of `NOTIFY_SOCKET`; nil where systemd did not start the process.
    public init(directory: String, statePath: String, notifySocket: String?, logger: Logger) {
        self.directory = directory
        self.statePath = statePath
        self.logger = logger
        manager = ServiceManager(socketPath: notifySocket)
    }

    /// Returns when the service has ended in good order.
    public func run() async throws {
        let machinery = try await Machinery(
            directory: directory, statePath: statePath, logger: logger, pulse: Watchdog(manager: manager).feed)
        let (engine, dispatcher, clock) = (machinery.engine, machinery.dispatcher, machinery.clock)
        // READY means that the first turn is done; it never waits for the network.
        let next = try await machinery.firstTurn()
        let status = await engine.status(next: next)
        let signals = await UnixSignalsSequence(trapping: .sighup, .sigusr1)
        let bells = (wheel: Bell(), post: Bell(), mailbox: Bell())
        let routes = machinery.routes
        let services: [any Service] = [
            WheelService(
                engine: engine, bell: bells.wheel, post: bells.post, clock: clock, manager: manager,
                logger: logger, firstStatus: status),
            DispatchService(dispatcher: dispatcher, routes: routes, bell: bells.post, clock: clock, logger: logger),
            SignalService(
                engine: engine, dispatcher: dispatcher, routes: routes, wheel: bells.wheel, post: bells.post,
                mailbox: bells.mailbox, manager: manager, signals: signals),
            MailboxService(
                reader: { machinery.reader { await bells.wheel.ring() } }, routes: routes,
                ledger: machinery.ledger, clock: clock, bell: bells.mailbox, logger: logger),
        ]
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
