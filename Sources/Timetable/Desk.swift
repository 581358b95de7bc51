/// Demands that are planned together, laid out flat, and when their parties are taken.
///
/// Meetings of demands that are not on the desk stay where they are and take time like everything else.
struct Desk {
    /// Times of one day that are equally long, and so exclude each other.
    struct Node {
        var day: Int32
        /// A number from 0 of its month.
        var month: Int32
        /// The earliest start of its candidates.
        var start: Int32
        var candidates: Range<Int32>
        var minutes: Int32
        /// A meeting stands there already.
        var stands: Bool
    }

    struct Option {
        var start: Int32
        var cost: Int32
        /// Its index among the candidates of its demand.
        var index: Int32
    }

    /// A choice: a node, and a candidate of it.
    struct Pick: Hashable {
        var node: Int32
        var option: Int32
    }

    struct Entry {
        /// Its index in the timetable.
        var demand: Int
        var nodes: Range<Int>
        /// Where its parties are listed.
        var parties: Range<Int>
        /// Where its picks begin, and how many there are.
        var first: Int
        var count: Int
        var gaps: Int
        var origin: Demand.Origin
        var end: Int
        /// Which of ``closed`` it heeds; -1 for none.
        var group: Int
        var hasStanding: Bool
        var cost: Int
        var bound: Int
    }

    var entries: [Entry] = []
    var picks: [Pick] = []
    var diaries: Diaries
    private(set) var nodes: [Node] = []
    /// By node; within one the cheapest comes first.
    private(set) var options: [Option] = []
    private(set) var parties: [Int] = []
    private(set) var gaps: [Gaps] = []
    /// Days on which companions meet, by group.
    var closed: [[Int32]] = []
    /// Demands on the desk by party.
    private(set) var entriesOfParty: [[Int32]]
    let buffer: Int32

    /// - Parameters:
    ///   - members: the demands to lay out, by index.
    ///   - isAlone: leaves out everything that the other demands do, be they on the desk or not.
    init(_ table: Timetable, members: [Int], isAlone: Bool = false) {
        buffer = Int32(clamping: table.buffer)
        var layout = Layout(table, members: members)
        let sizes = layout.sizes(isAlone: isAlone)
        diaries = Diaries(
            sizes: sizes, limits: layout.partyList.map { table.parties[$0].minutesPerMonth },
            months: max(1, layout.months.count))
        entriesOfParty = [[Int32]](repeating: [], count: layout.partyList.count)
        options.reserveCapacity(members.reduce(0) { $0 + table.demands[$1].candidates.count })
        entries.reserveCapacity(members.count)
        var first = 0
        for (number, index) in members.enumerated() {
            let demand = table.demands[index]
            let from = nodes.count
            let start = parties.count
            parties.append(contentsOf: demand.parties.map { layout.partyNumbers[$0] ?? 0 })
            for party in parties[start...] { entriesOfParty[party].append(Int32(number)) }
            append(demand, months: layout.months)
            entries.append(
                Entry(
                    demand: index, nodes: from..<nodes.count, parties: start..<parties.count, first: first, count: 0,
                    gaps: layout.gapsNumber(of: demand), origin: demand.origin, end: demand.end,
                    group: demand.companions.flatMap { layout.groups[$0] } ?? -1,
                    hasStanding: !demand.standing.isEmpty, cost: 0, bound: table.bounds[index]))
            first += demand.mostMeetings
        }
        picks = [Pick](repeating: Pick(node: 0, option: 0), count: first)
        gaps = layout.gaps
        closed = [[Int32]](repeating: [], count: layout.groups.count)
        for (number, party) in layout.partyList.enumerated() {
            for taken in table.parties[party].taken {
                let span = Diaries.Span(
                    start: Int32(clamping: taken.minutes.lowerBound), end: Int32(clamping: taken.minutes.upperBound))
                if taken.blocks { diaries.enter(span, of: number) }
                if let month = layout.months[Int32(clamping: taken.month)] {
                    diaries.use(span.end - span.start, of: number, in: month)
                }
            }
        }
        if !isAlone { enterOthers(of: table, layout) }
    }

    private mutating func enterOthers(of table: Timetable, _ layout: Layout) {
        for (number, party) in layout.partyList.enumerated() {
            for other in table.demandsOfParty[party] where !layout.contains(Int(other)) {
                for choice in table.chosen[Int(other)] {
                    let candidate = table.demands[Int(other)].candidates[Int(choice)]
                    diaries.enter(Diaries.Span(start: candidate.start, end: candidate.end), of: number)
                    if let month = layout.months[candidate.month] {
                        diaries.use(Int32(candidate.minutes), of: number, in: month)
                    }
                }
            }
        }
        for (companions, group) in layout.groups {
            for other in table.companions[companions] ?? [] where !layout.contains(Int(other)) {
                closed[group] += table.chosen[Int(other)].map { table.demands[Int(other)].candidates[Int($0)].day }
            }
        }
    }

    /// Lays out the candidates of a demand, day by day, without those that are too near to a meeting of its own.
    private mutating func append(_ demand: Demand, months: [Int32: Int]) {
        let standing = Set(demand.standing)
        let standingDays = demand.standing.map { Int(demand.candidates[$0].day) }
        var day: [(option: Option, minutes: Int32, stands: Bool)] = []
        var index = 0
        while index < demand.candidates.count {
            let first = demand.candidates[index]
            let number = Int(first.day)
            let isTooNear = standingDays.contains { abs($0 - number) < demand.rhythm.minimum }
            day.removeAll(keepingCapacity: true)
            while index < demand.candidates.count, demand.candidates[index].day == first.day {
                let candidate = demand.candidates[index]
                let stands = !standing.isEmpty && standing.contains(index)
                if stands || !isTooNear && !demand.isTooSoon(number) {
                    let option = Option(
                        start: candidate.start, cost: stands ? 0 : Int32(candidate.cost), index: Int32(index))
                    let entry = (option, Int32(candidate.minutes), stands)
                    var place = day.count
                    day.append(entry)
                    while place > 0, Self.comes(entry, before: day[place - 1]) {
                        day[place] = day[place - 1]
                        place -= 1
                    }
                    day[place] = entry
                }
                index += 1
            }
            let month = Int32(months[first.month] ?? 0)
            for (place, entry) in day.enumerated() {
                let offset = Int32(options.count)
                options.append(entry.option)
                if place > 0, day[place - 1].minutes == entry.minutes, !entry.stands, !day[place - 1].stands {
                    nodes[nodes.count - 1].candidates = nodes[nodes.count - 1].candidates.lowerBound..<offset + 1
                    nodes[nodes.count - 1].start = min(nodes[nodes.count - 1].start, entry.option.start)
                } else {
                    nodes.append(
                        Node(
                            day: first.day, month: month, start: entry.option.start, candidates: offset..<offset + 1,
                            minutes: entry.minutes, stands: entry.stands))
                }
            }
        }
    }

    private static func comes(
        _ one: (option: Option, minutes: Int32, stands: Bool), before other: (option: Option, minutes: Int32, stands: Bool)
    ) -> Bool {
        if one.stands || other.stands { return one.option.start < other.option.start }
        if one.minutes != other.minutes { return one.minutes > other.minutes }
        return (one.option.cost, one.option.start) < (other.option.cost, other.option.start)
    }
}
