public import CivilTime
import GRDB
public import Mentoring

/// A firing, and what has become of it.
public struct FiringRecord: Sendable, Hashable {
    public var firing: Firing
    public var created: Instant
    /// `sent`, or why it did not go; nil while it is open.
    public var outcome: String?
    public var decided: Instant?
}

extension FiringRecord {
    init(row: Row) throws(LedgerError) {
        self.init(
            firing: try Firing(row: row), created: try row.instant("created", in: "firings"),
            outcome: try row.valueIfAny("outcome", in: "firings"),
            decided: try row.instantIfAny("decided", in: "firings"))
    }
}
