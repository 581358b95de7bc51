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
        let first = (cost: cost, chosen: chosen, costs: costs)
        var best = first
        var total = cost
        let length = steps / epochs
        // Where there is time for it, every other search begins anew: a good plan can lie far from another one.
        let beginsAnew = length > Self.stepsForBeginning * demands.indices.count { costs[$0] > bounds[$0] }
        for epoch in 0..<epochs {
            if beginsAnew, epoch > 0, epoch.isMultiple(of: 2) {
                restore(first.chosen, first.costs)
                total = first.cost
                search.lookAgain(at: self)
            }
            for step in 0..<length {
                if search.isDone { return }
                let heat = Self.heat(step, of: length)
                let before = total
                total += search.step(in: &self, heat: heat, wasBest: total < best.cost) { table in
                    best = (before, table.chosen, table.costs)
                }
                if step & 1023 == 0 { progress(epoch * length + step, steps) }
            }
            if total < best.cost { best = (total, chosen, costs) }
            if total > best.cost {
                restore(best.chosen, best.costs)
                total = best.cost
                search.lookAgain(at: self)
            }
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

    private mutating func restore(_ old: [[Int32]], _ oldCosts: [Int]) {
        let changed = demands.indices.filter { chosen[$0] != old[$0] }
        for index in changed { lift(index) }
        for index in changed { place(index, PathFinder.Path(chosen: old[index], cost: oldCosts[index])) }
    }
}

/// The state of an improvement: which demands could still gain, and where its random numbers stand.
struct Search {
    private var random: RandomSource
    /// Demands that cost more than their bound, in no order, and where each stands among them.
    private var hot: [Int32] = []
    private var positions: [Int32]
    private var group: [Int] = []
    private var saved: [PathFinder.Path] = []

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

    /// - Parameters:
    ///   - heat: how much dearer, in 1/1024, the outcome may be on average and be kept.
    ///   - wasBest: the plan before is the best so far; where it is given up, `keep` comes first.
    /// - Returns: by how much the plan costs more than before.
    mutating func step(in table: inout Timetable, heat: Int, wasBest: Bool, keep: (Timetable) -> Void) -> Int {
        chooseGroup(in: table)
        saved.removeAll(keepingCapacity: true)
        var before = 0
        for index in group {
            saved.append(PathFinder.Path(chosen: table.chosen[index], cost: table.costs[index]))
            before += table.costs[index]
            table.lift(index)
        }
        let salt = random.next()
        let frameDays = chooseDays(in: table)
        let days = Self.dayBiases[Int(salt & 7)]
        let isScarce = salt >> 3 & 1 == 0
        var after = 0
        let allowed = before + heat * random.exponential() / (1024 * 1024)
        var reached = group.count
        for (number, index) in group.enumerated() {
            // The last one takes the best that is left.
            let isLast = number == group.count - 1
            let months = isScarce ? Self.monthBiases[random.below(Self.monthBiases.count)] : 0
            let bias = isLast ? Bias.none : Bias(salt: salt &+ UInt64(index), days: days, months: months)
            let frame = frameDays.map { PathFinder.Frame(days: $0, kept: saved[number].chosen) }
            let path = table.bestPath(of: index, bias: bias, frame: frame)
            table.place(index, path)
            after += path.cost
            if after > allowed {
                reached = number + 1
                break
            }
        }
        if after <= allowed {
            if wasBest, after > before { remember(table, keep) }
            for index in group { note(index, table) }
            return after - before
        }
        for number in 0..<reached { table.lift(group[number]) }
        for (index, path) in zip(group, saved) { table.place(index, path) }
        return 0
    }

    /// Shows the plan as it was before the step.
    private func remember(_ table: Timetable, _ keep: (Timetable) -> Void) {
        var old = table
        for index in group { old.lift(index) }
        for (index, path) in zip(group, saved) { old.place(index, path) }
        keep(old)
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
