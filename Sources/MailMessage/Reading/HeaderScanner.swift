/// Goes through the value of a structured header (RFC 5322 section 3.2), forwards and once.
struct HeaderScanner {
    private let bytes: [UInt8]
    private var index = 0

    /// - Parameter value: unfolded.
    init(_ value: [UInt8]) {
        bytes = value
    }

    /// The octet that comes; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance() { index += 1 }

    /// Passes over that octet, if it comes.
    mutating func skip(_ byte: Character) -> Bool {
        guard let next, next == byte.asciiValue else { return false }
        advance()
        return true
    }

    mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = index
        while let next, condition(next) { advance() }
        return bytes[start..<index]
    }

    /// Passes over blanks and comments.
    ///
    /// - Returns: whether there were any, and the last comment.
    @discardableResult mutating func skipBlanks() -> (any: Bool, comment: [UInt8]?) {
        let start = index
        var last: [UInt8]?
        while let next {
            if Self.isBlank(next) {
                advance()
            } else if next == UInt8(ascii: "(") {
                last = comment()
            } else {
                break
            }
        }
        return (index > start, last)
    }

    /// What stands in the quotes that begin here, without them and without escapes; to the end where none close it.
    mutating func quotedString() -> [UInt8] {
        advance()
        var content: [UInt8] = []
        while let next {
            advance()
            if next == UInt8(ascii: "\"") { break }
            guard next == UInt8(ascii: "\\"), let escaped = self.next else {
                content.append(next)
                continue
            }
            content.append(escaped)
            advance()
        }
        return content
    }

    /// What stands in the parentheses that begin here, comments within it too; to the end where none close it.
    mutating func comment() -> [UInt8] {
        advance()
        var content: [UInt8] = []
        var depth = 1
        while var byte = next {
            advance()
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"):
                guard let escaped = next else { break }
                byte = escaped
                advance()
            default: break
            }
            if depth == 0 { break }
            content.append(byte)
        }
        return content
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
