import Scheduling
import Testing

@Suite struct TimetableTests {
    /// Days of one month each 30 days, an hour at 18:00 and one at 18:30, the first preferred.
    private func demand(_ parties: [Int], days: [Int], end: Int = 120, minutes: Int = 90) -> Demand {
        let candidates = days.flatMap { day in
            [0, 1].map { half in
                Candidate(
                    start: day * 1_440 + 1_080 + half * 30, day: day, month: day / 30, minutes: minutes, cost: half)
            }
        }
        return Demand(
            parties: parties, rhythm: Rhythm(window: 21...28, maxGap: 42, minimum: 7), origin: .opens(0), end: end,
            candidates: candidates)
    }

    @Test func `one demand alone gets the dates of its bound`() {
        var table = Timetable(parties: [Party(), Party()], demands: [demand([0, 1], days: Array(0..<120))])
        table.plan(effort: .quick)
        #expect(table.cost == 0)
        #expect(table.bounds == [0])
        #expect(table.chosen[0].count >= 5)
    }

    @Test func `two who want the same hour share it out`() {
        let days = stride(from: 0, to: 120, by: 7).map { $0 }
        var table = Timetable(
            parties: [Party(), Party(), Party()], demands: [demand([0, 1], days: days), demand([0, 2], days: days)])
        table.plan(effort: .thorough)
        let starts = (0...1).map { index in
            Set(table.chosen[index].map { table.demands[index].candidates[Int($0)].day })
        }
        #expect(starts[0].isDisjoint(with: starts[1]))
        #expect(table.cost == 0)
    }
}
