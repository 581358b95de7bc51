/// One series of one relationship that wants dates.
public struct Demand: Sendable {
    /// Who has to be there: indices of parties, at least one.
    public var parties: [Int]
    /// Demands with the same number never meet on the same day; nil where that does not matter.
    public var companions: Int?
    public var rhythm: Rhythm
    /// From where the rhythm counts.
    public var origin: Origin
    /// The number of the last day; what lies between the last meeting and it costs as a gap.
    public var end: Int
    /// The possible times, in the order of their days.
    public var candidates: [Candidate]
    /// Candidates, by their index and in order, on which a meeting stands already: every plan goes through them, they
    /// cost nothing by themselves, and they may lie too close together or take more than a month allows.
    public var standing: [Int]

    public enum Origin: Sendable, Hashable {
        /// The first meeting falls within two weeks of that day; each day more costs 2. No meeting at all costs 100
        /// and the gap from that day to the end.
        case opens(Int)
        /// The last meeting was on that day, and the rhythm counts from it. No meeting at all costs 100 and the gap to
        /// the end where that is longer than the window, otherwise nothing: none was due.
        case met(Int)
    }

    public init(
        parties: [Int], companions: Int? = nil, rhythm: Rhythm, origin: Origin, end: Int, candidates: [Candidate],
        standing: [Int] = []
    ) {
        self.parties = parties
        self.companions = companions
        self.rhythm = rhythm
        self.origin = origin
        self.end = end
        self.candidates = candidates
        self.standing = standing
    }

    /// What meeting at these candidates costs, given by their indices and in order.
    public func cost(of chosen: [Int32]) -> Int {
        guard let first = chosen.first else { return rhythm.costOfNone(from: origin, to: end) }
        var day = Int(candidates[Int(first)].day)
        var total = rhythm.costOfFirst(on: day, from: origin)
        var next = 0
        for (position, index) in chosen.enumerated() {
            let candidate = candidates[Int(index)]
            if position > 0 { total += rhythm.cost(days: Int(candidate.day) - day) }
            day = Int(candidate.day)
            while next < standing.count, standing[next] < Int(index) { next += 1 }
            if next == standing.count || standing[next] != Int(index) { total += Int(candidate.cost) }
        }
        return total + rhythm.costOfEnd(days: end - day)
    }
}
