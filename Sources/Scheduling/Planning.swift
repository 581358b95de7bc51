extension Timetable {
    /// Plans everything, as well as the effort allows.
    ///
    /// - Parameters:
    ///   - seed: the dates that each demand had, in order; what is still possible of them is where the search begins,
    ///     and a date is given up only for a cheaper plan. Empty, or with an empty list for a demand that had none.
    ///   - progress: called now and then with the steps done, and of how many.
    public mutating func plan(
        effort: Effort, from seed: [[Int32]] = [], progress: (Int, Int) -> Void = { _, _ in }
    ) {
        for (index, dates) in seed.enumerated() where !dates.isEmpty { take(dates, for: index) }
        planInTurn(Array(demands.indices))
        let open = demands.indices.count { costs[$0] > bounds[$0] }
        let steps = effort.steps(open: open, of: demands.count)
        improve(steps: steps, seed: UInt64(demands.count), progress: progress)
    }

    /// Gives a demand what it had, as far as that is still possible.
    private mutating func take(_ dates: [Int32], for index: Int) {
        lift(index)
        let all = Set(dates).union(demands[index].standing.map { Int32($0) }).sorted()
        let kept = PathFinder.Frame(days: 0..<0, kept: all)
        place(index, bestPath(of: index, frame: kept))
    }
}
