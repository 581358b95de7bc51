/// Days of one year as bits: the first of January is bit 0.
struct DaySet: Hashable, Sendable {
    /// 512 bits, of which 366 are used.
    private(set) var words: SIMD8<UInt64>

    static let wordCount = 6

    init() { words = .zero }

    /// Up to 64 days from bit 0 on.
    init(bits: UInt64) {
        words = .zero
        words[0] = bits
    }

    /// The days of a range, which is cut to 0..<384.
    init(_ range: Range<Int>) {
        words = .zero
        insert(range)
    }

    /// Every seventh day from a first one, 0...6.
    init(everySeventhFrom first: Int) {
        words = .zero
        // Bit 63 + 1 is a day further in the week than bit 0: 64 = 9 weeks and a day.
        var phase = first
        for index in 0..<Self.wordCount {
            words[index] = DaySet.everySeventhBit << UInt64(phase)
            phase = (phase + 6) % 7
        }
    }

    /// Bits 0, 7, 14 … 63.
    private static let everySeventhBit: UInt64 = 0x8102_0408_1020_4081

    mutating func insert(_ range: Range<Int>) {
        var day = max(range.lowerBound, 0)
        let end = min(range.upperBound, 64 * Self.wordCount)
        while day < end {
            let next = min((day | 63) + 1, end)
            let ones = next - day == 64 ? UInt64.max : (1 << UInt64(next - day)) - 1
            words[day >> 6] |= ones << UInt64(day & 63)
            day = next
        }
    }

    mutating func insert(_ day: Int) {
        guard day >= 0, day < 64 * Self.wordCount else { return }
        words[day >> 6] |= 1 << UInt64(day & 63)
    }

    mutating func formUnion(_ other: DaySet) { words |= other.words }

    mutating func formIntersection(_ other: DaySet) { words &= other.words }

    var count: Int {
        var count = 0
        for index in 0..<Self.wordCount { count += words[index].nonzeroBitCount }
        return count
    }

    /// The day that so many of the set come before; 0 if there is none.
    func day(_ index: Int) -> Int {
        var left = index
        for word in 0..<Self.wordCount {
            var bits = words[word]
            let count = bits.nonzeroBitCount
            if left >= count {
                left -= count
                continue
            }
            for _ in 0..<left { bits &= bits - 1 }
            return word << 6 + bits.trailingZeroBitCount
        }
        return 0
    }

    var isEmpty: Bool { words == .zero }

    func contains(_ day: Int) -> Bool {
        words[(day >> 6) & 7] >> UInt64(day & 63) & 1 == 1
    }

    /// Up to 64 days from `first` on, which is 0...383, as bits from 0 up.
    func bits(from first: Int, count: Int) -> UInt64 {
        let (word, shift) = (first >> 6, UInt64(first & 63))
        var bits = words[word & 7] >> shift
        if shift > 0, word < 7 { bits |= words[word + 1] << (64 - shift) }
        return count >= 64 ? bits : bits & ((1 << UInt64(count)) - 1)
    }

    /// The first day of the set that is not before `day`; nil if there is none.
    func first(from day: Int) -> Int? {
        var word = max(day, 0) >> 6
        guard word < Self.wordCount else { return nil }
        var bits = words[word] & (UInt64.max << UInt64(max(day, 0) & 63))
        while bits == 0 {
            word += 1
            guard word < Self.wordCount else { return nil }
            bits = words[word]
        }
        return word << 6 + bits.trailingZeroBitCount
    }
}
