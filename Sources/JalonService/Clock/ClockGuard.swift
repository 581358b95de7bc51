import CivilTime
import Logging
import Synchronization

/// The one watch over the clock that all who act by it ask.
final class ClockGuard: Sendable {
    private let watch: Mutex<ClockWatch>
    private let clock: any WallClock
    private let logger: Logger

    init(clock: any WallClock, latest: Instant?, logger: Logger) {
        self.clock = clock
        self.logger = logger
        watch = Mutex(ClockWatch(latest: latest))
    }

    /// Why the time of day is not to be trusted; nil where it is.
    func trouble() -> ClockWatch.Trouble? {
        let (before, now) = watch.withLock { watch in
            (watch.trouble, watch.look(wall: clock.now(), boot: clock.sinceBoot()))
        }
        if let now, before == nil { logger.error("\(now)") }
        if before != nil, now == nil { logger.notice("the clock is trusted again") }
        return now
    }

    func release() {
        watch.withLock { $0.release() }
        logger.notice("the clock is trusted again: a person says so")
    }
}
