import CivilTime
import Synchronization

/// A clock that stands still until it is moved.
final class VirtualClock: WallClock {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    func now() -> Instant { instant.withLock(\.self) }

    /// Moves on; a clock of a rehearsal never goes back.
    func move(to later: Instant) {
        instant.withLock { $0 = max($0, later) }
    }
}
