import CivilTime
import Testing

@testable import JalonService

@Suite struct PaceTests {
    private let now = Instant(secondsSinceEpoch: 1_796_000_000)

    /// How many leave in each of the seconds from now on, when more are always owed.
    private func mails(perMinute: Int, for seconds: Int64) -> [Int] {
        var pace = Pace(perMinute: perMinute)
        return (0..<seconds).map { second in
            let moment = now.adding(seconds: second)
            let allowance = pace.allowance(at: moment)
            pace.note(allowance, at: moment)
            return allowance
        }
    }

    @Test(arguments: [1, 7, 20, 60, 90, 600])
    func `a minute's mails are spread over the minute`(perMinute: Int) {
        let mails = mails(perMinute: perMinute, for: 600)
        #expect((perMinute * 10...perMinute * 10 + 2).contains(mails.reduce(0, +)))
        #expect(mails.allSatisfy { $0 <= (perMinute + 59) / 60 + 1 })
    }

    @Test func `when the allowance is used up, it says when there is one again`() {
        var pace = Pace(perMinute: 6)
        pace.note(3, at: now)
        #expect(pace.allowance(at: now) == 0)
        let opens = pace.opens(at: now)
        #expect(pace.allowance(at: opens) > 0)
        #expect(pace.allowance(at: opens.adding(seconds: -1)) == 0)
    }

    @Test func `without a pace everything may leave`() {
        #expect(Pace(perMinute: nil).allowance(at: now) == .max)
    }
}
