extension Desk {
    /// Gives a demand the dates that it had, as far as they are still possible.
    ///
    /// - Parameter dates: indices of its candidates, in order.
    mutating func keep(_ dates: [Int32], of number: Int) {
        guard !dates.isEmpty else { return }
        let entry = entries[number]
        let minimum = gaps[entry.gaps].rhythm.minimum
        var kept = Array(picks[frame(of: number).picks])
        var wanted = Set(dates)
        for node in entry.nodes where !nodes[node].stands {
            for option in nodes[node].candidates where wanted.contains(options[Int(option)].index) {
                wanted.remove(options[Int(option)].index)
                let pick = Pick(node: Int32(node), option: option)
                let day = nodes[node].day
                // What stands is far enough away: other days were left out when the desk was laid.
                let isApart = !kept.contains {
                    !nodes[Int($0.node)].stands && abs(Int(nodes[Int($0.node)].day) - Int(day)) < minimum
                }
                guard isApart, isPossible(pick, of: entry) else { continue }
                enter(pick, of: number)
                kept.append(pick)
            }
        }
        kept.sort { $0.node < $1.node }
        set(kept[...], in: frame(of: number), of: number, cost: 0)
        settle(number)
    }

    /// - Returns: how many of some picks, from the first, found their time free.
    mutating func enterWhilePossible(_ some: ArraySlice<Pick>, of number: Int) -> Int {
        for (count, pick) in some.enumerated() {
            guard isPossible(pick, of: entries[number]) else { return count }
            enter(pick, of: number)
        }
        return some.count
    }

    /// Whether a meeting takes no time that is taken.
    private func isPossible(_ pick: Pick, of entry: Entry) -> Bool {
        let node = nodes[Int(pick.node)]
        if node.stands { return true }
        if entry.group >= 0, closed[entry.group].contains(node.day) { return false }
        let start = options[Int(pick.option)].start - buffer
        let end = start + node.minutes + 2 * buffer
        return parties[entry.parties].allSatisfy { party in
            let shelf = diaries.shelves[party]
            let spans = diaries.spans[shelf.first..<shelf.first + shelf.count]
            return node.minutes <= diaries.room[party * diaries.months + Int(node.month)]
                && spans.allSatisfy { $0.end <= start || end <= $0.start }
        }
    }
}
