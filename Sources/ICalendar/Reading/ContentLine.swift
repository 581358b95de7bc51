/// Finds the parts of an unfolded content line; RFC 5545 section 3.1.
///
///     ATTENDEE;CN="Petit, Claire";RSVP=TRUE:mailto:claire@exemple.fr
struct ContentLine {
    private let range: Range<Int>
    private let line: Int
    private var position: Int

    /// Longer names are no names: it keeps a broken file of one line from being taken for one.
    private static let longestName = 255

    init(_ range: Range<Int>, line: Int) {
        self.range = range
        self.line = line
        position = range.lowerBound
    }

    /// Where the parts lie.
    ///
    /// - Parameter isFolded: whether the value still holds folds; the rest of the line does not.
    mutating func marks(in bytes: Span<UInt8>, isFolded: Bool) throws(Fault) -> LineMarks {
        skipName(in: bytes)
        let nameEnd = position
        guard nameEnd > range.lowerBound, nameEnd - range.lowerBound <= Self.longestName else {
            throw notAProperty(in: bytes)
        }
        while take(UInt8(ascii: ";"), in: bytes) {
            try skipParameter(in: bytes, nameEnd: nameEnd)
        }
        guard take(UInt8(ascii: ":"), in: bytes) else {
            guard nameEnd < position else { throw notAProperty(in: bytes) }
            throw Fault(line: line, reason: .badParameter(property: name(to: nameEnd, in: bytes)))
        }
        return LineMarks(
            start: range.lowerBound, nameEnd: nameEnd, valueStart: position, end: range.upperBound, line: line,
            isFolded: isFolded)
    }

    private mutating func skipParameter(in bytes: Span<UInt8>, nameEnd: Int) throws(Fault) {
        // Some write ";;", with nothing in between.
        if position < range.upperBound, bytes[position] == UInt8(ascii: ";") || bytes[position] == UInt8(ascii: ":") {
            return
        }
        let start = position
        skipName(in: bytes)
        guard position > start, take(UInt8(ascii: "="), in: bytes) else {
            throw Fault(line: line, reason: .badParameter(property: name(to: nameEnd, in: bytes)))
        }
        repeat {
            guard take(UInt8(ascii: "\""), in: bytes) else {
                while position < range.upperBound, !Self.endsValue(bytes[position]) { position += 1 }
                continue
            }
            while position < range.upperBound, bytes[position] != UInt8(ascii: "\"") { position += 1 }
            guard take(UInt8(ascii: "\""), in: bytes) else {
                throw Fault(line: line, reason: .unterminatedQuote(property: name(to: nameEnd, in: bytes)))
            }
        } while take(UInt8(ascii: ","), in: bytes)
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }

    private mutating func skipName(in bytes: Span<UInt8>) {
        while position < range.upperBound, ASCII.isName(bytes[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
        guard position < range.upperBound, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private func name(to end: Int, in bytes: Span<UInt8>) -> String {
        ASCII.uppercased((range.lowerBound..<end).map { bytes[$0] })
    }

    private func notAProperty(in bytes: Span<UInt8>) -> Fault {
        let start = (range.lowerBound..<min(range.upperBound, range.lowerBound + 40)).map { bytes[$0] }
        return Fault(line: line, reason: .notAProperty(String(String(decoding: start, as: UTF8.self).prefix(20))))
    }
}
