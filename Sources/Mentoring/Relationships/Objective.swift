public import CivilTime

/// What a mentee wants to reach, and by what one will see it.
public struct Objective: Sendable, Hashable {
    public var goal: String
    public var indicator: String?
    public var by: CivilDate?

    public init(goal: String, indicator: String? = nil, by: CivilDate? = nil) {
        self.goal = goal
        self.indicator = indicator
        self.by = by
    }
}
