/// The headers of a mail or of a part (RFC 5322 section 2.2), as they came.
///
/// They end at an empty line, or at one that is none of theirs, with which the content begins. Names are found in
/// either case; a header may be missing or stand there often.
public struct HeaderFields: Sendable {
    private struct Field {
        let name: Range<Int>
        /// Between the colon and the last line's end.
        var value: Range<Int>
    }

    private let bytes: [UInt8]
    private var fields: [Field] = []
    /// Where the content begins.
    let end: Int
    /// Whether other programs find the same fields: the headers end at an empty line or with the mail, and no zero and
    /// no return without its line feed is in them, which some take for an end.
    let areWellFormed: Bool

    /// - Parameter range: of the headers and what follows them.
    init(in bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        var start = range.lowerBound
        var isOver = false
        while start < range.upperBound, !isOver {
            let next = bytes[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
            let line = start..<Self.contentEnd(in: bytes, start..<next)
            if line.isEmpty {
                isOver = true
            } else if HeaderScanner.isBlank(bytes[start]), !fields.isEmpty {
                fields[fields.count - 1].value = fields[fields.count - 1].value.lowerBound..<line.upperBound
            } else if let field = Self.field(in: bytes, line) {
                fields.append(field)
            } else if start > range.lowerBound || !Self.isEnvelope(bytes[line]) {
                end = start
                areWellFormed = false
                return
            }
            start = next
        }
        end = start
        areWellFormed = Self.isClean(bytes[range.lowerBound..<start])
    }

    private static func isClean(_ headers: ArraySlice<UInt8>) -> Bool {
        var isAfterReturn = false
        for byte in headers {
            if byte == 0 || isAfterReturn && byte != 0x0A { return false }
            isAfterReturn = byte == 0x0D
        }
        return true
    }

    var isEmpty: Bool { fields.isEmpty }

    private static func contentEnd(in bytes: [UInt8], _ line: Range<Int>) -> Int {
        var end = line.upperBound
        if end > line.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
        if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// Blanks before the colon are obsolete and still come (RFC 5322 section 4.5).
    private static func field(in bytes: [UInt8], _ line: Range<Int>) -> Field? {
        let name = bytes[line].prefix { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
        let rest = bytes[name.endIndex..<line.upperBound].drop(while: HeaderScanner.isBlank)
        guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return nil }
        return Field(name: name.indices, value: rest.startIndex + 1..<line.upperBound)
    }

    /// The line that mail in an mbox file, or from a pipe, has before its headers.
    private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
    }
}

// MARK: Values

extension HeaderFields {
    /// The text of the first header with that name, on one line, with its encoded words read; nil where there is none.
    public subscript(name: String) -> String? {
        raw(name).map { HeaderText.clean(EncodedText.decode($0)) }
    }

    /// What the first header with that name holds, unfolded, without the blanks around it (RFC 5322 section 2.2.3).
    func raw(_ name: String) -> [UInt8]? {
        fields.first { isNamed($0, name) }.map(value)
    }

    /// The same for every header with that name, from the top down.
    public func all(_ name: String) -> [[UInt8]] {
        fields.filter { isNamed($0, name) }.map(value)
    }

    /// Those with one of the names, from the top down, with the names as they are asked for.
    func all(among names: [String]) -> [(name: String, value: [UInt8])] {
        fields.compactMap { field in names.first { isNamed(field, $0) }.map { ($0, value(field)) } }
    }

    /// The name of every header in lower case with its value, from the top down.
    var named: [(name: String, value: [UInt8])] {
        fields.map { (String(decoding: bytes[$0.name].map(Self.lowercased), as: UTF8.self), value($0)) }
    }

    private func isNamed(_ field: Field, _ name: String) -> Bool {
        guard field.name.count == name.utf8.count else { return false }
        return zip(bytes[field.name], name.utf8).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// A return that ends no line becomes a blank.
    private func value(_ field: Field) -> [UInt8] {
        var value: [UInt8] = []
        for index in field.value where bytes[index] != 0x0A {
            if bytes[index] != 0x0D {
                value.append(bytes[index])
            } else if index + 1 == field.value.upperBound || bytes[index + 1] != 0x0A {
                value.append(0x20)
            }
        }
        let trimmed = value.drop(while: HeaderScanner.isBlank)
        return Array(
            trimmed[..<(trimmed.lastIndex { !HeaderScanner.isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex)])
    }
}
