/// The part of a demand's plan that a search may change: what lies on some days, between two meetings that stay.
struct Frame {
    /// Picks inside, as positions among all picks of the desk.
    var picks: Range<Int>
    var nodes: Range<Int>
    /// The day of the meeting before; nil where the rhythm begins inside.
    var before: Int?
    /// The day of the meeting after; nil where the rhythm ends inside.
    var after: Int?
}

extension Desk {
    /// - Parameter days: nil for all of them.
    func frame(of entry: Int, days: Range<Int32>? = nil) -> Frame {
        let it = entries[entry]
        let all = it.first..<it.first + it.count
        guard let days else { return Frame(picks: all, nodes: it.nodes, before: nil, after: nil) }
        var low = all.lowerBound
        while low < all.upperBound, nodes[Int(picks[low].node)].day < days.lowerBound { low += 1 }
        var high = low
        while high < all.upperBound, nodes[Int(picks[high].node)].day < days.upperBound { high += 1 }
        return Frame(
            picks: low..<high, nodes: firstNode(of: it, from: days.lowerBound)..<firstNode(of: it, from: days.upperBound),
            before: low > all.lowerBound ? Int(nodes[Int(picks[low - 1].node)].day) : nil,
            after: high < all.upperBound ? Int(nodes[Int(picks[high].node)].day) : nil)
    }

    private func firstNode(of entry: Entry, from day: Int32) -> Int {
        var low = entry.nodes.lowerBound
        var high = entry.nodes.upperBound
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: - What it costs

    /// From the meeting before a frame, or where the rhythm begins, to the first one in it.
    func costOfFirst(_ day: Int, _ entry: Entry, _ frame: Frame) -> Int {
        guard let before = frame.before else { return gaps[entry.gaps].rhythm.costOfFirst(on: day, from: entry.origin) }
        return gaps[entry.gaps].cost(day - before)
    }

    /// From the last meeting in a frame to the one after it, or to the end.
    func costOfLast(_ day: Int, _ entry: Entry, _ frame: Frame) -> Int {
        guard let after = frame.after else { return gaps[entry.gaps].rhythm.costOfEnd(days: entry.end - day) }
        return gaps[entry.gaps].cost(after - day)
    }

    /// Of no meeting inside a frame.
    func costOfNone(_ entry: Entry, _ frame: Frame) -> Int {
        if let after = frame.after { return costOfFirst(after, entry, frame) }
        guard let before = frame.before else {
            return gaps[entry.gaps].rhythm.costOfNone(from: entry.origin, to: entry.end)
        }
        return gaps[entry.gaps].rhythm.costOfEnd(days: entry.end - before)
    }

    /// Of some picks inside a frame, in order.
    func cost(of inside: some Collection<Pick>, _ entry: Entry, _ frame: Frame) -> Int {
        guard let first = inside.first else { return costOfNone(entry, frame) }
        var day = Int(nodes[Int(first.node)].day)
        var total = costOfFirst(day, entry, frame) + Int(options[Int(first.option)].cost)
        for pick in inside.dropFirst() {
            let next = Int(nodes[Int(pick.node)].day)
            total += gaps[entry.gaps].cost(next - day) + Int(options[Int(pick.option)].cost)
            day = next
        }
        return total + costOfLast(day, entry, frame)
    }
}
