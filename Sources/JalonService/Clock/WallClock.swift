public import CivilTime

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
