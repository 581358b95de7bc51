/// What one party's meetings take: spans in the order of their starts, and minutes a month where they are limited.
struct Agenda: Sendable {
    struct Entry: Sendable, Hashable {
        var start: Int32
        var end: Int32
        /// The demand that it belongs to; below 0 for what no demand may move.
        var owner: Int32
    }

    private(set) var entries: [Entry] = []
    private var used: [Month] = []
    let limit: Int32?

    private struct Month: Sendable {
        var month: Int32
        var minutes: Int32
    }

    init(_ party: Party) {
        limit = party.minutesPerMonth.map { Int32(clamping: $0) }
        for taken in party.taken {
            let span = (Int32(clamping: taken.minutes.lowerBound), Int32(clamping: taken.minutes.upperBound))
            if taken.blocks { insert(Entry(start: span.0, end: span.1, owner: -1)) }
            use(span.1 - span.0, in: Int32(clamping: taken.month))
        }
    }

    mutating func enter(_ candidate: Candidate, for owner: Int32) {
        insert(Entry(start: candidate.start, end: candidate.end, owner: owner))
        use(Int32(candidate.minutes), in: candidate.month)
    }

    mutating func remove(_ candidate: Candidate, of owner: Int32) {
        var index = position(of: candidate.start)
        while index < entries.count, entries[index].start == candidate.start {
            if entries[index].owner == owner {
                entries.remove(at: index)
                break
            }
            index += 1
        }
        use(-Int32(candidate.minutes), in: candidate.month)
    }

    /// Minutes that are left in a month; `Int32.max` where there is no limit.
    func room(in month: Int32) -> Int32 {
        guard let limit else { return .max }
        for use in used where use.month == month { return limit - use.minutes }
        return limit
    }

    private mutating func use(_ minutes: Int32, in month: Int32) {
        guard limit != nil else { return }
        for index in used.indices where used[index].month == month {
            used[index].minutes += minutes
            return
        }
        used.append(Month(month: month, minutes: minutes))
    }

    private mutating func insert(_ entry: Entry) {
        entries.insert(entry, at: position(of: entry.start))
    }

    private func position(of start: Int32) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
