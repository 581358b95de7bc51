public import CivilTime
public import Mentoring

/// A firing that is due, and since when the ledger has known of it.
public struct DueFiring: Sendable, Hashable {
    public var firing: Firing
    public var created: Instant
}
