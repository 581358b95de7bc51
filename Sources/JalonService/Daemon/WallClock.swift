public import CivilTime
import Foundation

/// The time of day; the daemon's is the system's, a rehearsal's is moved by hand.
public protocol WallClock: Sendable {
    func now() -> Instant
}

extension WallClock {
    /// The date in UTC, for what a day more or less does not matter to.
    public var today: CivilDate { Zone.utc.local(at: now()).date }
}

/// The system's clock.
public struct SystemWallClock: WallClock {
    public init() {}

    public func now() -> Instant {
        Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}
