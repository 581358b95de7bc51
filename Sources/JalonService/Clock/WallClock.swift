public import CivilTime
import Glibc

/// The time of day; the daemon's is the system's, a rehearsal's is moved by hand.
public protocol WallClock: Sendable {
    func now() -> Instant
    /// Seconds since the machine was started, suspended or not; nobody can set it.
    func sinceBoot() -> Int64
}

extension WallClock {
    /// The date in UTC, for what a day more or less does not matter to.
    public var today: CivilDate { Zone.utc.local(at: now()).date }
}

/// The system's clock.
public struct SystemWallClock: WallClock {
    public init() {}

    public func now() -> Instant { Instant(secondsSinceEpoch: Self.seconds(CLOCK_REALTIME)) }

    public func sinceBoot() -> Int64 { Self.seconds(CLOCK_BOOTTIME) }

    private static func seconds(_ clock: Int32) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec)
    }
}
