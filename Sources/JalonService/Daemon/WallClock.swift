public import CivilTime
import Foundation

/// The time of day; the daemon's is the system's, a rehearsal's is moved by hand.
public protocol WallClock: Sendable {
    func now() -> Instant
}

/// The system's clock.
public struct SystemWallClock: WallClock {
    public init() {}

    public func now() -> Instant {
        Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}
