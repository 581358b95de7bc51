public import CivilTime

/// When a rule fires.
public enum Trigger: Sendable, Hashable {
    /// `3 days before session`, `at start`, `60 days after end`.
    case timed(Timing)
    /// `when meeting is declined`; any one of them.
    case when([Event])
    /// `every monday at 08:00`.
    case every(DigestTime)

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

    public init(offsets: [Offset], direction: Direction, anchors: [Anchor], hour: LocalTime? = nil) {
        self = .timed(Timing(offsets: offsets, direction: direction, anchors: anchors, hour: hour))
    }

    public var timing: Timing? { if case .timed(let timing) = self { timing } else { nil } }

    /// What it counts from; none for events and digests.
    public var anchors: [Anchor] { timing?.anchors ?? [] }

    public var events: [Event] { if case .when(let events) = self { events } else { [] } }

    /// Whether what it is about is a meeting, or may be.
    public var concernsMeetings: Bool {
        anchors.contains { $0.series != nil } || events.contains(where: \.isAboutMeeting)
    }
}
