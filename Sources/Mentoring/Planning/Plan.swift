/// The meetings that a relationship should have ahead, and what could not be had.
public struct Plan: Sendable, Hashable {
    /// In the order of their start; announced meetings that stand are among them, with their id.
    public var slots: [Slot]
    public var warnings: [PlanningWarning]

    public init(slots: [Slot] = [], warnings: [PlanningWarning] = []) {
        self.slots = slots
        self.warnings = warnings
    }
}
