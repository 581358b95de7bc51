import Ledger
import Logging
import ServiceLifecycle
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

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // An order is not kept waiting by files that are read. One reading that is still to begin is for all who ask.
            let (reloads, reload) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in reloads { await readAnew() }
                }
                for await signal in signals {
                    // Whoever gives an order may have mended the way to the server, too.
                    try? await dispatcher.tryRouteNow()
                    if signal == .sighup { reload.yield() } else { await wheel.ring() }
                }
                reload.finish()
            }
        }
    }

    private func readAnew() async {
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
