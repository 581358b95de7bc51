extension Timetable {
    /// Adds somebody.
    ///
    /// - Returns: the index of the party.
    public mutating func add(_ party: Party) -> Int {
        parties.append(party)
        demandsOfParty.append([])
        return parties.count - 1
    }

    /// Adds a demand and plans it, as ``replace(demandAt:with:from:effort:)`` does.
    ///
    /// - Returns: its index.
    @discardableResult
    public mutating func add(_ demand: Demand, from dates: [Int32] = [], effort: Effort = .local) -> Int {
        appendVacant()
        replace(demandAt: demands.count - 1, with: demand, from: dates, effort: effort)
        return demands.count - 1
    }

    /// Puts a demand in the place of another and plans it anew, together with those near to it: all that share
    /// somebody's time with it, and a few that share time with these. The dates of all others stay, so that the work does
    /// not depend on how many there are.
    ///
    /// - Parameter dates: the dates it begins with, as indices of its candidates in order; nil for those of the demand
    ///   that was there, where they start at the same minutes.
    public mutating func replace(
        demandAt index: Int, with demand: Demand, from dates: [Int32]? = nil, effort: Effort = .local
    ) {
        let before = near([index])
        let kept = dates ?? demand.candidates(startingWith: chosen[index].map { demands[index].candidates[Int($0)] })
        put(demand, at: index)
        replan(near([index]), before: before, effort: effort) { $0 == index ? kept : nil }
    }

    /// Takes a demand away and plans those that shared somebody's time with it. Its index stays, for a demand without
    /// parties and dates that costs nothing.
    public mutating func remove(demandAt index: Int, effort: Effort = .local) {
        replace(demandAt: index, with: .vacant, from: [], effort: effort)
    }

    /// Puts a party in the place of another and plans its demands, and those near to them.
    public mutating func replace(partyAt index: Int, with party: Party, effort: Effort = .local) {
        put(party, at: index)
        let members = near(demandsOfParty[index].map { Int($0) })
        for member in members { updateBound(of: member) }
        replan(members, before: [], effort: effort) { _ in nil }
    }

    private mutating func replan(_ members: [Int], before: [Int], effort: Effort, kept: (Int) -> [Int32]?) {
        let all = Set(members).union(before).sorted()
        var desk = Desk(self, members: all)
        desk.placeStanding()
        // What others have comes before what the changed one had.
        for (number, index) in all.enumerated() where kept(index) == nil { desk.keep(chosen[index], of: number) }
        for (number, index) in all.enumerated() {
            if let dates = kept(index) { desk.keep(dates, of: number) }
        }
        desk.planInTurn()
        let open = desk.entries.count { $0.cost > $0.bound }
        if open > 0 {
            Annealing(steps: effort.steps(open: open, of: all.count), seed: UInt64(all.count)).run(on: &desk) { _ in }
        }
        take(desk)
    }

    /// Some demands, all that share somebody's time with them, and a few that share time with these.
    private func near(_ some: [Int]) -> [Int] {
        var found = some
        var known = Set(some)
        var next = 0
        while next < found.count, next < some.count || found.count < Self.mostNear {
            let demand = demands[found[next]]
            var others = demand.parties.flatMap { demandsOfParty[$0] }
            if let number = demand.companions { others += companions[number] ?? [] }
            for other in others where next < some.count || found.count < Self.mostNear {
                if known.insert(Int(other)).inserted { found.append(Int(other)) }
            }
            next += 1
        }
        return found
    }

    private static let mostNear = 24
}

extension Demand {
    /// Nobody wants anything.
    static let vacant = Demand(
        parties: [], rhythm: Rhythm(window: 1...1, maxGap: nil, minimum: 1), origin: .met(0), end: 0, candidates: [])

    /// The candidates that start when others did, and last as long where there are such.
    fileprivate func candidates(startingWith others: [Candidate]) -> [Int32] {
        others.compactMap { other in
            let same = candidates.indices.filter { candidates[$0].start == other.start }
            return (same.first { candidates[$0].minutes == other.minutes } ?? same.first).map { Int32($0) }
        }
    }
}
