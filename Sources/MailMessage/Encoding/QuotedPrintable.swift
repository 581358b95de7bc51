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

    /// The bytes that a text stands for. Blanks at a line's end, which the way has added, go; a sign that begins no
    /// escape stays.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        // How much of the result is sure to stay: up to here it does not end in blanks that were written as they are.
        var kept = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x3D:
                if let escaped = escaped(in: bytes, at: index) {
                    result.append(escaped)
                    index += 3
                } else if let next = softBreak(in: bytes, at: index) {
                    index = next
                } else {
                    result.append(byte)
                    index += 1
                }
                kept = result.count
                continue
            case 0x20, 0x09: break
            case 0x0A: result.removeSubrange(kept...)
            case 0x0D where index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A: result.removeSubrange(kept...)
            default: break
            }
            result.append(byte)
            if byte != 0x20, byte != 0x09 { kept = result.count }
            index += 1
        }
        return result
    }

    private static func escaped(in bytes: ArraySlice<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < bytes.endIndex, let high = value(ofDigit: bytes[index + 1]),
            let low = value(ofDigit: bytes[index + 2])
        else { return nil }
        return high << 4 | low
    }

    /// Where the next line begins, if nothing but blanks stands between the sign and the line's end.
    private static func softBreak(in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        var index = index + 1
        while index < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
        guard index < bytes.endIndex else { return index }
        return bytes[index] == 0x0A ? index + 1 : nil
    }

    /// Of a hexadecimal digit, in either case.
    static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte & 0xDF) - 0x37
        default: nil
        }
    }
}
