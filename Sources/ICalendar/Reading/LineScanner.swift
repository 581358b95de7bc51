/// Finds the content lines of a calendar one after the other; RFC 5545 section 3.1.
///
/// Files that have been through editors end lines by LF or CR, so each of CRLF, LF and CR ends one here; empty lines
/// are passed over.
struct LineScanner {
    private var position: Int
    /// The line at `position`, the first being 1.
    private var number = 1

    /// A line with its folds, its last line end not included.
    struct Line {
        let range: Range<Int>
        let number: Int
        /// The first fold's place, or the line's end.
        let firstFold: Int
        var isFolded: Bool { firstFold < range.upperBound }
    }

    init(_ bytes: Span<UInt8>) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        position = bytes.count >= 3 && mark.indices.allSatisfy { bytes[$0] == mark[$0] } ? 3 : 0
    }

    /// The next line; nil at the end.
    mutating func next(in bytes: Span<UInt8>) -> Line? {
        skipLineEnds(in: bytes)
        guard position < bytes.count else { return nil }
        let start = position
        let first = number
        var firstFold: Int?
        while true {
            let end = Self.lineEnd(from: position, in: bytes)
            position = end
            skipLineEnds(in: bytes)
            guard position < bytes.count, ASCII.isBlank(bytes[position]) else {
                return Line(range: start..<end, number: first, firstFold: firstFold ?? end)
            }
            firstFold = firstFold ?? end
        }
    }

    private static func lineEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
        var end = start
        // All line ends are below 0x0E, as hardly anything else is in a text.
        while end < bytes.count, bytes[end] > 0x0D || !ASCII.isLineEnd(bytes[end]) { end += 1 }
        return end
    }

    private mutating func skipLineEnds(in bytes: Span<UInt8>) {
        while position < bytes.count, ASCII.isLineEnd(bytes[position]) {
            let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
            position += isPair ? 2 : 1
            number += 1
        }
    }
}
