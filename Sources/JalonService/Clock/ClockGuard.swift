import CivilTime
import Ledger
import Logging
import Synchronization

/// The one watch over the clock that all who act by it ask; the ledger is told, so that other processes can say it.
final class ClockGuard: Sendable {
    private let watch: Mutex<ClockWatch>
    private let told = Mutex<ClockWatch.Trouble?>(nil)
    private let clock: any WallClock
    private let ledger: Ledger?
    private let logger: Logger

    /// - Parameters:
    ///   - latest: the latest instant that the ledger knows of.
    ///   - ledger: is told what is wrong; nil where nobody else asks.
    init(clock: any WallClock, latest: Instant?, ledger: Ledger? = nil, logger: Logger) {
        self.clock = clock
        self.ledger = ledger
        self.logger = logger
        watch = Mutex(ClockWatch(latest: latest))
        // What an earlier process has found is looked at anew.
        try? ledger?.note(.clock, "")
    }

    /// Why the time of day is not to be trusted; nil where it is.
    func trouble() -> ClockWatch.Trouble? {
        let (before, now) = watch.withLock { watch in
            (watch.trouble, watch.look(wall: clock.now(), boot: clock.sinceBoot()))
        }
        if let now, before == nil { logger.error("\(now)") }
        if before != nil, now == nil { logger.notice("the clock is trusted again") }
        tell(now)
        return now
    }

    func release() {
        watch.withLock { $0.release() }
        tell(nil)
        logger.notice("the clock is trusted again: a person says so")
    }

    /// For people to read: where it cannot be written, the log has it.
    private func tell(_ trouble: ClockWatch.Trouble?) {
        // Whoever hears of it next finds it written, and what comes later is written later.
        told.withLock { told in
            guard trouble?.rounded != told?.rounded else { return }
            told = trouble
            try? ledger?.note(.clock, trouble?.description ?? "")
        }
    }
}

extension ClockWatch.Trouble {
    /// To the quarter of an hour: time that passes makes it less with each look.
    fileprivate var rounded: Self {
        switch self {
        case .ahead(let by): .ahead(by: by / 900)
        case .behind(let by): .behind(by: by / 900)
        case .setBack(let by): .setBack(by: by / 900)
        }
    }
}
