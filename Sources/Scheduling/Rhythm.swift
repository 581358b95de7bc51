/// What the gaps between the meetings of a demand cost.
public struct Rhythm: Sendable, Hashable {
    /// Days between two meetings that cost nothing.
    public var window: ClosedRange<Int>
    public var maxGap: Int?
    /// Two meetings are at least so many days apart.
    public var minimum: Int
    /// Whether a late first meeting costs as a gap does, too, or each day beyond two weeks just the same.
    public var opensWithGap: Bool

    /// - Parameter maxGap: days beyond which a gap is worth a warning; nil for none.
    public init(window: ClosedRange<Int>, maxGap: Int?, minimum: Int, opensWithGap: Bool = false) {
        self.window = window
        self.maxGap = maxGap
        self.minimum = minimum
        self.opensWithGap = opensWithGap
    }

    /// Between two consecutive meetings.
    func cost(days: Int) -> Int {
        days < window.lowerBound ? 5 * (window.lowerBound - days) : costOfEnd(days: days)
    }

    /// From the last meeting to the end: being short costs nothing.
    func costOfEnd(days: Int) -> Int {
        let late = max(0, days - window.upperBound) * 3
        guard let maxGap, days > maxGap else { return late }
        return late + 50 + 10 * (days - maxGap)
    }

    /// Of a demand that has no meeting at all; nothing where none was due yet.
    func costOfNone(from origin: Demand.Origin, to end: Int) -> Int {
        switch origin {
        case .opens(let day):
            // Never less than one meeting, however late.
            return 100 + cost(days: max(0, end - day)) + (opensWithGap ? 2 * max(0, end - day - 14) : 0)
        case .met(let day):
            let days = max(0, end - day)
            return days > window.upperBound ? 100 + costOfEnd(days: days) : 0
        }
    }

    /// Of the first meeting; nil where it comes too soon after the one before.
    func costOfFirst(on day: Int, from origin: Demand.Origin) -> Int? {
        switch origin {
        case .opens(let first):
            return 2 * max(0, day - first - 14) + (opensWithGap ? costOfEnd(days: day - first) : 0)
        case .met(let last): return day - last >= minimum ? cost(days: day - last) : nil
        }
    }
}
