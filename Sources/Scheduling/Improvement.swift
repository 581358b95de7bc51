extension Timetable {
    /// Plans every demand, one after the other and then in rounds, until no single one can gain.
    ///
    /// - Parameter order: which comes first; all of them, or those that have changed.
    mutating func planInTurn(_ order: [Int]) {
        for index in order { replan(index) }
        for _ in 0..<Self.mostRounds {
            var gain = 0
            for index in order where costs[index] > bounds[index] { gain += replan(index) }
            if gain == 0 { break }
        }
    }

    private static let mostRounds = 20

    /// Takes a few demands out that share somebody's time and puts them back in another order, again and again; what
    /// comes out dearer is kept as well now and then, ever more rarely (threshold accepting, Dueck and Scheuer, 1990).
    mutating func improve(steps: Int, seed: UInt64, progress: (Int, Int) -> Void) {
        var search = Search(of: self, seed: seed)
        guard steps > 0, !search.isDone else { return }
        let epochs = max(1, min(Self.mostEpochs, steps / Self.leastStepsInEpoch))
        let length = steps / epochs
        // Where there is time for it, every other search begins anew: a good plan can lie far from another one.
        let beginsAnew = length > Self.stepsForBeginning * demands.indices.count { costs[$0] > bounds[$0] }
        let first = beginsAnew ? Outcome(self) : nil
        var best = first
        for epoch in 0..<epochs {
            if let first, epoch > 0, epoch.isMultiple(of: 2) {
                first.restore(in: &self)
                search.lookAgain(at: self)
            }
            for step in 0..<length {
                if search.isDone { return }
                search.step(in: &self, heat: Self.heat(step, of: length))
                if step & 1023 == 0 { progress(epoch * length + step, steps) }
            }
            search.returnToBest(in: &self)
            guard let known = best else { continue }
            if cost < known.cost { best = Outcome(self) }
            if epoch.isMultiple(of: 2) || epoch == epochs - 1 { best?.restore(in: &self) }
            search.lookAgain(at: self)
        }
    }

    /// A plan that can be come back to.
    private struct Outcome {
        let cost: Int
        private let chosen: [[Int32]]
        private let costs: [Int]

        init(_ table: Timetable) {
            cost = table.cost
            chosen = table.chosen
            costs = table.costs
        }

        func restore(in table: inout Timetable) {
            let changed = table.demands.indices.filter { table.chosen[$0] != chosen[$0] }
            for index in changed { table.lift(index) }
            for index in changed { table.place(index, PathFinder.Path(chosen: chosen[index], cost: costs[index])) }
        }
    }

    /// In 1/1024 of a unit of cost.
    private static func heat(_ step: Int, of length: Int) -> Int {
        let left = 1024 - step * 1024 / length
        return hottest * left / 1024 * left / 1024 + coldest
    }

    private static let hottest = 16 * 1024
    private static let coldest = 200
    private static let mostEpochs = 12
    private static let stepsForBeginning = 1_000
    private static let leastStepsInEpoch = 5_000
}

/// The state of an improvement: which demands could still gain, and where its random numbers stand.
struct Search {
    private var random: RandomSource
    /// Demands that cost more than their bound, in no order, and where each stands among them.
    private var hot: [Int32] = []
    private var positions: [Int32]
    private var group: [Int] = []
    private var saved: [PathFinder.Path] = []
    /// What the plan costs more than the best of this search, and what its demands had before they were changed since.
    private var excess = 0
    private var undo: [(index: Int, path: PathFinder.Path)] = []

    init(of table: Timetable, seed: UInt64) {
        random = RandomSource(seed: seed)
        positions = [Int32](repeating: -1, count: table.demands.count)
        lookAgain(at: table)
    }

    var isDone: Bool { hot.isEmpty }

    mutating func lookAgain(at table: Timetable) {
        for index in table.demands.indices { note(index, table) }
    }

    private mutating func note(_ index: Int, _ table: Timetable) {
        let isHot = table.costs[index] > table.bounds[index]
        let position = positions[index]
        if isHot, position < 0 {
            positions[index] = Int32(hot.count)
            hot.append(Int32(index))
        } else if !isHot, position >= 0 {
            let last = hot.removeLast()
            if Int(last) != index {
                hot[Int(position)] = last
                positions[Int(last)] = position
            }
            positions[index] = -1
        }
    }

    /// Plans a group anew, and keeps the outcome where it costs less, or not too much more.
    ///
    /// - Parameter heat: how much dearer, in 1/1024, the outcome may be on average and be kept.
    mutating func step(in table: inout Timetable, heat: Int) {
        chooseGroup(in: table)
        saved.removeAll(keepingCapacity: true)
        var before = 0
        for index in group {
            saved.append(PathFinder.Path(chosen: table.chosen[index], cost: table.costs[index]))
            before += table.costs[index]
            table.lift(index)
        }
        let allowed = before + heat * random.exponential() / (1024 * 1024)
        let (after, reached) = placeGroup(in: &table, allowed: allowed)
        guard after <= allowed else {
            for number in 0..<reached { table.lift(group[number]) }
            for (index, path) in zip(group, saved) { table.place(index, path) }
            return
        }
        for index in group { note(index, table) }
        excess += after - before
        if excess < 0 {
            excess = 0
            undo.removeAll(keepingCapacity: true)
        } else if excess > 0 || !undo.isEmpty {
            for (index, path) in zip(group, saved) { undo.append((index, path)) }
        }
    }

    /// - Returns: what the group costs now, and how many of it have been placed; fewer than all where it is too dear.
    private mutating func placeGroup(in table: inout Timetable, allowed: Int) -> (cost: Int, reached: Int) {
        let salt = random.next()
        let frameDays = chooseDays(in: table)
        let days = Self.dayBiases[Int(salt & 7)]
        let isScarce = salt >> 3 & 1 == 0
        var after = 0
        for (number, index) in group.enumerated() {
            // The last one takes the best that is left.
            let isLast = number == group.count - 1
            let months = isScarce ? Self.monthBiases[random.below(Self.monthBiases.count)] : 0
            let bias = isLast ? Bias.none : Bias(salt: salt &+ UInt64(index), days: days, months: months)
            let frame = frameDays.map { PathFinder.Frame(days: $0, kept: saved[number].chosen) }
            let path = table.bestPath(of: index, bias: bias, frame: frame)
            table.place(index, path)
            after += path.cost
            if after > allowed { return (after, number + 1) }
        }
        return (after, group.count)
    }

    /// Takes back what has been done since the best plan of this search.
    mutating func returnToBest(in table: inout Timetable) {
        // In a group that was planned anew several times its first state is the one that counts.
        var first: [Int: PathFinder.Path] = [:]
        for (index, path) in undo.reversed() { first[index] = path }
        let changed = first.sorted { $0.key < $1.key }
        for (index, _) in changed { table.lift(index) }
        for (index, path) in changed { table.place(index, path) }
        for (index, _) in changed { note(index, table) }
        undo.removeAll(keepingCapacity: true)
        excess = 0
    }

    /// A few months around a day of the year, or mostly all days.
    private mutating func chooseDays(in table: Timetable) -> Range<Int32>? {
        guard random.below(4) > 0, let some = saved[0].chosen.isEmpty ? nil : saved[0].chosen else { return nil }
        let demand = table.demands[group[0]]
        let day = demand.candidates[Int(some[random.below(some.count)])].day
        let reach = Int32(20 + random.below(70))
        return day - reach..<day + reach
    }

    private static let dayBiases: [UInt64] = [0, 0, 0, 0, 1, 1, 3, 7]
    private static let monthBiases: [Int32] = [0, 4, 8, 12, 16, 24, 32, 48, 64]

    /// One that could gain, and a few that share somebody's time with it.
    private mutating func chooseGroup(in table: Timetable) {
        let one = hot[random.below(hot.count)]
        let two = hot[random.below(hot.count)]
        let excess = { (index: Int32) in table.costs[Int(index)] - table.bounds[Int(index)] }
        let first = Int(excess(one) >= excess(two) ? one : two)
        group.removeAll(keepingCapacity: true)
        group.append(first)
        var wanted = (random.below(3) == 0 ? 4 + random.below(6) : 1 + random.below(4))
        var tries = 0
        var centre = first
        while wanted > 0, tries < 24 {
            tries += 1
            let parties = table.demands[centre].parties
            let near = table.neighbours(of: centre, through: parties[random.below(parties.count)])
            guard !near.isEmpty else { continue }
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
