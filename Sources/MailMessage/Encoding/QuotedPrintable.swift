/// Quoted-printable (RFC 2045 section 6.7): text that stays readable, in lines of at most 76 characters.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func escape(_ byte: UInt8) -> String {
        String(decoding: [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    /// - Parameter text: any line breaks; each becomes CRLF.
    static func lines(of text: String) -> [UInt8] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { encode(line: Array($0.utf8)) + [0x0D, 0x0A] }
    }

    private static func encode(line: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var column = 0
        for index in line.indices {
            let isLast = index == line.count - 1
            var piece = encode(line, at: index, isFirst: column == 0)
            // One column stays free for the mark of a soft line break.
            if column + piece.count > (isLast ? 76 : 75) {
                result += [0x3D, 0x0D, 0x0A]
                column = 0
                piece = encode(line, at: index, isFirst: true)
            }
            result += piece
            column += piece.count
        }
        return result
    }

    /// Blanks at a line's end are lost on the way, and so may be a dot or the word "From" at its beginning.
    private static func encode(_ line: [UInt8], at index: Int, isFirst: Bool) -> [UInt8] {
        let byte = line[index]
        let needsEscape =
            switch byte {
            case 0x20, 0x09: index == line.count - 1
            case 0x2E: isFirst
            case 0x46: isFirst && line[index...].starts(with: Array("From ".utf8))
            case 0x3D: true
            default: !(0x21...0x7E).contains(byte)
            }
        return needsEscape ? Array(escape(byte).utf8) : [byte]
    }

    /// What `lines` has written.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let pair = bytes[(index + 1)...].prefix(2)
            let values = pair.compactMap(value)
            if bytes[index] == 0x3D, values.count == 2 {
                result.append(values[0] << 4 | values[1])
                index += 3
            } else if bytes[index] == 0x3D, pair.elementsEqual([0x0D, 0x0A]) {
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func value(ofDigit byte: UInt8) -> UInt8? {
        digits.firstIndex(of: byte).map { UInt8($0) }
    }
}
