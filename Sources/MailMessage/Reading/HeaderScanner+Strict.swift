/// A header that its grammar does not have; whoever decides by it refuses the whole.
struct MalformedField: Error {}

// Reading by the grammar alone (RFC 5322 section 3.2), where what a header says decides something.

extension HeaderScanner {
    /// Passes over blanks and comments.
    ///
    /// - Returns: whether there were any, and what the comments say.
    @discardableResult mutating func passBlanks() throws(MalformedField) -> (any: Bool, comments: [String]) {
        var (any, comments) = (false, [String]())
        while let next {
            if Self.isBlank(next) {
                advance()
            } else if next == UInt8(ascii: "(") {
                comments.append(try Self.text(wholeComment()))
            } else {
                break
            }
            any = true
        }
        return (any, comments)
    }

    /// What stands in the quotes that begin here, without them and without escapes.
    mutating func wholeQuotedString() throws(MalformedField) -> [UInt8] {
        advance()
        var content: [UInt8] = []
        while let byte = next {
            advance()
            if byte == UInt8(ascii: "\"") { return content }
            content.append(byte == UInt8(ascii: "\\") ? try escaped() : try Self.visible(byte))
        }
        throw MalformedField()
    }

    private mutating func wholeComment() throws(MalformedField) -> [UInt8] {
        advance()
        var content: [UInt8] = []
        var depth = 1
        while let byte = next {
            advance()
            switch byte {
            case UInt8(ascii: "\\"): content.append(try escaped())
            case UInt8(ascii: "("):
                depth += 1
                content.append(byte)
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return content }
                content.append(byte)
            default: content.append(try Self.visible(byte))
            }
        }
        throw MalformedField()
    }

    private mutating func escaped() throws(MalformedField) -> UInt8 {
        guard let byte = next else { throw MalformedField() }
        advance()
        return try Self.visible(byte)
    }

    private static func visible(_ byte: UInt8) throws(MalformedField) -> UInt8 {
        guard byte >= 0x20 || byte == 0x09, byte != 0x7F else { throw MalformedField() }
        return byte
    }

    /// Bytes beyond ASCII are UTF-8 (RFC 6532), or the header is malformed.
    static func text(_ bytes: some Collection<UInt8>) throws(MalformedField) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MalformedField() }
        return text
    }

    /// In lower case as mail compares names: other scripts have letters that only look the same in it.
    static func folded(_ text: String) -> [UInt8] {
        text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// RFC 5322 section 3.2.3, and what is beyond ASCII.
    static func isAtomCharacter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || HeaderText.isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
