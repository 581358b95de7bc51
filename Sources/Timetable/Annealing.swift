/// The course of a search on a desk: several times from hot to cold, and the best plan of all in the end.
struct Annealing {
    private let steps: Int
    private let epochs: Int
    private let seed: UInt64

    init(steps: Int, seed: UInt64) {
        self.steps = steps
        self.seed = seed
        epochs = max(1, min(Self.mostEpochs, steps / Self.leastStepsInEpoch))
    }

    private struct Snapshot {
        var cost: Int
        var picks: [Desk.Pick]
        var entries: [Desk.Entry]

        init(_ desk: Desk, cost: Int) {
            self.cost = cost
            picks = desk.picks
            entries = desk.entries
        }
    }

    /// - Parameter progress: called now and then with the steps done.
    func run(on desk: inout Desk, progress: (Int) -> Void) {
        var search = Search(of: desk, seed: seed)
        var total = desk.entries.reduce(0) { $0 + $1.cost }
        let first = Snapshot(desk, cost: total)
        var best = first
        let length = steps / epochs
        for epoch in 0..<epochs {
            if epoch > 0, epoch.isMultiple(of: 2), length >= Self.stepsForBeginning * desk.entries.count {
                // Where there is time for it, every other search begins anew: a good plan can lie far from another.
                restore(first, on: &desk)
                total = first.cost
                search.lookAgain(at: desk)
            }
            for step in 0..<length {
                if search.isDone { break }
                let left = 1024 - step * 1024 / length
                let heat = Self.hottest * left / 1024 * left / 1024 + Self.coldest
                total += search.step(on: &desk, heat: heat) { desk in
                    if total < best.cost { best = Snapshot(desk, cost: total) }
                }
                if step & 1023 == 1023 { progress(epoch * length + step) }
            }
            if total < best.cost { best = Snapshot(desk, cost: total) }
            if search.isDone { break }
            if total > best.cost {
                restore(best, on: &desk)
                total = best.cost
                search.lookAgain(at: desk)
            }
        }
        // Of plans that cost the same it is the first one.
        restore(best, on: &desk)
        returnTo(first, on: &desk)
    }

    /// Gives demands back what they had where that costs no more: a date that people may know moves for a gain only.
    private func returnTo(_ first: Snapshot, on desk: inout Desk) {
        for (number, before) in first.entries.enumerated() where before.cost <= desk.entries[number].cost {
            let had = first.picks[before.first..<before.first + before.count]
            let whole = desk.frame(of: number)
            let has = Array(desk.picks[whole.picks])
            guard !had.elementsEqual(has) else { continue }
            for pick in has { desk.leave(pick, of: number) }
            let entered = desk.enterWhilePossible(had, of: number)
            if entered == had.count {
                desk.set(had, in: whole, of: number, cost: before.cost)
            } else {
                for pick in had.prefix(entered) { desk.leave(pick, of: number) }
                for pick in has { desk.enter(pick, of: number) }
            }
        }
    }

    private func restore(_ snapshot: Snapshot, on desk: inout Desk) {
        for (number, entry) in desk.entries.enumerated() {
            for place in entry.first..<entry.first + entry.count { desk.leave(desk.picks[place], of: number) }
        }
        desk.picks = snapshot.picks
        desk.entries = snapshot.entries
        for (number, entry) in desk.entries.enumerated() {
            for place in entry.first..<entry.first + entry.count { desk.enter(desk.picks[place], of: number) }
        }
    }

    /// In 1/1024 of a unit of cost.
    private static let hottest = 16 * 1024
    private static let coldest = 200
    private static let mostEpochs = 12
    private static let leastStepsInEpoch = 5_000
    private static let stepsForBeginning = 1_000
}
