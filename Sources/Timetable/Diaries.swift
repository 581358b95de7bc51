/// When the parties of a desk are taken: for each of them spans in the order of their starts, and minutes a month.
///
/// All lie in a few flat arrays; a party's part of them is as large as it can ever have to be.
struct Diaries {
    struct Span: Hashable {
        var start: Int32
        var end: Int32
    }

    /// Where a party's spans lie.
    struct Shelf {
        var first: Int
        var count: Int
        /// No span of the party is longer, in minutes.
        var longest: Int32
    }

    private(set) var spans: [Span]
    private(set) var shelves: [Shelf]
    /// Minutes that are left, by party and month; `Int32.max / 2` where there is no limit.
    private(set) var room: [Int32]
    let months: Int

    /// - Parameters:
    ///   - sizes: the most spans that each party can have at a time.
    ///   - limits: minutes a month of each party.
    init(sizes: [Int], limits: [Int?], months: Int) {
        self.months = months
        var first = 0
        shelves = []
        shelves.reserveCapacity(sizes.count)
        for size in sizes {
            shelves.append(Shelf(first: first, count: 0, longest: 0))
            first += size
        }
        spans = [Span](repeating: Span(start: 0, end: 0), count: first)
        room = []
        room.reserveCapacity(limits.count * months)
        for limit in limits {
            let left = limit.map { min(Int32(clamping: $0), Self.unlimited / 2) } ?? Self.unlimited
            room.append(contentsOf: repeatElement(left, count: months))
        }
    }

    static let unlimited = Int32.max / 2

    mutating func enter(_ span: Span, of party: Int) {
        let shelf = shelves[party]
        shelves[party].count += 1
        shelves[party].longest = max(shelf.longest, span.end - span.start)
        spans.withUnsafeMutableBufferPointer { spans in
            var place = shelf.first + shelf.count
            while place > shelf.first, spans[place - 1].start > span.start {
                spans[place] = spans[place - 1]
                place -= 1
            }
            spans[place] = span
        }
    }

    /// Takes out one span that is the same; whose it was makes no difference.
    mutating func remove(_ span: Span, of party: Int) {
        let shelf = shelves[party]
        spans.withUnsafeMutableBufferPointer { spans in
            var place = Self.index(from: span.start, in: spans, shelf)
            let last = shelf.first + shelf.count - 1
            while place < last, spans[place] != span { place += 1 }
            while place < last {
                spans[place] = spans[place + 1]
                place += 1
            }
        }
        shelves[party].count -= 1
    }

    mutating func use(_ minutes: Int32, of party: Int, in month: Int) {
        let index = party * months + month
        if room[index] < Self.unlimited { room[index] -= minutes }
    }

    /// The first span of a shelf that starts at a minute or later.
    private static func index(
        from start: Int32, in spans: UnsafeMutableBufferPointer<Span>, _ shelf: Shelf
    ) -> Int {
        var low = shelf.first
        var high = shelf.first + shelf.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first span that could still reach into what comes from a minute on.
    func cursor(of party: Int, from minute: Int32) -> Int {
        let shelf = shelves[party]
        let start = minute - shelf.longest
        var low = shelf.first
        var high = shelf.first + shelf.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
