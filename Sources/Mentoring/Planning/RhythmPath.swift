import CivilTime

/// The cheapest way through the possible days of one series: a shortest path whose steps are the gaps.
struct RhythmPath {
    /// A day on which a meeting can be, or on which one stands.
    struct Node {
        var date: CivilDate
        var cost: Int
        /// Stands already: every path goes through it.
        var isFixed: Bool
    }

    let rhythm: Rhythm
    /// In the order of their dates, each date once.
    let nodes: [Node]
    /// The last meeting that was held; nil where the first one is still ahead.
    let heldLast: CivilDate?
    let start: CivilDate
    let end: CivilDate

    /// The indices of the chosen nodes, in order; empty where there is no node.
    func cheapest() -> [Int] {
        guard !nodes.isEmpty else { return [] }
        var best = [Int](repeating: .max, count: nodes.count)
        var previous = [Int?](repeating: nil, count: nodes.count)
        // A path may not pass over a meeting that stands.
        var firstAllowed = 0
        var isFirst = true
        for index in nodes.indices {
            let node = nodes[index]
            if isFirst, let cost = costOfBeginning(at: node) { best[index] = cost }
            for earlier in firstAllowed..<index where best[earlier] < .max {
                let days = nodes[earlier].date.days(until: node.date)
                guard days >= rhythm.minimum || node.isFixed else { continue }
                let cost = best[earlier] + rhythm.cost(days: days)
                if cost < best[index] {
                    best[index] = cost
                    previous[index] = earlier
                }
            }
            if best[index] < .max { best[index] += node.cost }
            if node.isFixed {
                if best[index] == .max { best[index] = 0 }
                firstAllowed = index
                isFirst = false
            }
        }
        return path(endingAt: last(of: best, from: firstAllowed), previous)
    }

    private func costOfBeginning(at node: Node) -> Int? {
        guard let heldLast else { return rhythm.costOfStart(days: start.days(until: node.date)) }
        let days = heldLast.days(until: node.date)
        return days >= rhythm.minimum || node.isFixed ? rhythm.cost(days: days) : nil
    }

    private func last(of best: [Int], from first: Int) -> Int? {
        var found: (index: Int, cost: Int)?
        for index in first..<nodes.count where best[index] < .max {
            let cost = best[index] + rhythm.costOfEnd(days: nodes[index].date.days(until: end))
            if cost < found?.cost ?? .max { found = (index, cost) }
        }
        return found?.index
    }

    private func path(endingAt last: Int?, _ previous: [Int?]) -> [Int] {
        var path: [Int] = []
        var next = last
        while let index = next {
            path.append(index)
            next = previous[index]
        }
        return path.reversed()
    }
}
