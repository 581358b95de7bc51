public import CivilTime

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
