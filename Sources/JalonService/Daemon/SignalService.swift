import Ledger
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Listens for signals: SIGHUP where an admin wants the configuration to be read anew, SIGUSR1 where a command has
/// given an order.
struct SignalService: Service {
    let engine: Engine
    let dispatcher: Dispatcher
    let wheel: Bell
    let post: Bell
    /// Rung where the files were read anew: a mailbox may have been mended.
    let mailbox: Bell
    let manager: ServiceManager
    /// Set up before READY: a signal that nobody expects would end the process.
    let signals: UnixSignalsSequence

    /// Signals that have come and are not acted upon yet; several of a kind are one.
    private final class Calls: Sendable {
        private let waiting = Mutex<Set<UnixSignal>>([])
        func add(_ signal: UnixSignal) { waiting.withLock { _ = $0.insert(signal) } }
        func take() -> Set<UnixSignal> {
            waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let (calls, ear) = (Calls(), Bell())
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await signal in signals {
                        calls.add(signal)
                        await ear.ring()
                    }
                }
                while !Task.isCancelled {
                    await ear.sleep(for: .seconds(3_600))
                    await answer(calls.take())
                }
            }
        }
    }

    private func answer(_ calls: Set<UnixSignal>) async {
        guard !calls.isEmpty else { return }
        // Whoever gives an order may have mended the way to the server, too.
        try? await dispatcher.tryRouteNow()
        guard calls.contains(.sighup) else { return await wheel.ring() }
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
        await mailbox.ring()
    }
}
