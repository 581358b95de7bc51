import CivilTime
import Configuration
import Ledger
import Logging
import Mentoring

/// The wheel of the daemon: turned when something is due, given another configuration when an admin asks.
actor Engine {
    private var wheel: Wheel
    private let clock: any WallClock
    private let copy: AcceptedCopy
    private let routes: RouteKeeper
    private let directory: String
    private let watch: ClockGuard
    /// Nil where the ledger lives in memory.
    private let ledgerWatch: LedgerWatch?
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
    private let desk = ReadingDesk()

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        wheel: sending Wheel, directory: String, copy: AcceptedCopy, routes: RouteKeeper, clock: any WallClock,
        watch: ClockGuard, ledgerWatch: LedgerWatch? = nil, logger: Logger, trouble: String?,
        pulse: @escaping @Sendable () -> Void
    ) {
        self.wheel = wheel
        self.pulse = pulse
        self.trouble = trouble
        self.directory = directory
        self.copy = copy
        self.routes = routes
        self.clock = clock
        self.watch = watch
        self.ledgerWatch = ledgerWatch
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
    /// The files are read beside the wheel, which goes on with what is in force meanwhile.
    ///
    /// - Returns: a sentence for the status line.
    func reload() async throws -> Order.Answer {
        // An order that comes meanwhile may mean files as they are by then.
        let orders = try wheel.ledger.openOrders().compactMap { order in
            if case .reload(let fingerprint) = order.request { (id: order.id, accepts: fingerprint) } else { nil }
        }
        let answer =
            switch try await read() {
            case .success(let configuration): try take(configuration, accepting: Set(orders.compactMap(\.accepts)))
            case .failure(let refusal):
                Order.Answer(accepted: false, text: "reload refused: \(refusal); the old configuration goes on")
            }
        // As long as the files are not in force, the status line says so.
        trouble = answer.accepted ? nil : answer.text
        try wheel.ledger.note(.notInForce, trouble ?? "")
        logger.log(level: answer.accepted ? .notice : .error, "\(answer.text)")
        for order in orders { try wheel.ledger.answer(order.id, with: answer, at: clock.now()) }
        return answer
    }

    /// By which a mail that comes in is judged.
    func programme() throws -> Programme { wheel.office.programme }

    /// What the status line says.
    func status(next: Instant?) -> String {
        if let words = ledgerWatch?.words ?? watch.trouble()?.description { return words }
        let troubles = [trouble, routes.trouble].compactMap(\.self)
        if !troubles.isEmpty { return troubles.joined(separator: "; ") }
        if let held = try? wheel.ledger.sendingHeld() { return held }
        if let words = try? wheel.standstillWords(at: clock.now()) { return words }
        let programme = wheel.configuration.programme
        if let held = try? wheel.ledger.heldThrough() {
            return "mails that were due until \(programme.zone.local(at: held)) wait; see `jalon outbox release`"
        }
        let when = next.map { "next: \(programme.zone.local(at: $0)) \(programme.zone.abbreviation(at: $0))" }
        let kept = wheel.configuration.kept.count
        return "relationships: \(programme.relationships.count); \(when ?? "nothing ahead")"
            + (kept == 0 ? "" : "; calendars that count as they were before: \(kept), see `jalon check`")
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
                try wheel.ledger.trustClock(at: clock.now())
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

    /// The files as they are now, or what is wrong with them.
    private func read() async throws -> Result<Configuration, any Error> {
        do {
            return .success(
                try await desk.service(
                    in: directory, today: clock.today, known: KnownCalendars(of: wheel.configuration)))
        } catch let error as ServiceError {
            return .failure(error)
        } catch let error as ConfigurationError {
            return .failure(error)
        }
    }

    private func take(_ configuration: Configuration, accepting accepted: Set<String>) throws -> Order.Answer {
        logKept(configuration)
        let consequences = try wheel.consequences(of: configuration, at: clock.now()) { _ in pulse() }
        if consequences.needsAcceptance, !accepted.contains(configuration.fingerprint) {
            return Order.Answer(
                accepted: false,
                text: Acceptance.question(consequences, fingerprint: configuration.fingerprint, ledger: wheel.ledger))
        }
        do throws(ServiceError) {
            // Kept first: a start after a crash goes on with it, and never back to what was in force before.
            try copy.keep(configuration)
        } catch {
            return Order.Answer(accepted: false, text: "reload refused: \(error); the old configuration goes on")
        }
        // There are as many connections, at the same pace, until the next start.
        let before = wheel.configuration.mail
        let hasOtherPace =
            configuration.mail?.connections != before?.connections
            || configuration.mail?.pacePerMinute != before?.pacePerMinute
        try wheel.adopt(configuration, at: clock.now(), progress: pulse)
        routes.adopt(configuration)
        return Order.Answer(
            accepted: true,
            text: "configuration \(configuration.fingerprint) accepted; "
                + "\(consequences.items.count) announced meetings change"
                + (hasOtherPace ? "; another `pace:` or number of `connections:` counts from the next start" : ""))
    }

    /// A calendar's name may be its owner's: the place says enough.
    private func logKept(_ configuration: Configuration) {
        for place in configuration.kept {
            logger.warning("\(place): a calendar is not as it should be; what it said before stays in force")
        }
    }

    private func beginLogging() throws {
        logged = try wheel.ledger.lastJournalID()
        logKept(wheel.configuration)
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
        guard published != wheel.commits else { return }
        try wheel.tidyFormerCalendars()
        guard let path = wheel.configuration.publish else {
            published = wheel.commits
            return
        }
        do {
            try wheel.publishCalendars(to: path, at: clock.now())
            published = wheel.commits
        } catch is ServiceError {
            // Mails matter more than files: the wheel goes on. The name of a file may be a person's.
            logger.error("a calendar in \(path) cannot be written: no permission, or the disk is full")
        }
    }
}
