public import CivilTime

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

/// A date that the planner has chosen or that stands already.
public struct Slot: Sendable, Hashable {
    public var relationship: Relationship.ID
    public var series: Series.Name
    public var ordinal: Int
    public var merged: Meeting.Merged?
    public var start: LocalDateTime
    public var starts: Instant
    public var minutes: Int
    /// The announced meeting that stands here; nil for a date that is still free to move.
    public var standing: Meeting.ID?

    public init(
        relationship: Relationship.ID, series: Series.Name, ordinal: Int, merged: Meeting.Merged? = nil,
        start: LocalDateTime, starts: Instant, minutes: Int, standing: Meeting.ID? = nil
    ) {
        self.relationship = relationship
        self.series = series
        self.ordinal = ordinal
        self.merged = merged
        self.start = start
        self.starts = starts
        self.minutes = minutes
        self.standing = standing
    }

    public var span: Range<Instant> { starts..<starts.adding(seconds: Int64(minutes) * 60) }
}
