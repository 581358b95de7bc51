import CivilTime

/// What the gaps between meetings of a series cost.
struct Rhythm: Sendable {
    /// Days between two meetings that cost nothing.
    let window: ClosedRange<Int>
    let maxGap: Int?
    /// Two meetings are at least so many days apart.
    let minimum: Int

    init(_ series: Series) {
        window = series.cadence.window
        maxGap = series.maxGap
        minimum = min(7, series.cadence.window.lowerBound)
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

    /// From the start to the first meeting, which falls in the first two weeks.
    func costOfStart(days: Int) -> Int {
        2 * max(0, days - 14)
    }
}
