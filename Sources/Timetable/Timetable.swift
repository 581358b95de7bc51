/// Demands, the people whose time they take, and the dates that they have been given.
///
/// What demands cost is the sum over them. Nobody is in two meetings at once or has more minutes in a month than the
/// party allows, whatever has been done with it, but for what stands. The same calls give the same dates on every
/// machine; who wants the same dates whatever the order of the input sorts the demands by a name of their own first.
public struct Timetable: Sendable {
    public private(set) var parties: [Party]
    public private(set) var demands: [Demand]
    /// Minutes that a person has between two meetings.
    public let buffer: Int
    /// The dates of each demand: indices of its candidates, in order, standing ones among them.
    public private(set) var chosen: [[Int32]]
    /// What each demand costs.
    public private(set) var costs: [Int]
    /// What each would cost if nobody else met: no plan can cost less.
    public private(set) var bounds: [Int]

    private(set) var demandsOfParty: [[Int32]]
    private(set) var companions: [Int: [Int32]] = [:]

    /// Nothing is planned yet but what stands.
    public init(parties: [Party], demands: [Demand], buffer: Int = 0) {
        self.parties = parties
        self.demands = demands
        self.buffer = buffer
        demandsOfParty = [[Int32]](repeating: [], count: parties.count)
        chosen = demands.map { $0.standing.map { Int32($0) } }
        costs = []
        bounds = [Int](repeating: 0, count: demands.count)
        for (index, demand) in demands.enumerated() {
            costs.append(demand.cost(of: chosen[index]))
            for party in demand.parties { demandsOfParty[party].append(Int32(index)) }
            if let number = demand.companions { companions[number, default: []].append(Int32(index)) }
        }
        for first in stride(from: 0, to: demands.count, by: Self.mostOnDesk) {
            findBounds(of: Array(first..<min(demands.count, first + Self.mostOnDesk)))
        }
    }

    public var cost: Int { costs.reduce(0, +) }

    // MARK: - Changes

    mutating func appendVacant() {
        demands.append(.vacant)
        chosen.append([])
        costs.append(0)
        bounds.append(0)
    }

    /// Puts a demand where another was, with nothing but what stands for it.
    mutating func put(_ demand: Demand, at index: Int) {
        let number = Int32(index)
        for party in demands[index].parties { demandsOfParty[party].removeAll { $0 == number } }
        if let group = demands[index].companions { companions[group]?.removeAll { $0 == number } }
        demands[index] = demand
        for party in demand.parties { demandsOfParty[party].append(number) }
        if let group = demand.companions { companions[group, default: []].append(number) }
        chosen[index] = demand.standing.map { Int32($0) }
        costs[index] = demand.cost(of: chosen[index])
        updateBound(of: index)
    }

    mutating func put(_ party: Party, at index: Int) {
        parties[index] = party
    }

    mutating func updateBound(of index: Int) {
        findBounds(of: [index])
    }

    /// Plans demands as if each were alone.
    private mutating func findBounds(of members: [Int]) {
        var desk = Desk(self, members: members, isAlone: true)
        desk.placeStanding(diaries: false)
        var finder = PathFinder()
        for (number, index) in members.enumerated() {
            let standing = desk.picks[desk.frame(of: number).picks]
            for pick in standing { desk.occupy(pick, of: number) }
            bounds[index] = finder.find(number, desk.frame(of: number), in: desk)
            for pick in standing { desk.vacate(pick, of: number) }
        }
    }

    /// Takes over what has been planned on a desk.
    mutating func take(_ desk: Desk) {
        for (number, entry) in desk.entries.enumerated() {
            let picks = desk.picks[desk.frame(of: number).picks]
            chosen[entry.demand] = picks.map { desk.options[Int($0.option)].index }
            costs[entry.demand] = entry.cost
        }
    }
}
