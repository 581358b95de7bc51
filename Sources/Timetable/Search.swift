/// Takes a few demands out that share somebody's time and puts them back in another order, again and again; what comes
/// out dearer is kept as well now and then, ever more rarely (simulated annealing over large neighbourhoods).
struct Search {
    private var random: RandomSource
    private var finder = PathFinder()
    /// Demands that cost more than their bound, in no order, and where each stands among them.
    private var hot: [Int32] = []
    private var positions: [Int32]
    private var group: [Int] = []
    private var frames: [Frame] = []
    private var old: [Desk.Pick] = []
    private var new: [Desk.Pick] = []
    private var ends: [Int] = []
    private var costs: [Int] = []

    init(of desk: Desk, seed: UInt64) {
        random = RandomSource(seed: seed)
        positions = [Int32](repeating: -1, count: desk.entries.count)
        lookAgain(at: desk)
    }

    /// Nobody can gain any more.
    var isDone: Bool { hot.isEmpty }

    mutating func lookAgain(at desk: Desk) {
        for number in desk.entries.indices { note(number, desk) }
    }

    private mutating func note(_ number: Int, _ desk: Desk) {
        let isHot = desk.entries[number].cost > desk.entries[number].bound
        let position = positions[number]
        if isHot, position < 0 {
            positions[number] = Int32(hot.count)
            hot.append(Int32(number))
        } else if !isHot, position >= 0 {
            let last = hot.removeLast()
            if Int(last) != number {
                hot[Int(position)] = last
                positions[Int(last)] = position
            }
            positions[number] = -1
        }
    }

    /// - Parameters:
    ///   - heat: how much dearer, in 1/1024, the outcome may be on average and be kept.
    ///   - willWorsen: called before a plan is given up for a dearer one.
    /// - Returns: by how much the plan costs more than before.
    mutating func step(on desk: inout Desk, heat: Int, willWorsen: (Desk) -> Void) -> Int {
        chooseGroup(on: desk)
        let before = takeOut(of: &desk)
        let salt = random.next()
        let days = Self.dayBiases[Int(salt & 7)]
        let isScarce = salt >> 3 & 1 == 0
        let allowed = before + heat * random.exponential() / (1024 * 1024)
        var after = 0
        new.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        costs.removeAll(keepingCapacity: true)
        for (place, number) in group.enumerated() {
            // The last one takes the best that is left.
            let isLast = place == group.count - 1
            let months = isScarce ? Self.monthBiases[random.below(Self.monthBiases.count)] : 0
            let bias = isLast ? Bias.none : Bias(salt: salt &+ UInt64(number), days: days, months: months)
            let cost = finder.find(number, frames[place], in: desk, bias: bias)
            for pick in finder.path { desk.enter(pick, of: number) }
            new.append(contentsOf: finder.path)
            ends.append(new.count)
            costs.append(cost)
            after += cost
            if after > allowed { break }
        }
        if after > allowed {
            putBack(on: &desk)
            return 0
        }
        if after > before { willWorsen(desk) }
        var first = 0
        for (place, number) in group.enumerated() {
            let inside = desk.cost(of: desk.picks[frames[place].picks], desk.entries[number], frames[place])
            let cost = desk.entries[number].cost - inside + costs[place]
            desk.set(new[first..<ends[place]], in: frames[place], of: number, cost: cost)
            first = ends[place]
            note(number, desk)
        }
        return after - before
    }

    /// - Returns: what the group costs inside its frames.
    private mutating func takeOut(of desk: inout Desk) -> Int {
        frames.removeAll(keepingCapacity: true)
        let days = chooseDays(on: desk)
        var cost = 0
        for number in group {
            let frame = desk.frame(of: number, days: days)
            frames.append(frame)
            cost += desk.cost(of: desk.picks[frame.picks], desk.entries[number], frame)
            for place in frame.picks { desk.leave(desk.picks[place], of: number) }
        }
        return cost
    }

    private func putBack(on desk: inout Desk) {
        var first = 0
        for (end, number) in zip(ends, group) {
            for pick in new[first..<end] { desk.leave(pick, of: number) }
            first = end
        }
        for (frame, number) in zip(frames, group) {
            for place in frame.picks { desk.enter(desk.picks[place], of: number) }
        }
    }

    /// A few months around one of the meetings, or now and then all days.
    private mutating func chooseDays(on desk: Desk) -> Range<Int32>? {
        let entry = desk.entries[group[0]]
        guard random.below(8) > 0, !entry.nodes.isEmpty else { return nil }
        let node =
            entry.count > 0
            ? Int(desk.picks[entry.first + random.below(entry.count)].node)
            : entry.nodes.lowerBound + random.below(entry.nodes.count)
        let day = desk.nodes[node].day
        let reach = Int32(20 + random.below(70))
        return day - reach..<day + reach
    }

    private static let dayBiases: [UInt64] = [0, 0, 0, 0, 1, 1, 3, 7]
    private static let monthBiases = [0, 4, 8, 12, 16, 24, 32, 48, 64]

    /// One that could gain, and a few that share somebody's time with it.
    private mutating func chooseGroup(on desk: Desk) {
        let one = hot[random.below(hot.count)]
        let two = hot[random.below(hot.count)]
        let excess = { (number: Int32) in desk.entries[Int(number)].cost - desk.entries[Int(number)].bound }
        let first = Int(excess(one) >= excess(two) ? one : two)
        group.removeAll(keepingCapacity: true)
        group.append(first)
        var wanted = (random.below(3) == 0 ? 4 + random.below(6) : 1 + random.below(4))
        var tries = 0
        var centre = first
        while wanted > 0, tries < 24, !desk.entries[centre].parties.isEmpty {
            tries += 1
            let parties = desk.entries[centre].parties
            let party = desk.parties[parties.lowerBound + random.below(parties.count)]
            let near = desk.entriesOfParty[party]
            let other = Int(near[random.below(near.count)])
            if !group.contains(other) {
                group.append(other)
                wanted -= 1
            }
            // Now and then on along the chain.
            centre = random.below(4) == 0 ? other : first
        }
        if random.below(2) == 0 {
            for place in stride(from: group.count - 1, to: 0, by: -1) { group.swapAt(place, random.below(place + 1)) }
        }
    }
}
