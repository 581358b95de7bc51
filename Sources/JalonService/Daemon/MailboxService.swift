import CivilTime
import CurlMail
import Ledger
import Logging
import ServiceLifecycle
import Synchronization

/// Looks at the mailbox with the answers, again and again.
struct MailboxService: Service {
    /// On the mailbox that there is by now; nil where none is looked at.
    let reader: @Sendable () -> MailboxReader?
    let routes: RouteKeeper
    let ledger: Ledger
    let clock: any WallClock
    /// Rung to look at once.
    let bell: Bell
    let logger: Logger

    /// Set when the service is to end: a look that is under way commits what it has and goes no further.
    private final class End: Sendable {
        private let isNear = Mutex(false)
        func come() { isNear.withLock { $0 = true } }
        var isHere: Bool { isNear.withLock(\.self) }
    }

    func run() async throws {
        let end = End()
        // What an earlier process has found may be mended.
        try? ledger.note(.mailbox, "")
        await withGracefulShutdownHandler {
            // A server that hangs does not keep the service from ending: what was not committed is read again.
            await cancelWhenGracefulShutdown { await lookForEver(until: end) }
        } onGracefulShutdown: {
            end.come()
        }
    }

    private func lookForEver(until end: End) async {
        var breaker = RouteBreaker()
        while !Task.isCancelled, !end.isHere {
            guard let reader = reader() else {
                await bell.sleep(for: .seconds(Self.longestSleep))
                continue
            }
            await look(through: reader, &breaker, until: end)
            let rest = breaker.restsUntil(at: clock.now()).map { max(1, clock.now().seconds(until: $0)) }
            await bell.sleep(for: .seconds(rest ?? routes.mailbox?.interval ?? Self.longestSleep))
        }
    }

    private func look(through reader: MailboxReader, _ breaker: inout RouteBreaker, until end: End) async {
        let before = breaker.state.kind
        let begins = ContinuousClock.now
        let work = Task { await reader.read { !end.isHere && ContinuousClock.now - begins < Self.longestLook } }
        guard let result = await first(of: work) else { return }
        switch result {
        case .success:
            breaker.worked()
            if before != breaker.state.kind { note("", .notice, isNew: true) }
        case .failure(.needsAdmin(let words)):
            breaker.needsAdmin(at: clock.now())
            note("suspended: \(words.withoutAddresses)", .error, isNew: breaker.state.kind != before)
        case .failure(let fault):
            breaker.failed(at: clock.now())
            note("down: \("\(fault)".withoutAddresses)", .warning, isNew: breaker.state.kind != before)
        }
    }

    /// A look that a server draws out ends, and the next goes on.
    private static let longestLook = Duration.seconds(900)

    /// What a look gives; nil where the service ends before.
    private func first(of look: Task<Result<Int, IMAPFault>, Never>) async -> Result<Int, IMAPFault>? {
        let (results, result) = AsyncStream.makeStream(of: Result<Int, IMAPFault>.self)
        let wait = Task { result.yield(await look.value) }
        defer { wait.cancel() }
        var next = results.makeAsyncIterator()
        // Ends at once where this task is cancelled.
        return await next.next()
    }

    /// Seconds; then a mailbox may be there.
    private static let longestSleep: Int64 = 30

    /// What the ledger is told of the mailbox is for people to read.
    private func note(_ words: String, _ level: Logger.Level, isNew: Bool) {
        try? ledger.note(.mailbox, words)
        guard isNew else { return }
        logger.log(
            level: level, "\(words.isEmpty ? "the mailbox is read again" : "answers cannot be read: \(words.forLog)")")
    }
}

extension RouteBreaker.State {
    fileprivate var kind: Int {
        switch self {
        case .working: 0
        case .resting: 1
        case .suspended: 2
        }
    }
}
