import Scheduling

/// Small problems, drawn but the same in each run.
struct RandomDemand {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// From 0 up to but not including a bound.
    mutating func roll(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// Two hours a day on some of the days, of months of ten days.
    mutating func demand(parties: [Int], days: Int, companions: Int? = nil, lengths: [Int] = [90]) -> Demand {
        var day = roll(3)
        var candidates: [Candidate] = []
        for _ in 0..<days {
            for hour in [1_080, 1_140] {
                candidates.append(
                    Candidate(
                        start: day * 1_440 + hour, day: day, month: day / 10, minutes: lengths[roll(lengths.count)],
                        cost: roll(4)))
            }
            day += 1 + roll(4)
        }
        let standing = roll(3) == 0 ? [roll(candidates.count)] : []
        let least = 2 + roll(3)
        return Demand(
            parties: parties, companions: companions,
            rhythm: Rhythm(
                window: least + 1...least + 1 + roll(3), maxGap: roll(2) == 0 ? least + 6 : nil, minimum: least,
                opensWithGap: roll(2) == 0),
            origin: roll(2) == 0 ? .opens(roll(3)) : .met(-roll(6)), end: day + roll(5), candidates: candidates,
            standing: standing)
    }

    /// Somebody who has a meeting elsewhere, or hours a month, or neither.
    mutating func party() -> Party {
        let day = roll(20)
        let taken = Party.Taken(
            minutes: day * 1_440 + 1_100..<day * 1_440 + 1_160, month: day / 10, blocks: roll(4) > 0)
        return Party(minutesPerMonth: roll(2) == 0 ? 180 + 30 * roll(6) : nil, taken: roll(2) == 0 ? [taken] : [])
    }
}
