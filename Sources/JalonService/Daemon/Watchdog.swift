import Dispatch
import Synchronization

/// Tells systemd that the work goes on, fed by the work itself: a wheel that hangs feeds nothing, and the service is
/// started anew (systemd.service(5), WatchdogSec=).
final class Watchdog: Sendable {
    private let manager: ServiceManager
    private let last = Mutex<DispatchTime?>(nil)

    init(manager: ServiceManager) {
        self.manager = manager
    }

    /// Called with each piece of work; a second holds thousands of them, and systemd hears of one.
    @Sendable func feed() {
        let now = DispatchTime.now()
        let isDue = last.withLock { last in
            if let last, now < last + .seconds(1) { return false }
            last = now
            return true
        }
        if isDue { manager.alive() }
    }
}
