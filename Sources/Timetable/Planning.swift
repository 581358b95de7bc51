extension Timetable {
    /// Plans everything, as well as the effort allows.
    ///
    /// - Parameters:
    ///   - seed: the dates that each demand had, as indices of its candidates in order; what is still possible of them
    ///     is where the search begins. Empty, or with an empty list for a demand that had none.
    ///   - progress: called now and then with the steps done, and of how many.
    public mutating func plan(
        effort: Effort, from seed: [[Int32]] = [], progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) {
        let clusters = clusters()
        for cluster in clusters {
            var desk = Desk(self, members: cluster)
            desk.placeStanding()
            for (number, index) in cluster.enumerated() where index < seed.count { desk.keep(seed[index], of: number) }
            desk.planInTurn()
            take(desk)
        }
        let open = demands.indices.count { costs[$0] > bounds[$0] }
        let steps = effort.steps(open: open, of: demands.count)
        var done = 0
        for cluster in clusters {
            let openHere = cluster.count { costs[$0] > bounds[$0] }
            guard openHere > 0 else { continue }
            let share = steps / open * openHere + steps % open * openHere / open
            var desk = desk(of: cluster)
            Annealing(steps: share, seed: UInt64(cluster.count)).run(on: &desk) { progress(done + $0, steps) }
            take(desk)
            done += share
            progress(done, steps)
        }
    }

    /// Lays demands out as they are planned.
    private func desk(of members: [Int]) -> Desk {
        var desk = Desk(self, members: members)
        desk.placeStanding()
        for (number, index) in members.enumerated() { desk.keep(chosen[index], of: number) }
        return desk
    }
}

extension Desk {
    /// Plans every demand, one after the other and then in rounds, until no single one can gain.
    mutating func planInTurn() {
        var finder = PathFinder()
        for number in entries.indices { replan(number, with: &finder) }
        for _ in 0..<Self.mostRounds {
            var gain = 0
            for number in entries.indices where entries[number].cost > entries[number].bound {
                gain += replan(number, with: &finder)
            }
            if gain == 0 { break }
        }
    }

    private static let mostRounds = 20
}
