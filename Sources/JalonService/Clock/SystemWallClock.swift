public import CivilTime
import Glibc

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
