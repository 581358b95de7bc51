/// A time at which a demand could meet. Days and minutes are counted from an origin that all demands share.
public struct Candidate: Sendable, Hashable {
    /// In minutes.
    public var start: Int32
    public var day: Int32
    /// Equal for the days of one calendar month.
    public var month: Int32
    public var minutes: Int16
    /// What this hour costs; 0 for the preferred one.
    public var cost: Int16

    public init(start: Int, day: Int, month: Int, minutes: Int, cost: Int) {
        self.start = Int32(clamping: start)
        self.day = Int32(clamping: day)
        self.month = Int32(clamping: month)
        self.minutes = Int16(clamping: minutes)
        self.cost = Int16(clamping: cost)
    }

    var end: Int32 { start + Int32(minutes) }
}
