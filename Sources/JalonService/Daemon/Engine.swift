import CivilTime
import Configuration
import Ledger
import Logging
import Mentoring

/// The wheel of the daemon: turned when something is due, given another configuration when an admin asks.
actor Engine {
    private var wheel: Wheel
    private let clock: any WallClock
    private let state: StateDirectory
    private let directory: String
    private let watch: ClockGuard
    private let logger: Logger
    /// Told of each piece of work that is done.
    private let pulse: @Sendable () -> Void
    /// The last entry of the ledger's journal that has been logged.
    private var logged: Int64?
    /// Why the present files are not in force; nil where they are.
    private var trouble: String?
    /// The state of the wheel whose calendars have been written.
    private var published: Int?
    private let executor = QueueExecutor(label: "jalon.wheel")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        wheel: sending Wheel, directory: String, state: StateDirectory, clock: any WallClock,
        watch: ClockGuard, logger: Logger, trouble: String?,
        pulse: @escaping @Sendable () -> Void
    ) {
        self.wheel = wheel
        self.pulse = pulse
        self.trouble = trouble
        self.directory = directory
        self.state = state
        self.clock = clock
        self.watch = watch
        self.logger = logger
    }

    /// Decides what is due.
    ///
    /// - Returns: when there is something to do again.
    func turn() throws -> Instant? {
        pulse()
        if logged == nil { try beginLogging() }
        defer { logWhatHappened() }
        if let trouble = watch.trouble(), try !releaseClock(despite: trouble) { return nil }
        for answer in try wheel.carryOutOrders(at: clock.now()) {
            logger.log(
                level: answer.accepted ? .notice : .error, "an order was \(answer.accepted ? "carried out" : "refused")"
            )
        }
        let next = try wheel.turn(at: clock.now(), progress: pulse)
        try publishCalendars()
        return next
    }

    /// Reads the configuration anew and takes it where it is sound and harmless; answers every open order to reload.
    ///
    /// - Returns: a sentence for the status line.
    func reload() throws -> Order.Answer {
        let orders = try wheel.ledger.openOrders().compactMap { order in
            if case .reload(let fingerprint) = order.request { (id: order.id, accepts: fingerprint) } else { nil }
        }
        let answer = try take(accepting: Set(orders.compactMap(\.accepts)))
        // As long as the files are not in force, the status line says so.
        trouble = answer.accepted ? nil : answer.text
        logger.log(level: answer.accepted ? .notice : .error, "\(answer.text)")
        for order in orders { try wheel.ledger.answer(order.id, with: answer, at: clock.now()) }
        return answer
    }

    /// By which a mail that comes in is judged.
    func programme() throws -> Programme { wheel.office.programme }

    /// What the status line says.
    func status(next: Instant?) -> String {
        if let trouble = watch.trouble()?.description ?? trouble { return trouble }
        if let held = try? wheel.ledger.sendingHeld() { return held }
        if let words = try? wheel.standstillWords(at: clock.now()) { return words }
        let programme = wheel.configuration.programme
        if let held = try? wheel.ledger.heldThrough() {
            return "mails that were due until \(programme.zone.local(at: held)) wait; see `jalon outbox release`"
        }
        let when = next.map { "next: \(programme.zone.local(at: $0)) \(programme.zone.abbreviation(at: $0))" }
        return "relationships: \(programme.relationships.count); \(when ?? "nothing ahead")"
    }

    /// Answers the orders that are open while the clock is not to be trusted.
    ///
    /// - Returns: whether one of them says that the clock is right.
    private func releaseClock(despite trouble: ClockWatch.Trouble) throws -> Bool {
        let orders = try wheel.ledger.openOrders()
        let isReleased = orders.contains { $0.request == .release }
        for order in orders {
            switch order.request {
            // Nobody waits for the answer to these, and they are not given twice.
            case .reload, .incoming: continue
            case .release:
                watch.release()
                try wheel.ledger.answer(
                    order.id, with: Order.Answer(accepted: true, text: "the clock is taken as right"), at: clock.now())
            default:
                guard !isReleased else { continue }
                try wheel.ledger.answer(
                    order.id, with: Order.Answer(accepted: false, text: "\(trouble)"), at: clock.now())
            }
        }
        return isReleased
    }

    private func take(accepting accepted: Set<String>) throws -> Order.Answer {
        let configuration: Configuration
        do {
            configuration = try Check.configuration(in: directory, today: clock.today)
        } catch let error as ServiceError {
            return Order.Answer(accepted: false, text: "reload refused: \(error); the old configuration goes on")
        } catch let error as ConfigurationError {
            return Order.Answer(accepted: false, text: "reload refused: \(error); the old configuration goes on")
        }
        let consequences = try wheel.consequences(of: configuration, at: clock.now())
        if consequences.needsAcceptance, !accepted.contains(configuration.fingerprint) {
            return Order.Answer(
                accepted: false, text: Acceptance.question(consequences, fingerprint: configuration.fingerprint))
        }
        // The connections stand; only a start makes new ones.
        let before = wheel.configuration
        let hasOtherRoute = configuration.mail != before.mail || configuration.answers != before.answers
        try wheel.adopt(configuration, at: clock.now(), progress: pulse)
        try Acceptance.keep(configuration, in: state.acceptedPath)
        return Order.Answer(
            accepted: true,
            text: "configuration \(configuration.fingerprint) accepted; "
                + "\(consequences.items.count) announced meetings change"
                + (hasOtherRoute ? "; what has changed under `mail:` or `answers:` counts from the next start" : ""))
    }

    private func beginLogging() throws {
        logged = try wheel.ledger.lastJournalID()
        guard logger.logLevel <= .debug else { return }
        let logger = logger
        wheel.explain = { logger.debug("\($0)") }
    }

    /// One line for each thing that has happened, in the words of the ledger's journal.
    private func logWhatHappened() {
        guard let last = logged, let entries = try? wheel.ledger.journal(after: last) else { return }
        for entry in entries {
            let isTrouble = [JournalEntry.standstill, JournalEntry.damaged].contains(entry.entry.event)
            logger.log(level: isTrouble ? .error : .info, "\(entry.entry.withoutDetail)")
            logged = entry.id
        }
    }

    private func publishCalendars() throws {
        guard let path = wheel.configuration.publish, published != wheel.commits else { return }
        do {
            try wheel.publishCalendars(to: path, at: clock.now())
            published = wheel.commits
        } catch let error as ServiceError {
            // Mails matter more than files: the wheel goes on.
            logger.error("\(error)")
        }
    }
}
