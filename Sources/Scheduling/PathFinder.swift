/// The cheapest dates for one demand while everybody else's stay: a shortest path over its possible days.
///
/// A step of the path costs what its gap costs, a day what its best free hour costs. How long the demand has met in the
/// month so far is part of the state where somebody's hours a month are limited, so that the limit is kept exactly.
struct PathFinder {
    /// Choices: indices of candidates, in order; and what they cost.
    struct Path: Sendable {
        var chosen: [Int32]
        var cost: Int
    }

    private struct Node {
        var day: Int32
        var month: Int32
        var cost: Int32
        var candidate: Int32
        /// How long it is, and how long the demand may meet in this month, this one included and standing ones aside; in
        /// units of the demand.
        var units: Int32
        var most: Int32
        var stands: Bool
    }

    private var nodes: [Node] = []
    private var best: [Int] = []
    private var previous: [Int32] = []
    private var anyBest: [Int] = []
    private var anyState: [Int32] = []
    private var leastSoFar: [Int] = []
    private var cursors: [Int] = []
    private var month: Int32 = .min
    private var room: Int32 = 0
    private var nextStanding = 0

    /// Days that may change; outside of them a demand keeps what it had, or gives it up.
    struct Frame {
        var days: Range<Int32>
        var kept: [Int32]
    }

    private static let never = Int.max / 4
    /// Lengths of time in a month that are told apart, at most.
    private static let mostStates = 512

    /// - Parameters:
    ///   - agendas: of everybody; the demand's own meetings are not in them, but for those that stand.
    ///   - closedDays: on which a companion meets.
    ///   - bias: makes the search come to other plans; what a path costs is told without it.
    mutating func path(
        for demand: Demand, agendas: [Agenda], buffer: Int32, closedDays: [Int32], bias: Bias = .none,
        frame: Frame? = nil
    ) -> Path {
        collectNodes(
            of: demand, agendas: agendas, buffer: buffer, closedDays: closedDays, bias: bias, frame: frame)
        let isLimited = demand.parties.contains { agendas[$0].limit != nil }
        let states = isLimited ? min(Self.mostStates, demand.mostUnitsInMonth + 1) : 2
        return cheapest(demand, states: states, isLimited: isLimited)
    }

    // MARK: - Days

    /// - Parameter frame: the days that may change, and what the demand had before; nil for all days.
    private mutating func collectNodes(
        of demand: Demand, agendas: [Agenda], buffer: Int32, closedDays: [Int32], bias: Bias, frame: Frame?
    ) {
        nodes.removeAll(keepingCapacity: true)
        cursors.removeAll(keepingCapacity: true)
        for _ in demand.parties { cursors.append(0) }
        month = .min
        nextStanding = 0
        guard let frame else {
            collect(0..<demand.candidates.count, demand, agendas, buffer, closedDays, bias)
            return
        }
        let inside = demand.indices(of: frame.days)
        // What stands is kept in any case.
        for kept in frame.kept where Int(kept) < inside.lowerBound {
            collect(Int(kept)..<Int(kept) + 1, demand, agendas, buffer, closedDays, .none)
        }
        collect(inside, demand, agendas, buffer, closedDays, bias)
        for kept in frame.kept where Int(kept) >= inside.upperBound {
            collect(Int(kept)..<Int(kept) + 1, demand, agendas, buffer, closedDays, .none)
        }
    }

    private mutating func collect(
        _ range: Range<Int>, _ demand: Demand, _ agendas: [Agenda], _ buffer: Int32, _ closedDays: [Int32],
        _ bias: Bias
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let day = demand.candidates[index].day
            if demand.candidates[index].month != month {
                month = demand.candidates[index].month
                room = .max
                for party in demand.parties { room = min(room, agendas[party].room(in: month)) }
            }
            var node = Node(day: day, month: month, cost: .max, candidate: -1, units: 1, most: 1, stands: false)
            let isClosed = !closedDays.isEmpty && closedDays.contains(day)
            let extra = bias.ofMonth(month) + bias.ofDay(day)
            while index < range.upperBound, demand.candidates[index].day == day {
                let candidate = demand.candidates[index]
                while nextStanding < demand.standing.count, demand.standing[nextStanding] < index { nextStanding += 1 }
                if nextStanding < demand.standing.count, demand.standing[nextStanding] == index {
                    node = Node(
                        day: day, month: month, cost: 0, candidate: Int32(index), units: 0, most: 0, stands: true)
                } else if !node.stands, !isClosed, Int32(candidate.minutes) <= room {
                    let cost = Int32(candidate.cost) + extra
                    if cost < node.cost, isFree(candidate, demand, agendas, buffer) {
                        node.cost = cost
                        node.candidate = Int32(index)
                        if room < .max {
                            node.units = Int32(candidate.minutes) / demand.unit
                            node.most = room / demand.unit
                        }
                    }
                }
                index += 1
            }
            if node.candidate >= 0 { nodes.append(node) }
        }
    }

    private mutating func isFree(
        _ candidate: Candidate, _ demand: Demand, _ agendas: [Agenda], _ buffer: Int32
    ) -> Bool {
        let start = candidate.start - buffer
        let end = candidate.end + buffer
        for (number, party) in demand.parties.enumerated() {
            let isFree = agendas[party].entries.withUnsafeBufferPointer { entries in
                var cursor = cursors[number]
                // Candidates come in the order of their starts, so what is over stays over.
                while cursor < entries.count, entries[cursor].end <= start { cursor += 1 }
                cursors[number] = cursor
                while cursor < entries.count, entries[cursor].start < end {
                    if entries[cursor].end > start { return false }
                    cursor += 1
                }
                return true
            }
            if !isFree { return false }
        }
        return true
    }

    // MARK: - Path

    private mutating func cheapest(_ demand: Demand, states: Int, isLimited: Bool) -> Path {
        let count = nodes.count
        let none = demand.rhythm.costOfNone(from: demand.origin, to: demand.end)
        guard count > 0 else { return Path(chosen: [], cost: none) }
        reset(count: count, states: states)
        var firstAllowed = 0
        var mayBegin = true
        for index in 0..<count {
            let node = nodes[index]
            if mayBegin {
                let first = demand.rhythm.costOfFirst(on: Int(node.day), from: demand.origin) ?? (node.stands ? 0 : nil)
                if let first { offer(first, from: -1, to: index, units: Int(node.units), states: states) }
            }
            extend(to: index, from: firstAllowed, demand.rhythm, states: states, isLimited: isLimited)
            if node.stands {
                firstAllowed = index
                mayBegin = false
            }
            leastSoFar[index] = min(index > firstAllowed ? leastSoFar[index - 1] : Self.never, anyBest[index])
        }
        return traced(demand, from: firstAllowed, none: mayBegin ? none : nil, states: states)
    }

    private mutating func reset(count: Int, states: Int) {
        best.removeAll(keepingCapacity: true)
        previous.removeAll(keepingCapacity: true)
        anyBest.removeAll(keepingCapacity: true)
        anyState.removeAll(keepingCapacity: true)
        leastSoFar.removeAll(keepingCapacity: true)
        best.append(contentsOf: repeatElement(Self.never, count: count * states))
        previous.append(contentsOf: repeatElement(-1, count: count * states))
        anyBest.append(contentsOf: repeatElement(Self.never, count: count))
        anyState.append(contentsOf: repeatElement(0, count: count))
        leastSoFar.append(contentsOf: repeatElement(Self.never, count: count))
    }

    /// The cheapest steps to a node from those before it.
    private mutating func extend(to index: Int, from firstAllowed: Int, _ rhythm: Rhythm, states: Int, isLimited: Bool)
    {
        let node = nodes[index]
        var earlier = index - 1
        while earlier >= firstAllowed {
            let days = Int(node.day - nodes[earlier].day)
            defer { earlier -= 1 }
            guard days >= rhythm.minimum || node.stands && nodes[earlier].stands else { continue }
            let gap = rhythm.cost(days: days)
            // Beyond the window a gap only grows dearer, so nothing before can be cheaper than this.
            if days > rhythm.window.upperBound, !isLimited || nodes[earlier].month != node.month,
                leastSoFar[earlier] + gap + Int(node.cost) >= best[index * states + Int(node.units)]
            {
                break
            }
            guard anyBest[earlier] < Self.never else { continue }
            if isLimited, nodes[earlier].month == node.month {
                for state in 0..<states where best[earlier * states + state] < Self.never {
                    offer(
                        best[earlier * states + state] + gap, from: Int32(earlier * states + state), to: index,
                        units: state + Int(node.units), states: states)
                }
            } else {
                offer(
                    anyBest[earlier] + gap, from: Int32(earlier * states) + anyState[earlier], to: index,
                    units: Int(node.units), states: states)
            }
        }
    }

    private mutating func offer(_ cost: Int, from origin: Int32, to index: Int, units: Int, states: Int) {
        let node = nodes[index]
        guard units < states, node.stands || units <= Int(node.most) else { return }
        let total = cost + Int(node.cost)
        let slot = index * states + units
        guard total < best[slot] else { return }
        best[slot] = total
        previous[slot] = origin
        if total < anyBest[index] {
            anyBest[index] = total
            anyState[index] = Int32(units)
        }
    }

    private func traced(_ demand: Demand, from first: Int, none: Int?, states: Int) -> Path {
        var least = none ?? Self.never
        var last: Int32 = -1
        for index in first..<nodes.count where anyBest[index] < Self.never {
            let cost = anyBest[index] + demand.rhythm.costOfEnd(days: demand.end - Int(nodes[index].day))
            if cost < least {
                least = cost
                last = Int32(index * states) + anyState[index]
            }
        }
        var chosen: [Int32] = []
        while last >= 0 {
            chosen.append(nodes[Int(last) / states].candidate)
            last = previous[Int(last)]
        }
        chosen.reverse()
        return Path(chosen: chosen, cost: demand.cost(of: chosen))
    }
}

extension Demand {
    /// The candidates that fall on some days.
    func indices(of days: Range<Int32>) -> Range<Int> {
        firstIndex(from: days.lowerBound)..<firstIndex(from: days.upperBound)
    }

    private func firstIndex(from day: Int32) -> Int {
        var low = 0
        var high = candidates.count
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What meeting at these candidates costs.
    func cost(of chosen: [Int32]) -> Int {
        guard let first = chosen.first else { return rhythm.costOfNone(from: origin, to: end) }
        var day = Int(candidates[Int(first)].day)
        var total = rhythm.costOfFirst(on: day, from: origin) ?? 0
        var isFirst = true
        for index in chosen {
            let candidate = candidates[Int(index)]
            if !isFirst { total += rhythm.cost(days: Int(candidate.day) - day) }
            day = Int(candidate.day)
            isFirst = false
            if !standing.contains(Int(index)) { total += Int(candidate.cost) }
        }
        return total + rhythm.costOfEnd(days: end - day)
    }
}
