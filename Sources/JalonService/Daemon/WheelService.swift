import CMalloc
import CivilTime
import Logging
import ServiceLifecycle

/// Turns the wheel when something is due.
struct WheelService: Service {
    let engine: Engine
    let bell: Bell
    /// Rung after each turn: there may be mails.
    let post: Bell
    let clock: any WallClock
    let manager: ServiceManager
    let logger: Logger
    /// What the first turn, which was before the services began, had to say.
    let firstStatus: String

    func run() async throws {
        // Only now are signals heard: whoever waits for READY may send one at once.
        manager.ready(status: firstStatus)
        logger.notice("started: \(firstStatus)")
        try await cancelWhenGracefulShutdown {
            try await self.turnForEver()
        }
    }

    private func turnForEver() async throws {
        while !Task.isCancelled {
            var wait = Self.longestSleep
            do {
                let next = try await engine.turn()
                manager.status(await engine.status(next: next))
                await post.ring()
                giveBackMemory()
                if let next { wait = min(wait, max(1, clock.now().seconds(until: next))) }
            } catch  where !error.endsTheService {
                // Nothing was written, so nothing is lost: the same is due at the next turn.
                logger.error("\(error); trying again in \(wait) s")
                manager.status("\(error)")
            }
            await bell.sleep(for: .seconds(wait))
        }
    }

    /// A plan of everything takes a lot of memory for a moment, and the allocator would keep it (glibc, malloc_trim(3)).
    private func giveBackMemory() {
        malloc_trim(0)
    }

    /// Seconds; then the clock is looked at again, because it may have been set.
    private static let longestSleep: Int64 = 30
}
