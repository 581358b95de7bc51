import Scheduling
import Testing

@Suite struct TimetableTests {
    private func choices(_ table: Timetable) -> [[Int]] { table.chosen.map { $0.map(Int.init) } }

    @Test(arguments: 1...150)
    func `one demand gets the cheapest dates that there are`(seed: Int) throws {
        var random = RandomDemand(seed)
        let parties = [random.party(), random.party()]
        let buffer = 15 * random.roll(3)
        let demand = random.demand(parties: [0, 1], days: 7)
        var table = Timetable(parties: parties, demands: [demand], buffer: buffer)
        table.plan(effort: .quick)
        let possible = Reckoning.allChoices(demand).filter { choice in
            // What stands is a promise, whatever else there is.
            let moved = choice.filter { !demand.standing.contains($0) }
            let others = Demand(
                parties: demand.parties, rhythm: demand.rhythm, origin: demand.origin, end: demand.end,
                candidates: demand.candidates)
            return moved.allSatisfy {
                !Reckoning.conflicts([[$0]], [others], parties.map { Party(taken: $0.taken) }, buffer: buffer)
                    .contains { $0.contains("two places") }
            } && keepsMonths(choice, moved, demand, parties)
        }
        let least = try #require(possible.map { Reckoning.cost(of: $0, demand) }.min())
        #expect(table.cost == least)
        #expect(table.cost == Reckoning.cost(of: choices(table)[0], demand))
        #expect(possible.contains(choices(table)[0]))
    }

    /// A month that what stands has filled takes no other meeting.
    private func keepsMonths(_ choice: [Int], _ moved: [Int], _ demand: Demand, _ parties: [Party]) -> Bool {
        let months = Set(moved.map { demand.candidates[$0].month })
        let inMonths = choice.filter { months.contains(demand.candidates[$0].month) }
        return !Reckoning.conflicts([inMonths], [demand], parties, buffer: 0).contains { $0.contains("too long") }
    }

    @Test(arguments: 1...12)
    func `two who share somebody get the cheapest dates together`(seed: Int) throws {
        var random = RandomDemand(seed)
        let parties = [Party(minutesPerMonth: 270), Party(), Party()]
        let demands = [[0, 1], [0, 2]].map { pair in
            var demand = random.demand(parties: pair, days: 5)
            demand.companions = seed % 3 == 0 ? 1 : nil
            return Demand(
                parties: pair, companions: demand.companions, rhythm: demand.rhythm, origin: demand.origin,
                end: demand.end, candidates: demand.candidates)
        }
        var table = Timetable(parties: parties, demands: demands, buffer: 15)
        table.plan(effort: .thorough)
        var least = Int.max
        let second = Reckoning.allChoices(demands[1]).map { ($0, Reckoning.cost(of: $0, demands[1])) }
        for one in Reckoning.allChoices(demands[0]) {
            let cost = Reckoning.cost(of: one, demands[0])
            for (other, more) in second where cost + more < least {
                if Reckoning.conflicts([one, other], demands, parties, buffer: 15).isEmpty { least = cost + more }
            }
        }
        #expect(table.cost == least)
    }

    @Test(arguments: 1...30)
    func `whatever is asked, nobody is in two places and each cost is as the rules say`(seed: Int) {
        var random = RandomDemand(seed)
        let parties = (0..<6).map { _ in random.party() }
        let demands = (0..<10).map { number -> Demand in
            let one = random.roll(6)
            let demand = random.demand(
                parties: [one, (one + 1 + random.roll(5)) % 6], days: 12, companions: number / 2,
                lengths: [60, 90, 120])
            // What stands may collide with anything; here nothing does.
            return Demand(
                parties: demand.parties, companions: demand.companions, rhythm: demand.rhythm, origin: demand.origin,
                end: demand.end, candidates: demand.candidates)
        }
        var table = Timetable(parties: parties, demands: demands, buffer: 15)
        table.plan(effort: .quick)
        #expect(Reckoning.conflicts(choices(table), demands, parties, buffer: 15) == [])
        for (index, chosen) in choices(table).enumerated() {
            #expect(Reckoning.isAllowed(chosen, demands[index]))
            #expect(table.costs[index] == Reckoning.cost(of: chosen, demands[index]))
            #expect(table.costs[index] >= table.bounds[index])
        }
    }

    @Test(arguments: 1...10)
    func `a plan that is planned again costs no more, and the same calls give the same dates`(seed: Int) {
        var random = RandomDemand(seed)
        let demands = (0..<8).map { random.demand(parties: [$0 / 3, 3 + $0 % 3], days: 10) }
        func planned(from seed: [[Int32]] = []) -> Timetable {
            var table = Timetable(parties: (0..<6).map { _ in Party() }, demands: demands)
            table.plan(effort: .quick, from: seed)
            return table
        }
        let first = planned()
        #expect(planned().chosen == first.chosen)
        let again = planned(from: first.chosen)
        #expect(again.cost <= first.cost)
        if again.cost == first.cost { #expect(again.chosen == first.chosen) }
    }

    @Test func `who was planned before keeps a date that costs the same`() {
        // Every day costs the same: without a seed the first is taken.
        let candidates = (10..<15).map { Candidate(start: $0 * 1_440, day: $0, month: 0, minutes: 60, cost: 0) }
        let demand = Demand(
            parties: [0], rhythm: Rhythm(window: 10...30, maxGap: nil, minimum: 7), origin: .met(0), end: 40,
            candidates: candidates)
        var table = Timetable(parties: [Party()], demands: [demand])
        table.plan(effort: .quick, from: [[3]])
        #expect(table.chosen == [[3]])
    }

    @Test func `a new date keeps its distance from what stands, however dear the gap`() {
        let candidates = [20, 22].map { Candidate(start: $0 * 1_440, day: $0, month: 0, minutes: 60, cost: 0) }
        let demand = Demand(
            parties: [0], rhythm: Rhythm(window: 5...8, maxGap: 10, minimum: 5), origin: .met(0), end: 24,
            candidates: candidates, standing: [1])
        var table = Timetable(parties: [Party()], demands: [demand])
        table.plan(effort: .quick)
        #expect(table.chosen == [[1]])
    }
}
