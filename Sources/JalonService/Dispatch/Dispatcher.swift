import CivilTime
import CurlMail
import Ledger
import Logging

/// Sends what the outbox owes, over several connections at the same time.
///
/// The clerk decides; this gives each of its mails to a connection that is free, and tells the ledger what became of
/// it. A connection that hangs holds up nothing but its own mail.
actor Dispatcher {
    /// A connection with its first mail; it goes on by itself with those that follow.
    struct Job: Sendable {
        fileprivate var connection: any MailTransport
        fileprivate var entry: OutboxEntry
    }

    private var clerk: Clerk
    private var idle: [any MailTransport]
    private let connections: [any MailTransport]
    private let ledger: Ledger
    private let recorder: Recorder
    private let clock: any WallClock
    /// Nil where nobody can set the clock.
    private let watch: ClockGuard?
    /// Nil where the ledger lives in memory.
    private let ledgerWatch: LedgerWatch?
    private let logger: Logger
    private var isClosing = false
    private let executor = QueueExecutor(label: "jalon.dispatch")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - pacePerMinute: the most mails a minute; nil for as many as the server takes.
    init(
        ledger: Ledger, connections: [any MailTransport], clock: any WallClock, pacePerMinute: Int? = nil,
        ledgerWatch: LedgerWatch? = nil, watch: ClockGuard? = nil, logger: Logger
    ) {
        self.ledger = ledger
        self.connections = connections
        idle = connections
        self.clock = clock
        self.watch = watch
        self.ledgerWatch = ledgerWatch
        self.logger = logger
        recorder = Recorder(ledger: ledger, watch: ledgerWatch)
        clerk = Clerk(ledger: ledger, connections: connections.count, pacePerMinute: pacePerMinute, logger: logger)
    }

    func recover() throws {
        try clerk.recover(at: clock.now())
    }

    /// Mails that may leave now, each with a connection that is free; and when to ask again.
    func jobs() throws -> (jobs: [Job], next: Instant?) {
        let now = clock.now()
        var jobs: [Job] = []
        while let connection = idle.last, let entry = try next(at: now) {
            idle.removeLast()
            jobs.append(Job(connection: connection, entry: entry))
        }
        return (jobs, try clerk.wakes(at: now))
    }

    /// Sends the job's mail and, on the same connection, those that follow until none may leave.
    ///
    /// - Parameter sent: called with each mail that the server has taken.
    func work(_ job: Job, sent: @escaping @Sendable (OutboxEntry) throws -> Void = { _ in }) async throws {
        defer { idle.append(job.connection) }
        try await withThrowingDiscardingTaskGroup { group in
            var entry: OutboxEntry? = job.entry
            while let current = entry {
                let verdict = try await hand(current, to: job.connection)
                let now = clock.now()
                clerk.conclude(verdict, for: current, at: now)
                let following = Result { try next(at: now) }
                let report = clerk.report(verdict, for: current, at: now)
                let isLast = (try? following.get()) == .some(nil)
                // The next mail need not wait for the disk, and what became of this one is told though there is none.
                group.addTask { try await self.settle(report, verdict, isLast: isLast, sent: sent) }
                entry = try following.get()
            }
        }
    }

    private func next(at now: Instant) throws -> OutboxEntry? {
        guard !isClosing, watch?.trouble() == nil, try ledgerWatch?.permits() ?? true else { return nil }
        return try clerk.next(at: now)
    }

    private func settle(
        _ report: Ledger.Report, _ verdict: Verdict, isLast: Bool, sent: @Sendable (OutboxEntry) throws -> Void
    ) async throws {
        let ruling = await recorder.record(report, isLast: isLast)
        if let mail = try clerk.settle(report, verdict, ruling) { try sent(mail) }
    }

    /// Sends all that is due now.
    ///
    /// - Returns: when the outbox is to be looked at again; nil where nothing is owed.
    func sendDue(sent: @escaping @Sendable (OutboxEntry) throws -> Void = { _ in }) async throws -> Instant? {
        while true {
            let (jobs, next) = try jobs()
            if jobs.isEmpty { return next }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for job in jobs { group.addTask { try await self.work(job, sent: sent) } }
                try await group.waitForAll()
            }
        }
    }

    /// Begins no mail any more, and gives back what it has not begun.
    func beginClosing() {
        isClosing = true
        try? clerk.giveBack(at: clock.now())
    }

    /// Ends the connections politely.
    func close() async {
        for connection in connections { await connection.close() }
    }

    /// Tries a route that rests at once: an admin may have mended it.
    func tryRouteNow() throws {
        try clerk.tryRouteNow()
    }

    private func hand(_ entry: OutboxEntry, to connection: any MailTransport) async throws -> Verdict {
        let bytes: [UInt8]
        do {
            guard let kept = try ledger.body(of: entry.id) else {
                // Given back, and not claimed again.
                try ledger.setAside(bodyOf: entry.id, at: clock.now())
                return .aborted("its text cannot be read in the ledger; it is set aside")
            }
            bytes = kept
        } catch {
            clerk.abandon(entry, at: clock.now())
            throw error
        }
        let (recorder, clock) = (self.recorder, self.clock)
        return await connection.send(entry.envelope, bytes: bytes) {
            let ruling = try recorder.record(Ledger.Report(.bodyHandedOver, for: entry, at: clock.now()))
            guard ruling.action == .finish else { throw NotWanted() }
        }
    }
}

/// The mail was withdrawn, or taken by somebody else, while it was on its way: it must not be ended.
private struct NotWanted: Error, CustomStringConvertible {
    var description: String { "it is no longer wanted, or another process has taken it over" }
}
