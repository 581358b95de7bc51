extension Desk {
    /// Takes a meeting's time, unless it stands and has it already.
    mutating func enter(_ pick: Pick, of entry: Int) {
        guard !nodes[Int(pick.node)].stands else { return }
        occupy(pick, of: entry)
    }

    mutating func occupy(_ pick: Pick, of entry: Int) {
        let node = nodes[Int(pick.node)]
        let start = options[Int(pick.option)].start
        let span = Diaries.Span(start: start, end: start + node.minutes)
        for party in entries[entry].parties {
            diaries.enter(span, of: parties[party])
            diaries.use(node.minutes, of: parties[party], in: Int(node.month))
        }
        if entries[entry].group >= 0 { closed[entries[entry].group].append(node.day) }
    }

    /// Gives a meeting's time back, unless it stands.
    mutating func leave(_ pick: Pick, of entry: Int) {
        guard !nodes[Int(pick.node)].stands else { return }
        vacate(pick, of: entry)
    }

    mutating func vacate(_ pick: Pick, of entry: Int) {
        let node = nodes[Int(pick.node)]
        let start = options[Int(pick.option)].start
        let span = Diaries.Span(start: start, end: start + node.minutes)
        for party in entries[entry].parties {
            diaries.remove(span, of: parties[party])
            diaries.use(-node.minutes, of: parties[party], in: Int(node.month))
        }
        let group = entries[entry].group
        if group >= 0, let index = closed[group].firstIndex(of: node.day) { closed[group].remove(at: index) }
    }

    /// Puts other picks into a frame; the diaries know already.
    mutating func set(_ new: ArraySlice<Pick>, in frame: Frame, of entry: Int, cost: Int) {
        let last = entries[entry].first + entries[entry].count
        let growth = new.count - frame.picks.count
        if growth > 0 {
            for place in stride(from: last - 1, through: frame.picks.upperBound, by: -1) { picks[place + growth] = picks[place] }
        } else if growth < 0 {
            for place in frame.picks.upperBound..<max(last, frame.picks.upperBound) { picks[place + growth] = picks[place] }
        }
        for (offset, pick) in new.enumerated() { picks[frame.picks.lowerBound + offset] = pick }
        entries[entry].count += growth
        entries[entry].cost = cost
    }

    /// Gives every demand what stands for it.
    mutating func placeStanding(diaries isEntered: Bool = true) {
        for number in entries.indices where entries[number].hasStanding {
            let standing = entries[number].nodes.filter { nodes[$0].stands }.map { node in
                Pick(node: Int32(node), option: nodes[node].candidates.lowerBound)
            }
            if isEntered { for pick in standing { occupy(pick, of: number) } }
            set(standing[...], in: frame(of: number), of: number, cost: 0)
        }
        for number in entries.indices { settle(number) }
    }

    /// Adds up what a demand costs.
    mutating func settle(_ number: Int) {
        let whole = frame(of: number)
        entries[number].cost = cost(of: picks[whole.picks], entries[number], whole)
    }

    /// Gives a demand the best dates that the others leave.
    ///
    /// - Returns: what it costs less than before. Of two plans that cost the same the old one stays.
    @discardableResult
    mutating func replan(_ number: Int, with finder: inout PathFinder) -> Int {
        let whole = frame(of: number)
        let old = Array(picks[whole.picks])
        for pick in old { leave(pick, of: number) }
        let before = entries[number].cost
        let cost = finder.find(number, whole, in: self)
        guard cost < before else {
            for pick in old { enter(pick, of: number) }
            return 0
        }
        for pick in finder.path { enter(pick, of: number) }
        set(finder.path[...], in: whole, of: number, cost: cost)
        return before - cost
    }
}
