import Scheduling

/// What dates cost and whether they may be, reckoned anew from the words of the problem.
enum Reckoning {
    /// Of a demand that meets at these candidates.
    static func cost(of chosen: [Int], _ demand: Demand) -> Int {
        let days = chosen.map { Int(demand.candidates[$0].day) }
        let hours = chosen.filter { !demand.standing.contains($0) }.reduce(0) { $0 + Int(demand.candidates[$1].cost) }
        let gaps = zip(days, days.dropFirst()).reduce(0) { $0 + cost(ofGap: $1.1 - $1.0, demand.rhythm) }
        return hours + gaps + costOfBorders(days, demand)
    }

    private static func cost(ofGap days: Int, _ rhythm: Rhythm) -> Int {
        let short = 5 * max(0, rhythm.window.lowerBound - days)
        let long = 3 * max(0, days - rhythm.window.upperBound)
        guard let maxGap = rhythm.maxGap, days > maxGap else { return short + long }
        return short + long + 50 + 10 * (days - maxGap)
    }

    private static func costOfBorders(_ days: [Int], _ demand: Demand) -> Int {
        let rhythm = demand.rhythm
        guard let first = days.first, let last = days.last else {
            switch demand.origin {
            case .opens(let day):
                let late = rhythm.opensWithGap ? 2 * max(0, demand.end - day - 14) : 0
                return 100 + cost(ofGap: demand.end - day, rhythm) + late
            case .met(let day):
                let gap = demand.end - day
                return gap > rhythm.window.upperBound ? 100 + cost(ofGap: gap, rhythm) : 0
            }
        }
        // A gap that the end cuts off may be as short as it likes.
        let end = cost(ofGap: max(demand.end - last, rhythm.window.lowerBound), rhythm)
        switch demand.origin {
        case .opens(let day):
            let late = max(first - day, rhythm.window.lowerBound)
            return end + 2 * max(0, first - day - 14) + (rhythm.opensWithGap ? cost(ofGap: late, rhythm) : 0)
        case .met(let day):
            let gap = first - day
            return end + (gap < rhythm.minimum ? 0 : cost(ofGap: gap, rhythm))
        }
    }

    /// Whether a demand keeps to its own rules, whoever else meets.
    static func isAllowed(_ chosen: [Int], _ demand: Demand) -> Bool {
        guard Set(demand.standing).isSubset(of: chosen) else { return false }
        let stands = { (choice: Int) in demand.standing.contains(choice) }
        for (one, next) in zip(chosen, chosen.dropFirst()) where !(stands(one) && stands(next)) {
            let days = demand.candidates[next].day - demand.candidates[one].day
            if days < max(1, demand.rhythm.minimum) { return false }
        }
        guard case .met(let day) = demand.origin, let first = chosen.first, !stands(first) else { return true }
        return Int(demand.candidates[first].day) - day >= demand.rhythm.minimum
    }

    /// What nobody may do: be in two places, or meet for more minutes a month than they have.
    static func conflicts(_ chosen: [[Int]], _ demands: [Demand], _ parties: [Party], buffer: Int) -> [String] {
        var conflicts: [String] = []
        for (number, party) in parties.enumerated() {
            let own = demands.indices.filter { demands[$0].parties.contains(number) }
            let meetings = own.flatMap { index in chosen[index].map { demands[index].candidates[$0] } }
            var spans = meetings.map { Int($0.start)..<Int($0.start) + Int($0.minutes) }
            spans = (spans + party.taken.filter(\.blocks).map(\.minutes)).sorted { $0.lowerBound < $1.lowerBound }
            for (one, next) in zip(spans, spans.dropFirst()) where next.lowerBound < one.upperBound + buffer {
                conflicts.append("\(number) is in two places on day \(next.lowerBound / 1_440)")
            }
            guard let limit = party.minutesPerMonth else { continue }
            let months = Set(meetings.map { Int($0.month) })
            for month in months {
                let planned = meetings.filter { Int($0.month) == month }.reduce(0) { $0 + Int($1.minutes) }
                let taken = party.taken.filter { $0.month == month }.reduce(0) { $0 + $1.minutes.count }
                if planned + taken > limit { conflicts.append("\(number) meets too long in month \(month)") }
            }
        }
        for (one, demand) in demands.enumerated() {
            for other in demands.indices.dropFirst(one + 1)
            where demand.companions != nil && demand.companions == demands[other].companions {
                let days = Set(chosen[one].map { demand.candidates[$0].day })
                if !days.isDisjoint(with: chosen[other].map { demands[other].candidates[$0].day }) {
                    conflicts.append("\(one) and \(other) meet on one day")
                }
            }
        }
        return conflicts
    }

    /// Every choice that keeps to the demand's own rules.
    static func allChoices(_ demand: Demand) -> [[Int]] {
        var choices: [[Int]] = [[]]
        for index in demand.candidates.indices {
            let day = demand.candidates[index].day
            choices += choices.filter { $0.last.map { demand.candidates[$0].day < day } ?? true }.map { $0 + [index] }
        }
        return choices.filter { isAllowed($0, demand) }
    }
}
