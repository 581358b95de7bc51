import CivilTime
import Configuration
import JalonService
import Ledger
import Mentoring

/// A ledger to read, and the clock by which its programme's people read times.
struct Site {
    let ledger: Ledger
    let zone: Zone
    /// Seconds between the end of a meeting and the moment at which it counts.
    let patience: Int64

    /// Works with a configuration that has mistakes, or is not there: times are in UTC then.
    init(_ options: ConfigurationOptions, _ stateOptions: StateOptions) throws {
        ledger = try stateOptions.ledger()
        let configuration = try? Check.configuration(
            in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
        zone = configuration?.programme.zone ?? .utc
        patience = configuration?.programme.patience ?? 0
    }

    /// `2026-12-03 18:30 CET`
    func text(_ instant: Instant) -> String {
        let local = zone.local(at: instant)
        return "\(local.date) \(local.time) \(zone.abbreviation(at: instant))"
    }
}
