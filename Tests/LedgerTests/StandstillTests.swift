import CivilTime
import Ledger
import Testing

/// When there is something to tell of mails that do not leave.
@Suite struct StandstillTests {
    private static let start = Instant(secondsSinceEpoch: 1_796_000_000)
    private static func after(_ hours: Int64) -> Instant { start.adding(seconds: hours * 3600) }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var standstill: Standstill
        var at: Instant
        var kind: Standstill.Kind?
    }

    private static func tries(_ first: Int64, _ last: Int64, owed: Int64? = 0) -> Standstill {
        Standstill(
            tries: Standstill.Tries(first: after(first), last: after(last)), owedSince: owed.map(after))
    }

    private static func waits(_ waits: (Int64, Int64)...) -> Standstill {
        Standstill(waits: waits.map { Standstill.Wait(since: after($0.0), next: after($0.1)) })
    }

    static let cases = [
        Case(testDescription: "all is well", standstill: Standstill(), at: after(100), kind: nil),
        Case(testDescription: "a day of tries", standstill: tries(0, 24), at: after(24), kind: .nothingLeaves),
        Case(testDescription: "less than a day", standstill: tries(0, 23), at: after(23), kind: nil),
        Case(testDescription: "six hours between tries", standstill: tries(0, 19), at: after(24), kind: .nothingLeaves),
        Case(testDescription: "one try, then three days off", standstill: tries(0, 0), at: after(72), kind: nil),
        Case(testDescription: "a few tries, then off", standstill: tries(0, 10), at: after(72), kind: nil),
        Case(
            testDescription: "nothing is owed any more", standstill: tries(0, 48, owed: nil), at: after(48), kind: nil),
        Case(testDescription: "what is owed is new", standstill: tries(0, 48, owed: 40), at: after(48), kind: nil),
        Case(testDescription: "one mail waits", standstill: waits((0, 26)), at: after(24), kind: .someWait),
        Case(testDescription: "it waits not long enough", standstill: waits((0, 26)), at: after(23), kind: nil),
        Case(testDescription: "it was tried once, then off", standstill: waits((0, 1)), at: after(72), kind: nil),
        Case(testDescription: "one of many", standstill: waits((70, 71), (0, 75)), at: after(72), kind: .someWait),
    ]

    @Test(arguments: cases)
    func `trouble is what was seen for a day`(sample: Case) {
        #expect(sample.standstill.trouble(at: sample.at)?.kind == sample.kind)
    }

    @Test func `a trouble is told once, and again after all was well`() {
        let (well, stuck, some) = (Standstill(), Self.tries(0, 30), Self.waits((0, 50)))
        let now = Self.after(48)
        var told: Standstill.Kind?
        var news: [Standstill.Kind?] = []
        for standstill in [stuck, stuck, some, some, well, stuck, well, some, some, stuck, stuck, some, stuck] {
            let next = standstill.news(at: now, told: told)
            told = next.told
            news.append(next.tell)
        }
        #expect(
            news == [
                .nothingLeaves, nil, nil, nil, nil, .nothingLeaves, nil, .someWait, nil, .nothingLeaves, nil, nil,
                .nothingLeaves,
            ])
    }

    @Test func `the next look is when a day is over`() {
        #expect(Standstill().nextLook(after: Self.start) == nil)
        #expect(Self.tries(0, 3).nextLook(after: Self.after(3)) == Self.after(24))
        #expect(Self.waits((5, 6), (2, 3)).nextLook(after: Self.after(6)) == Self.after(26))
    }
}
