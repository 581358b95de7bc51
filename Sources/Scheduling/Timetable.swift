/// Demands, the people whose time they take, and the dates that they have been given.
///
/// What demands cost is the sum over them; nobody is in two meetings at once, and nobody has more minutes in a month
/// than they allow, whatever has been done with it. The same calls give the same dates on every machine.
public struct Timetable: Sendable {
    public private(set) var demands: [Demand]
    /// Minutes that a person has between two meetings.
    public let buffer: Int
    /// The dates of each demand: indices of its candidates, in order, standing ones among them.
    public private(set) var chosen: [[Int32]]
    /// What each demand costs.
    public private(set) var costs: [Int]
    /// What each would cost if nobody else met: no plan can cost less.
    public private(set) var bounds: [Int]

    var agendas: [Agenda]
    var finder = PathFinder()
    private var demandsOfParty: [[Int32]]
    private var companions: [Int: [Int32]] = [:]

    /// Nothing is planned yet but what stands.
    public init(parties: [Party], demands: [Demand], buffer: Int = 0) {
        self.demands = demands
        self.buffer = buffer
        agendas = parties.map(Agenda.init)
        demandsOfParty = [[Int32]](repeating: [], count: parties.count)
        chosen = demands.map { $0.standing.map { Int32($0) } }
        costs = []
        bounds = []
        for (index, demand) in demands.enumerated() {
            for party in demand.parties { demandsOfParty[party].append(Int32(index)) }
            if let number = demand.companions { companions[number, default: []].append(Int32(index)) }
        }
        let empty = agendas
        for (index, demand) in demands.enumerated() {
            for standing in demand.standing { occupy(demand.candidates[standing], demand.parties, owner: Int32(index)) }
        }
        for demand in demands {
            bounds.append(finder.path(for: demand, agendas: empty, buffer: Int32(buffer), closedDays: []).cost)
            costs.append(demand.cost(of: demand.standing.map { Int32($0) }))
        }
    }

    public var cost: Int { costs.reduce(0, +) }

    // MARK: - One demand

    /// Takes a demand's meetings out of everybody's agenda, but for those that stand.
    mutating func lift(_ index: Int) {
        let demand = demands[index]
        for choice in chosen[index] where !demand.standing.contains(Int(choice)) {
            let candidate = demand.candidates[Int(choice)]
            for party in demand.parties { agendas[party].remove(candidate, of: Int32(index)) }
        }
    }

    /// Puts dates that are free into everybody's agenda.
    mutating func place(_ index: Int, _ path: PathFinder.Path) {
        let demand = demands[index]
        for choice in path.chosen where !demand.standing.contains(Int(choice)) {
            occupy(demand.candidates[Int(choice)], demand.parties, owner: Int32(index))
        }
        chosen[index] = path.chosen
        costs[index] = path.cost
    }

    private mutating func occupy(_ candidate: Candidate, _ parties: [Int], owner: Int32) {
        for party in parties { agendas[party].enter(candidate, for: owner) }
    }

    /// The best dates of a lifted demand, all others staying.
    mutating func bestPath(
        of index: Int, bias: Bias = .none, frame: PathFinder.Frame? = nil
    ) -> PathFinder.Path {
        finder.path(
            for: demands[index], agendas: agendas, buffer: Int32(buffer), closedDays: closedDays(for: index),
            bias: bias, frame: frame)
    }

    private func closedDays(for index: Int) -> [Int32] {
        guard let number = demands[index].companions, let group = companions[number], group.count > 1 else { return [] }
        return group.flatMap { other in
            other == Int32(index) ? [] : chosen[Int(other)].map { demands[Int(other)].candidates[Int($0)].day }
        }
    }

    /// Gives a demand the best dates that the others leave.
    ///
    /// - Returns: what it costs less than before.
    @discardableResult
    mutating func replan(_ index: Int) -> Int {
        let before = PathFinder.Path(chosen: chosen[index], cost: costs[index])
        lift(index)
        let path = bestPath(of: index)
        // Of two that cost the same, the one that people may know already.
        let isBetter = path.cost < before.cost || before.chosen.isEmpty
        place(index, isBetter ? path : before)
        return before.cost - costs[index]
    }

    /// The other demands that take the time of one of a demand's parties, in order.
    func neighbours(of index: Int, through party: Int) -> [Int32] {
        demandsOfParty[party].filter { $0 != Int32(index) }
    }
}
