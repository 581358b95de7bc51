/// A property of a component: one content line, such as `SUMMARY:Point d'étape`; RFC 5545 section 3.1.
///
/// It is a piece of the bytes that it was read from, so that a calendar in memory costs little more than its file.
/// Names, parameters and values are taken out of it, unfolded, when they are asked for.
public struct Property: Sendable {
    /// The bytes of which the line is a piece: a whole file, or the line alone for one that was made here.
    private let source: [UInt8]
    private let marks: LineMarks

    /// A line that a reader has found; `marks` lie within `source`.
    init(in source: [UInt8], at marks: LineMarks) {
        self.source = source
        self.marks = marks
    }

    /// - Parameter value: as it stands on a line; use `init(_:_:text:)` for what has to be escaped.
    public init(_ name: String, _ parameters: [Parameter] = [], value: String, line: Int = 0) {
        var bytes = Array(name.utf8)
        let nameEnd = bytes.count
        for parameter in parameters {
            bytes += ";\(parameter.encoded)".utf8
        }
        bytes.append(UInt8(ascii: ":"))
        let valueStart = bytes.count
        bytes += value.utf8
        source = bytes
        marks = LineMarks(
            start: 0, nameEnd: nameEnd, valueStart: valueStart, end: bytes.count, line: line, isFolded: false)
    }

    /// A property of the TEXT type, with `text` escaped.
    public init(_ name: String, _ parameters: [Parameter] = [], text: String) {
        self.init(name, parameters, value: text.escapedAsText)
    }

    /// The line where it began in the file that it was read from, the first being 1; 0 for one that was made here.
    public var line: Int { Int(marks.line) }

    /// The name in upper case: `DTSTART`.
    public var name: String {
        ASCII.uppercased(source[marks.name])
    }

    /// Whether the property has that upper-case name; cheaper than asking for the name.
    public func isNamed(_ name: String) -> Bool {
        marks.name.count == name.utf8.count && ASCII.isSame(source[marks.name], as: name)
    }

    /// The value as it stands on the line, unfolded and still escaped; what is not UTF-8 in it is U+FFFD.
    public var value: String {
        String(decoding: valueBytes, as: UTF8.self)
    }

    /// The value as it stands on the line, unfolded, for what is ASCII alone.
    var valueBytes: ArraySlice<UInt8> { unfolded(marks.value) }

    /// The value read as the TEXT type; RFC 5545 section 3.3.11.
    public var text: String { value.unescapedFromText }

    /// What stands between the name and the value; RFC 5545 section 3.2.
    public var parameters: [Parameter] {
        guard marks.hasParameters else { return [] }
        return ParameterReader.parameters(unfolded(marks.parameters))
    }

    /// The first value of the parameter with that upper-case name.
    public func parameter(_ name: String) -> String? {
        guard marks.hasParameters else { return nil }
        return ParameterReader.firstValue(of: name, in: unfolded(marks.parameters))
    }

    private func unfolded(_ range: Range<Int>) -> ArraySlice<UInt8> {
        marks.isFolded ? Unfolding.undone(source[range]) : source[range]
    }
}

extension Property: Hashable {
    /// Whether both say the same, wherever they stand and however they are folded and quoted.
    public static func == (left: Property, right: Property) -> Bool {
        left.name == right.name && left.value == right.value && left.parameters == right.parameters
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}

extension Property: CustomStringConvertible {
    /// The line, unfolded.
    public var description: String {
        String(decoding: unfolded(marks.whole), as: UTF8.self)
    }
}
