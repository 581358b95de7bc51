import Configuration
import Glibc
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

    /// Root becomes the owner of the state directory; to be called before the process has a second thread, so that it is
    /// the owner's as a whole, and the owner can signal it.
    public static func becomeOwner(of statePath: String) throws(ServiceError) {
        // Root alone reads these; the service has them from its manager.
        if StateOwner.isForeign(statePath) { Secret.readCredentialsAhead() }
        try StateOwner.become(of: statePath)
    }

    /// Returns when the service has ended in good order.
    public func run() async throws {
        // Whoever reads the log may go away.
        signal(SIGPIPE, SIG_IGN)
        // From the moment at which the state directory names this process nothing that is said to it is lost.
        let signals = await UnixSignalsSequence(trapping: .sighup, .sigusr1)
        let ends = await EndSignals { [manager, logger] in
            manager.stopping(status: "ended")
            logger.notice("ended")
            _exit(0)
        }
        let machinery = try await Machinery(
            directory: directory, statePath: statePath, logger: logger, pulse: Watchdog(manager: manager).feed)
        let (engine, dispatcher, clock) = (machinery.engine, machinery.dispatcher, machinery.clock)
        // READY means that the first turn is done; it never waits for the network.
        let next = try await machinery.firstTurn()
        let status = await engine.status(next: next)
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
        var configurations = services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        configurations.append(
            .init(service: EndService(signals: ends), successTerminationBehavior: .gracefullyShutdownGroup))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: configurations,
                logger: Logger(label: "jalon.quiet") { _ in
                    SwiftLogNoOpLogHandler()
                }))
        ends.beginServing()
        try await group.run()
        manager.stopping(status: "ended")
        logger.notice("ended")
    }
}
