package import CivilTime
import Synchronization

/// A clock that stands still until it is moved.
package final class VirtualClock: WallClock {
    private struct State {
        var wall: Instant
        var boot: Int64 = 0
    }

    private let state: Mutex<State>

    package init(_ instant: Instant) {
        state = Mutex(State(wall: instant))
    }

    package func now() -> Instant { state.withLock(\.wall) }

    package func sinceBoot() -> Int64 { state.withLock(\.boot) }

    /// Time passes until an instant; it never goes back.
    package func move(to later: Instant) {
        state.withLock { state in
            let seconds = state.wall.seconds(until: later)
            guard seconds > 0 else { return }
            state.wall = later
            state.boot += seconds
        }
    }

    /// Somebody sets the clock: no time passes.
    package func set(to instant: Instant) {
        state.withLock { $0.wall = instant }
    }
}
