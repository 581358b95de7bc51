public import CivilTime

/// A distance from moments of a relationship: before, at or after them.
public struct Timing: Sendable, Hashable {
    /// How far from the anchor; none for `at`.
    public var offsets: [Offset]
    public var direction: Trigger.Direction
    public var anchors: [Trigger.Anchor]
    /// The hour in the recipient's zone, instead of the anchor's own; for offsets of days and longer.
    public var hour: LocalTime?

    public init(
        offsets: [Offset], direction: Trigger.Direction, anchors: [Trigger.Anchor], hour: LocalTime? = nil
    ) {
        self.offsets = offsets
        self.direction = direction
        self.anchors = anchors
        self.hour = hour
    }
}
