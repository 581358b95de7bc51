/// What stands where on a desk: numbers for the parties, months, rhythms and companions that its demands need.
struct Layout {
    private(set) var partyList: [Int] = []
    private(set) var partyNumbers: [Int: Int] = [:]
    private(set) var months: [Int32: Int] = [:]
    private(set) var groups: [Int: Int] = [:]
    private(set) var gaps: [Gaps] = []
    private var gapsNumbers: [Rhythm: Int] = [:]
    private let longestGap: Int
    private let table: Timetable
    private let members: Set<Int>

    init(_ table: Timetable, members: [Int]) {
        self.table = table
        self.members = Set(members)
        var longest = 0
        for index in members {
            let demand = table.demands[index]
            for party in demand.parties where partyNumbers[party] == nil {
                partyNumbers[party] = partyList.count
                partyList.append(party)
            }
            var last: Int32?
            for candidate in demand.candidates where candidate.month != last {
                last = candidate.month
                if months[candidate.month] == nil { months[candidate.month] = months.count }
            }
            if let number = demand.companions, groups[number] == nil { groups[number] = groups.count }
            longest = max(longest, demand.end - demand.beginning)
        }
        longestGap = longest
    }

    func contains(_ demand: Int) -> Bool { members.contains(demand) }

    mutating func gapsNumber(of demand: Demand) -> Int {
        if let number = gapsNumbers[demand.rhythm] { return number }
        gapsNumbers[demand.rhythm] = gaps.count
        gaps.append(Gaps(demand.rhythm, longest: longestGap))
        return gaps.count - 1
    }

    /// The most spans that each party can come to have.
    func sizes(isAlone: Bool) -> [Int] {
        partyList.map { party in
            table.parties[party].taken.count
                + table.demandsOfParty[party].reduce(0) { sum, other in
                    if members.contains(Int(other)) { return sum + table.demands[Int(other)].mostMeetings }
                    return isAlone ? sum : sum + table.chosen[Int(other)].count
                }
        }
    }
}

extension Demand {
    /// The day from which the rhythm counts.
    var beginning: Int {
        switch origin {
        case .opens(let day), .met(let day): day
        }
    }

    /// No plan has more meetings.
    var mostMeetings: Int {
        guard let first = candidates.first, let last = candidates.last else { return 0 }
        return min(candidates.count, standing.count + Int(last.day - first.day) / rhythm.minimum + 1)
    }

    /// Whether a day is too near to the meeting from which the rhythm counts.
    func isTooSoon(_ day: Int) -> Bool {
        if case .met(let last) = origin { return day - last < rhythm.minimum }
        return false
    }
}
