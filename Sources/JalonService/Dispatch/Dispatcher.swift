import CivilTime
import CurlMail
import Ledger
import Logging

/// Sends what the outbox owes, as fast as the pace and the route allow.
///
/// It knows nothing of meetings: it claims, hands over, and records what the server said.
actor Dispatcher {
    private let ledger: Ledger
    private let connections: [SMTPConnection]
    private let clock: any WallClock
    private let secondsBetween: Double
    private let logger: Logger
    private var breaker = RouteBreaker()
    private let executor = QueueExecutor(label: "jalon.dispatch")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter pacePerMinute: the most mails a minute; nil for as many as the server takes.
    init(
        ledger: Ledger, connections: [SMTPConnection], clock: any WallClock, pacePerMinute: Int? = nil, logger: Logger
    ) {
        self.ledger = ledger
        self.connections = connections
        self.clock = clock
        secondsBetween = pacePerMinute.map { 60 / Double($0) } ?? 0
        self.logger = logger
    }

    /// What is left of an earlier process: claimed mails are owed again, handed-over ones are in doubt.
    func recover() throws {
        for entry in try ledger.recoverClaims(at: clock.now()) {
            logger.notice("mail \(entry.id) was under way when Jalon ended: it is \(entry.state.rawValue) now")
        }
    }

    /// Sends all that is due now.
    ///
    /// - Parameter sent: called with each mail that the server has taken, in the order of their sending.
    /// - Returns: when the outbox is to be looked at again; nil where nothing is owed.
    func sendDue(sent: @Sendable (OutboxEntry) throws -> Void = { _ in }) async throws -> Instant? {
        while !Task.isCancelled {
            let now = clock.now()
            guard let next = try ledger.nextMail() else { return nil }
            if let rest = breaker.restsUntil(at: now) { return max(rest, next) }
            guard next <= now else { return next }
            let batch = try ledger.claim(
                limit: connections.count, at: now, leaseUntil: now.adding(seconds: Self.leaseSeconds))
            // What is due and yet cannot be claimed waits for an earlier mail about the same meeting.
            guard !batch.isEmpty else { return now.adding(seconds: 30) }
            let verdicts = await hand(batch)
            for (entry, verdict) in verdicts.sorted(by: { $0.0.id < $1.0.id }) {
                if try settle(entry, verdict) { try sent(entry) }
            }
            if secondsBetween > 0 {
                try? await Task.sleep(for: .seconds(secondsBetween * Double(batch.count)))
            }
        }
        return nil
    }

    /// Ends the connections politely.
    func close() async {
        for connection in connections { await connection.close() }
    }

    /// Each mail over a connection of its own, all at once.
    private nonisolated func hand(_ batch: [OutboxEntry]) async -> [(OutboxEntry, Verdict)] {
        await withTaskGroup(of: (OutboxEntry, Verdict).self) { group in
            for (entry, connection) in zip(batch, connections) {
                group.addTask { (entry, await self.hand(entry, to: connection)) }
            }
            var verdicts: [(OutboxEntry, Verdict)] = []
            for await verdict in group { verdicts.append(verdict) }
            return verdicts
        }
    }

    private nonisolated func hand(_ entry: OutboxEntry, to connection: SMTPConnection) async -> Verdict {
        let ledger = self.ledger
        let clock = self.clock
        return await connection.send(entry.envelope, bytes: entry.bytes) {
            guard try ledger.record(.bodyHandedOver, for: entry, at: clock.now()) != nil else { throw ClaimLost() }
        }
    }

    /// - Returns: whether the server has the mail.
    private func settle(_ entry: OutboxEntry, _ verdict: Verdict) throws -> Bool {
        let now = clock.now()
        let after = try ledger.record(verdict.event, for: entry, at: now)
        switch verdict {
        case .routeDown(let words):
            if breaker.restsUntil(at: now) == nil { breaker.failed(at: now) }
            logger.warning("the mail server cannot be reached: \(words.withoutAddresses); mails stay owed")
        case .routeSuspended(let words):
            breaker.needsAdmin(at: now)
            logger.error("sending is suspended: \(words.withoutAddresses); mails stay owed, the next try is in an hour")
        case .aborted(let words):
            logger.error("mail \(entry.id) was not sent, because the ledger could not be written: \(words)")
            throw DispatchError.ledgerUnwritable(words)
        default:
            breaker.worked()
            let state = after?.state.rawValue ?? "no longer ours"
            let words = verdict.words.withoutAddresses
            let line: Logger.Message =
                "mail \(entry.id) (\(entry.template) to \(OpaqueID.of(entry.recipient))) is \(state): \(words)"
            if after?.state == .sent { logger.info(line) } else { logger.warning(line) }
        }
        return after?.state == .sent
    }

    /// Longer than a mail can take, so that a lease ends only with its owner.
    private static let leaseSeconds: Int64 = 1_200
}

/// Another process has claimed the mail since: this one must not finish it.
private struct ClaimLost: Error, CustomStringConvertible {
    var description: String { "another process has taken the mail over" }
}

/// Why the dispatcher cannot go on.
enum DispatchError: Error, CustomStringConvertible {
    case ledgerUnwritable(String)

    var description: String {
        switch self {
        case .ledgerUnwritable(let words): "nothing is sent while the ledger cannot be written: \(words)"
        }
    }
}

extension Verdict {
    /// What the verdict means for a mail in the outbox.
    fileprivate var event: OutboxEntry.Event {
        switch self {
        case .accepted(let reply): .accepted(words: reply.text)
        case .deferred(let reply): .askedToWait(words: reply.text)
        case .refused(let reply): .refused(words: reply.text)
        case .unknown(let words): .doubtful(words: words)
        case .routeDown(let words), .routeSuspended(let words), .aborted(let words): .routeFailed(words: words)
        }
    }

    fileprivate var words: String {
        switch self {
        case .accepted(let reply), .deferred(let reply), .refused(let reply): reply.text
        case .unknown(let words), .routeDown(let words), .routeSuspended(let words), .aborted(let words): words
        }
    }
}

extension Reply {
    fileprivate var text: String { "\(code) \(words)" }
}
