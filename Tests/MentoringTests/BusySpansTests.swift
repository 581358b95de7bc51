import CivilTime
import Testing

@testable import Mentoring

/// The spans in which somebody is busy.
struct BusySpansTests {
    private static func spans(_ pairs: [(Int64, Int64)]) -> [Range<Instant>] {
        pairs.map { Instant(secondsSinceEpoch: $0)..<Instant(secondsSinceEpoch: $1) }
    }

    @Test(
        arguments: [
            ([], []), ([(1, 2)], [(1, 2)]), ([(1, 2), (2, 3)], [(1, 2), (2, 3)]),
            ([(2, 3), (1, 2)], [(1, 2), (2, 3)]), ([(1, 4), (2, 3)], [(1, 4)]), ([(1, 3), (2, 5), (4, 6)], [(1, 6)]),
            ([(1, 3), (1, 3)], [(1, 3)]), ([(1, 1)], []), ([(1, 9), (2, 2), (9, 9)], [(1, 9)]),
        ] as [([(Int64, Int64)], [(Int64, Int64)])])
    func `overlapping spans are one, and those that touch are two`(
        _ given: [(Int64, Int64)], _ expected: [(Int64, Int64)]
    ) {
        #expect(Self.spans(given).withoutOverlaps == Self.spans(expected))
    }

    @Test func `what overlaps a span is found as by looking at each`() {
        let pairs = (0..<40).map { (number: Int64) -> (Int64, Int64) in (10 * number, 10 * number + number % 10 + 1) }
        let spans = Self.spans(pairs)
        for lower in Int64(-5)..<420 {
            for length in [0, 1, 7, 30] as [Int64] {
                let span = Self.spans([(lower, lower + length)])[0]
                #expect(Array(spans.overlapping(span)) == spans.filter { $0.overlaps(span) })
            }
        }
    }
}
