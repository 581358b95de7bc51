public import CivilTime

/// When a rule fires: `3 days before session`, `at start`, `60 days after end`.
public struct Trigger: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable { case before, at, after }

    /// A moment that a trigger counts from.
    public enum Anchor: Sendable, Hashable {
        /// The start of each meeting of a series.
        case series(Series.Name)
        /// The end of each meeting of a series.
        case endOf(Series.Name)
        case first(Series.Name)
        case last(Series.Name)
        case lastHeld(Series.Name)
        /// The relationship's first day, last day, and the day halfway between.
        case start, end, halfway

        /// The series whose meetings it follows; nil for an anchor of the relationship itself.
        public var series: Series.Name? {
            switch self {
            case .series(let name), .endOf(let name), .first(let name), .last(let name), .lastHeld(let name): name
            case .start, .end, .halfway: nil
            }
        }
    }

    /// How far from the anchor; none for `at`.
    public var offsets: [Offset]
    public var direction: Direction
    public var anchors: [Anchor]
    /// The hour in the recipient's zone, instead of the anchor's own; for offsets of days and longer.
    public var hour: LocalTime?

    public init(offsets: [Offset], direction: Direction, anchors: [Anchor], hour: LocalTime? = nil) {
        self.offsets = offsets
        self.direction = direction
        self.anchors = anchors
        self.hour = hour
    }
}
