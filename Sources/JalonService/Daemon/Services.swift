import CivilTime
import Ledger
import Logging
import ServiceLifecycle
import UnixSignals

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
        await cancelWhenGracefulShutdown {
            await self.turnForEver()
        }
    }

    private func turnForEver() async {
        while !Task.isCancelled {
            var wait = Self.longestSleep
            do {
                let next = try await engine.turn()
                manager.status(await engine.status(next: next))
                await post.ring()
                if let next { wait = min(wait, max(1, clock.now().seconds(until: next))) }
            } catch {
                // Nothing was written, so nothing is lost: the same is due at the next turn.
                logger.error("\(error); trying again in \(wait) s")
                manager.status("\(error)")
            }
            await bell.sleep(for: .seconds(wait))
        }
    }

    /// Seconds; then the clock is looked at again, because it may have been set.
    private static let longestSleep: Int64 = 30
}

/// Sends what the outbox owes.
struct DispatchService: Service {
    let dispatcher: Dispatcher
    let bell: Bell
    let clock: any WallClock
    let logger: Logger

    func run() async throws {
        let work = Task { await sendForEver() }
        try? await gracefulShutdown()
        work.cancel()
        await bell.ring()
        // The mail in flight is finished; a server that hangs does not keep the service from ending. Its mail is
        // claimed, and the next start finds it so.
        let (ends, signal) = AsyncStream.makeStream(of: Bool.self)
        let waits = [
            Task {
                await work.value
                signal.yield(true)
            },
            Task {
                try? await Task.sleep(for: Self.patience)
                signal.yield(false)
            },
        ]
        if await ends.first(where: { _ in true }) == true { await dispatcher.close() }
        for wait in waits { wait.cancel() }
    }

    private func sendForEver() async {
        while !Task.isCancelled {
            var wait = Self.longestSleep
            do {
                if let next = try await dispatcher.sendDue() {
                    wait = min(wait, max(1, clock.now().seconds(until: next)))
                }
            } catch {
                logger.error("\(error)")
            }
            await bell.sleep(for: .seconds(wait))
        }
    }

    private static let longestSleep: Int64 = 30
    private static let patience = Duration.seconds(45)
}

/// Listens for signals: SIGHUP where an admin wants the configuration to be read anew, SIGUSR1 where a command has
/// given an order.
struct SignalService: Service {
    let engine: Engine
    let wheel: Bell
    let post: Bell
    let manager: ServiceManager
    /// Set up before READY: a signal that nobody expects would end the process.
    let signals: UnixSignalsSequence

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await signal in signals {
                guard signal == .sighup else {
                    await wheel.ring()
                    continue
                }
                manager.reloading(status: "reading the configuration")
                let status: String
                do {
                    status = try await engine.reload().text
                } catch {
                    status = "reload failed: \(error)"
                }
                manager.ready(status: status)
                await wheel.ring()
                await post.ring()
            }
        }
    }
}
