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
    /// The possible times, in the order of their starts, days whole.
    public private(set) var candidates: [Candidate]
    /// Candidates, by their index and in order, on which a meeting stands already: every plan goes through them.
    public private(set) var standing: [Int]
    /// Minutes of which every length of a meeting is a multiple.
    let unit: Int32
    /// How many of them the demand can meet in a month at most.
    let mostUnitsInMonth: Int

    public enum Origin: Sendable, Hashable {
        /// The first meeting falls within two weeks of that day.
        case opens(Int)
        /// The last meeting was on that day.
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
        var unit = 0
        var longest = 0
        for candidate in candidates {
            longest = max(longest, Int(candidate.minutes))
            unit = Self.greatestCommonDivisor(unit, Int(candidate.minutes))
        }
        self.unit = Int32(max(1, unit))
        mostUnitsInMonth = (31 / max(1, rhythm.minimum) + 1) * longest / max(1, unit)
    }

    private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}

/// A time at which a demand could meet. Days and minutes are counted from an origin that all demands share.
public struct Candidate: Sendable, Hashable {
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
