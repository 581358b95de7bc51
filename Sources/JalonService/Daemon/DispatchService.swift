import CivilTime
import Logging
import ServiceLifecycle

/// Sends what the outbox owes.
struct DispatchService: Service {
    let dispatcher: Dispatcher
    let routes: RouteKeeper
    let bell: Bell
    let clock: any WallClock
    let logger: Logger

    /// What `run` waits for.
    private enum Sign { case shutdown, done, outOfPatience }

    func run() async throws {
        let work = Task { try await sendForEver() }
        let (signs, sign) = AsyncStream.makeStream(of: Sign.self)
        let waits = [
            Task {
                try? await gracefulShutdown()
                sign.yield(.shutdown)
            },
            Task {
                _ = await work.result
                sign.yield(.done)
            },
        ]
        defer { for wait in waits { wait.cancel() } }
        var next = signs.makeAsyncIterator()
        guard await next.next() == .shutdown else { return try await work.value }
        await dispatcher.beginClosing()
        work.cancel()
        await bell.ring()
        // The mails in flight are finished; a server that hangs does not keep the service from ending. Its mail is
        // claimed, and the next start finds it so.
        let patience = Task {
            try? await Task.sleep(for: Self.patience)
            sign.yield(.outOfPatience)
        }
        if await next.next() == .done { await dispatcher.close() }
        patience.cancel()
    }

    /// Gives connections that are free what is due; each goes on by itself.
    private func sendForEver() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                var wait = Self.longestSleep
                do {
                    // A way that could not be built is looked at again each time, for a file may be there by now.
                    if routes.mend() { try await dispatcher.tryRouteNow() }
                    let (jobs, next) = try await dispatcher.jobs()
                    for job in jobs { group.addTask { try await work(job) } }
                    if let next { wait = min(wait, max(1, clock.now().seconds(until: next))) }
                } catch  where !error.endsTheService {
                    logger.error("\(error); trying again in \(wait) s")
                }
                await bell.sleep(for: .seconds(wait))
            }
        }
    }

    private func work(_ job: Dispatcher.Job) async throws {
        do {
            try await dispatcher.work(job)
        } catch  where !error.endsTheService {
            logger.error("\(error); what the server said is kept until it can be written down")
        }
    }

    /// Seconds; then the clock is looked at again, because it may have been set.
    private static let longestSleep: Int64 = 30
    private static let patience = Duration.seconds(45)
}
