/// Where the parts of a content line lie in the bytes around it.
///
/// Thirty-two bits are enough: nothing over ``CalendarStream/maximumSize`` is read.
struct LineMarks: Sendable {
    private let start: UInt32
    private let nameLength: UInt16
    /// Whether a fold lies after the name, so that bytes have to be left out.
    let isFolded: Bool
    private let valueStart: UInt32
    private let end: UInt32
    let line: UInt32

    init(start: Int, nameEnd: Int, valueStart: Int, end: Int, line: Int, isFolded: Bool) {
        self.start = UInt32(truncatingIfNeeded: start)
        nameLength = UInt16(truncatingIfNeeded: nameEnd - start)
        self.isFolded = isFolded
        self.valueStart = UInt32(truncatingIfNeeded: valueStart)
        self.end = UInt32(truncatingIfNeeded: end)
        self.line = UInt32(truncatingIfNeeded: line)
    }

    private var nameEnd: Int { Int(start) + Int(nameLength) }

    var whole: Range<Int> { Int(start)..<Int(end) }
    var name: Range<Int> { Int(start)..<nameEnd }
    var value: Range<Int> { Int(valueStart)..<Int(end) }
    /// From the first semicolon up to the colon, empty without parameters.
    var parameters: Range<Int> { nameEnd..<Int(valueStart) - 1 }
    var hasParameters: Bool { nameEnd < Int(valueStart) - 1 }
}
