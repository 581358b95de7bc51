/// What every gap costs under a rhythm, looked up instead of computed.
struct Gaps {
    let rhythm: Rhythm
    let costs: [Int]

    /// - Parameter longest: days of the longest gap that is likely; longer ones are computed.
    init(_ rhythm: Rhythm, longest: Int) {
        self.rhythm = rhythm
        costs = (0...max(0, min(longest, Self.most))).map { rhythm.cost(days: $0) }
    }

    /// Between two consecutive meetings.
    func cost(_ days: Int) -> Int {
        costs.indices.contains(days) ? costs[days] : rhythm.cost(days: days)
    }

    private static let most = 20_000
}
