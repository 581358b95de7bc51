import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT, heard from before the process can be found by others.
///
/// Until the service runs nothing has left, and each change is a transaction: the process ends at once. Later the services
/// end in good order.
final class EndSignals: Sendable {
    private let sources: [DispatchSource]
    private let ends: AsyncStream<Void>
    private let isServing = Mutex(false)

    /// - Parameter atOnce: ends the process where the service does not run yet.
    init(atOnce: @escaping @Sendable () -> Never) async {
        let (stream, end) = AsyncStream.makeStream(of: Void.self)
        ends = stream
        // A queue of its own: the shared threads may all be busy with what a start reads and plans.
        let queue = DispatchQueue(label: "jalon.end", qos: .userInitiated)
        sources = [SIGTERM, SIGINT].compactMap {
            DispatchSource.makeSignalSource(signal: $0, queue: queue) as? DispatchSource
        }
        for source in sources {
            source.setEventHandler { [self] in
                isServing.withLock { isServing in
                    guard isServing else { atOnce() }
                    end.yield()
                }
            }
            await withCheckedContinuation { (ready: CheckedContinuation<Void, Never>) in
                source.setRegistrationHandler { ready.resume() }
                source.resume()
            }
        }
    }

    /// From now on a signal ends `wait`.
    func beginServing() { isServing.withLock { $0 = true } }

    func wait() async {
        for await _ in ends { return }
    }
}
