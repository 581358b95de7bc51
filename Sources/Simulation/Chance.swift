import JalonService

/// What happens by chance in a run; the same seed gives the same.
struct Chance {
    private var source: TokenSource

    init(seed: UInt64) {
        source = .seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 ^ 0x4A41_4C4F_4E00_0002)
    }

    /// True so often in a thousand times.
    mutating func happens(_ perMille: Int) -> Bool { Int.random(in: 0..<1000, using: &source) < perMille }

    mutating func number<Bound: FixedWidthInteger>(_ range: ClosedRange<Bound>) -> Bound {
        Bound.random(in: range, using: &source)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &source)]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &source) }
}
