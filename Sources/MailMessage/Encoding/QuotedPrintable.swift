/// Quoted-printable (RFC 2045 section 6.7): text that stays readable, in lines of at most 76 characters.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func escape(_ byte: UInt8) -> String {
        String(decoding: [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }

    /// - Parameter text: any line breaks; each becomes CRLF.
    static func lines(of text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count * 5 / 4)
        let bytes = Array(text.utf8)
        var start = 0
        while true {
            let (end, next) = lineEnd(in: bytes, from: start)
            encode(line: bytes[start..<end], into: &result)
            result += [0x0D, 0x0A]
            guard let next else { return result }
            start = next
        }
    }

    /// Where the line that begins at `start` ends, and where the next one begins; nil where it is the last.
    ///
    /// Lines end where Unicode says so (`Character.isNewline`), found in bytes: a mail is long, and most of it is ASCII.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> (end: Int, next: Int?) {
        var index = start
        while index < bytes.count {
            let length =
                switch bytes[index] {
                case 0x0D: bytes[(index + 1)...].first == 0x0A ? 2 : 1
                case 0x0A, 0x0B, 0x0C: 1
                // U+0085.
                case 0xC2: bytes[(index + 1)...].first == 0x85 ? 2 : 0
                // U+2028 and U+2029.
                case 0xE2:
                    bytes[(index + 1)...].starts(with: [0x80, 0xA8])
                        || bytes[(index + 1)...].starts(with: [0x80, 0xA9]) ? 3 : 0
                default: 0
                }
            if length > 0 { return (index, index + length) }
            index += 1
        }
        return (index, nil)
    }

    private static func encode(line: ArraySlice<UInt8>, into result: inout [UInt8]) {
        var column = 0
        for index in line.indices {
            var isEscaped = needsEscape(line, at: index, isFirst: column == 0)
            // One column stays free for the mark of a soft line break.
            if column + (isEscaped ? 3 : 1) > (index == line.endIndex - 1 ? 76 : 75) {
                result += [0x3D, 0x0D, 0x0A]
                column = 0
                isEscaped = needsEscape(line, at: index, isFirst: true)
            }
            if isEscaped {
                result.append(0x3D)
                result.append(digits[Int(line[index] >> 4)])
                result.append(digits[Int(line[index] & 15)])
            } else {
                result.append(line[index])
            }
            column += isEscaped ? 3 : 1
        }
    }

    private static let from = Array("From ".utf8)

    /// Blanks at a line's end are lost on the way, and so may be a dot or the word "From" at its beginning.
    private static func needsEscape(_ line: ArraySlice<UInt8>, at index: Int, isFirst: Bool) -> Bool {
        let byte = line[index]
        return switch byte {
        case 0x20, 0x09: index == line.endIndex - 1
        case 0x2E: isFirst
        case 0x46: isFirst && line[index...].starts(with: from)
        case 0x3D: true
        default: !(0x21...0x7E).contains(byte)
        }
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
