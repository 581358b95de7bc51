/// Finds the parts of a `multipart` (RFC 2046 section 5.1.1), one after the other.
///
/// The line break before a boundary belongs to it; what stands before the first one and after the last is for nobody.
/// Where the last one is missing, the last part ends with the content.
struct BoundaryScanner {
    private let delimiter: [UInt8]
    private let bytes: [UInt8]
    private let end: Int
    private var line: Int
    /// Where the part begins that comes next; nil before the first boundary and after the last.
    private var start: Int?

    init(_ boundary: String, in bytes: [UInt8], _ content: Range<Int>) {
        delimiter = Array("--\(boundary)".utf8)
        self.bytes = bytes
        (line, end) = (content.lowerBound, content.upperBound)
        // Without a word of its own it would be found before every signature.
        if boundary.isEmpty { line = end }
        while line < end, start == nil {
            let next = nextLine
            if match(line..<next) == .opening { start = next }
            line = next
        }
    }

    /// The headers and the content of the next part; nil where there is none.
    mutating func nextPart() -> Range<Int>? {
        guard let begin = start else { return nil }
        while line < end {
            let (current, next) = (line, nextLine)
            line = next
            guard let found = match(current..<next) else { continue }
            start = found == .opening ? next : nil
            return begin..<contentEnd(begin, current)
        }
        start = nil
        return begin..<end
    }

    private var nextLine: Int {
        bytes[line..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
    }

    private enum Mark {
        case opening
        case closing
    }

    /// Blanks may stand behind a boundary, and nothing else.
    private func match(_ line: Range<Int>) -> Mark? {
        guard bytes[line].starts(with: delimiter) else { return nil }
        let rest = bytes[line].dropFirst(delimiter.count)
        let isClosing = rest.starts(with: [0x2D, 0x2D])
        let isOver = rest.dropFirst(isClosing ? 2 : 0).allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
        return isOver ? (isClosing ? .closing : .opening) : nil
    }

    private func contentEnd(_ begin: Int, _ boundary: Int) -> Int {
        var end = boundary
        if end > begin, bytes[end - 1] == 0x0A { end -= 1 }
        if end > begin, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }
}
