/// The cheapest dates for one demand while everybody else's stay: a shortest path over its possible days.
///
/// A step of the path costs what its gap costs, a day what its best free hour costs. That no month gets more minutes
/// than there are is seen to for each two meetings that follow each other; the rare path on which three or more in one
/// month break it is sought again by ``StrictPath``, which counts the minutes all the way.
struct PathFinder {
    /// A day in the path's graph, with the best hour that is free.
    struct Stop {
        var day: Int
        var cost: Int
        var pick: Desk.Pick
        var month: Int32
        /// 0 for a meeting that stands: its month has been charged with it already.
        var minutes: Int32
        /// Minutes that the demand may take in the month.
        var room: Int32
        var stands: Bool
        /// The cheapest way to it, and over which stop.
        var best = PathFinder.never
        var previous: Int32 = -1
        /// The cheapest of it and those before it, back to the last meeting that stands.
        var least = PathFinder.never
    }

    static let never = Int.max / 4

    private(set) var stops: [Stop] = []
    /// The path that was found, in order.
    private(set) var path: [Desk.Pick] = []
    private var cursors: [Int] = []
    private var strict = StrictPath()

    /// Finds the best picks inside a frame; the demand's own meetings are in no diary, but for those outside the frame
    /// and those that stand. They are in ``path`` then.
    ///
    /// - Returns: what the demand costs inside the frame, without the bias.
    mutating func find(_ number: Int, _ frame: Frame, in desk: Desk, bias: Bias = .none) -> Int {
        let entry = desk.entries[number]
        collect(entry, frame, desk, bias)
        let last = search(entry, frame, desk)
        trace(from: last)
        if breaksMonth() {
            path = strict.path(over: stops, entry, frame, desk)
        }
        return desk.cost(of: path, entry, frame)
    }

    private mutating func trace(from last: Int) {
        path.removeAll(keepingCapacity: true)
        var stop = last
        while stop >= 0 {
            path.append(stops[stop].pick)
            stop = Int(stops[stop].previous)
        }
        path.reverse()
        self.last = last
    }

    private var last = -1

    private func breaksMonth() -> Bool {
        var stop = last
        var month: Int32 = -1
        var minutes: Int32 = 0
        while stop >= 0 {
            if stops[stop].month != month {
                month = stops[stop].month
                minutes = 0
            }
            minutes += stops[stop].minutes
            if minutes > max(0, stops[stop].room) { return true }
            stop = Int(stops[stop].previous)
        }
        return false
    }

    // MARK: - Days

    private mutating func collect(_ entry: Desk.Entry, _ frame: Frame, _ desk: Desk, _ bias: Bias) {
        stops.removeAll(keepingCapacity: true)
        cursors.removeAll(keepingCapacity: true)
        guard !frame.nodes.isEmpty else { return }
        let begin = desk.nodes[frame.nodes.lowerBound].start - desk.buffer
        for party in entry.parties { cursors.append(desk.diaries.cursor(of: desk.parties[party], from: begin)) }
        var month: Int32 = -1
        var room: Int32 = 0
        for index in frame.nodes {
            let node = desk.nodes[index]
            if node.month != month {
                month = node.month
                room = Diaries.unlimited
                for party in entry.parties {
                    room = min(room, desk.diaries.room[desk.parties[party] * desk.diaries.months + Int(month)])
                }
            }
            var pick = Desk.Pick(node: Int32(truncatingIfNeeded: index), option: node.candidates.lowerBound)
            if !node.stands {
                guard node.minutes <= room, isApart(node, frame, entry, desk) else { continue }
                guard let option = firstFree(of: node, entry, desk) else { continue }
                pick.option = option
            }
            let cost = Int(desk.options[Int(pick.option)].cost)
            stops.append(
                Stop(
                    day: Int(node.day), cost: cost + bias.of(day: node.day, month: month), pick: pick, month: month,
                    minutes: node.stands ? 0 : node.minutes, room: room, stands: node.stands))
        }
    }

    /// Whether a day is far enough from the meetings around the frame, and no companion meets on it.
    private func isApart(_ node: Desk.Node, _ frame: Frame, _ entry: Desk.Entry, _ desk: Desk) -> Bool {
        let minimum = desk.gaps[entry.gaps].rhythm.minimum
        if let before = frame.before, Int(node.day) - before < minimum { return false }
        if let after = frame.after, after - Int(node.day) < minimum { return false }
        return entry.group < 0 || !desk.closed[entry.group].contains(node.day)
    }

    private mutating func firstFree(of node: Desk.Node, _ entry: Desk.Entry, _ desk: Desk) -> Int32? {
        let reach = node.start - desk.buffer
        return desk.diaries.spans.withUnsafeBufferPointer { spans in
            for (number, party) in entry.parties.enumerated() {
                let shelf = desk.diaries.shelves[desk.parties[party]]
                let end = shelf.first + shelf.count
                var cursor = cursors[number]
                // Nodes come in the order of their days, so what is over stays over.
                while cursor < end, spans[cursor].end <= reach { cursor += 1 }
                cursors[number] = cursor
            }
            for option in node.candidates {
                let start = desk.options[Int(option)].start - desk.buffer
                let end = start + node.minutes + 2 * desk.buffer
                var isFree = true
                for (number, party) in entry.parties.enumerated() where isFree {
                    let shelf = desk.diaries.shelves[desk.parties[party]]
                    var cursor = cursors[number]
                    while cursor < shelf.first + shelf.count, spans[cursor].start < end {
                        if spans[cursor].end > start { isFree = false }
                        cursor += 1
                    }
                }
                if isFree { return option }
            }
            return nil
        }
    }

    // MARK: - Path

    /// - Returns: the last stop of the cheapest path, -1 for one without stops.
    private mutating func search(_ entry: Desk.Entry, _ frame: Frame, _ desk: Desk) -> Int {
        let gaps = desk.gaps[entry.gaps]
        let minimum = gaps.rhythm.minimum
        let window = gaps.rhythm.window.upperBound
        var firstAllowed = 0
        var mayBegin = true
        stops.withUnsafeMutableBufferPointer { stops in
            for index in stops.indices {
                let stop = stops[index]
                var best = mayBegin ? desk.costOfFirst(stop.day, entry, frame) : Self.never
                var previous = -1
                var earlier = index - 1
                while earlier >= firstAllowed {
                    let days = stop.day - stops[earlier].day
                    if days >= minimum || stop.stands && stops[earlier].stands {
                        let gap = gaps.cost(days)
                        // Beyond the window a gap only grows dearer, so nothing before can be cheaper than this.
                        if days > window, stops[earlier].least + gap >= best { break }
                        let total = stops[earlier].best + gap
                        if total < best,
                            stop.month != stops[earlier].month || stop.stands || stops[earlier].stands
                                || stop.minutes + stops[earlier].minutes <= stop.room
                        {
                            best = total
                            previous = earlier
                        }
                    }
                    earlier -= 1
                }
                best = min(best + stop.cost, Self.never)
                stops[index].best = best
                stops[index].previous = Int32(truncatingIfNeeded: previous)
                if stop.stands {
                    firstAllowed = index
                    mayBegin = false
                }
                stops[index].least = index > firstAllowed ? min(stops[index - 1].least, best) : best
            }
        }
        var least = mayBegin ? desk.costOfNone(entry, frame) : Self.never
        var last = -1
        for index in stops.indices.dropFirst(firstAllowed) {
            let cost = stops[index].best + desk.costOfLast(stops[index].day, entry, frame)
            if cost < least {
                least = cost
                last = index
            }
        }
        return last
    }
}
