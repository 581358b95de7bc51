/// The text of a header: encoded words (RFC 2047), and what stands between them.
///
/// Words count wherever they stand, also glued to others or in quotes, as many programs write them. Bytes beyond ASCII
/// are UTF-8, or Windows-1252 where they cannot be.
struct EncodedText {
    private let bytes: [UInt8]
    private var text = ""
    /// Words without anything but blanks between them, in the same charset: a character may begin in one and end in
    /// the next, though it should not.
    private var pending: (charset: String, bytes: [UInt8])?

    static func decode(_ bytes: [UInt8]) -> String {
        var reader = EncodedText(bytes: bytes)
        reader.read()
        return reader.text
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() {
        var (index, plain) = (0, 0)
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "="), let word = word(at: index) else {
                index += 1
                continue
            }
            // Blanks between two words only part them (RFC 2047 section 6.2).
            let between = bytes[plain..<index]
            if pending == nil || !between.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { add(plain: between) }
            if pending?.charset == word.charset {
                pending?.bytes += word.bytes
            } else {
                flush()
                pending = (word.charset, word.bytes)
            }
            (index, plain) = (word.end, word.end)
        }
        add(plain: bytes[plain...])
    }

    private mutating func add(plain: ArraySlice<UInt8>) {
        flush()
        if !plain.isEmpty { text += DecodedText(plain, charset: nil).string }
    }

    private mutating func flush() {
        guard let pending else { return }
        text += DecodedText(pending.bytes, charset: pending.charset).string
        self.pending = nil
    }

    /// `=?charset*language?B?text?=`, from its first sign on; the charset in lower case.
    ///
    /// No sign of a word but its own holds a question mark, so that what is looked at here is looked at only a few
    /// times, whatever there is.
    private func word(at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "?"),
            let charsetEnd = questionMark(from: start + 2), charsetEnd > start + 2, charsetEnd + 2 < bytes.count,
            bytes[charsetEnd + 2] == UInt8(ascii: "?"), let end = questionMark(from: charsetEnd + 3),
            end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "=")
        else { return nil }
        let content = bytes[(charsetEnd + 3)..<end]
        let decoded: [UInt8]
        switch bytes[charsetEnd + 1] & 0xDF {
        case UInt8(ascii: "B"): decoded = Base64.decode(content)
        case UInt8(ascii: "Q"):
            decoded = QuotedPrintable.decode(content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
        default: return nil
        }
        // A language may stand behind the charset (RFC 2231 section 5).
        let charset = bytes[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
        return (String(decoding: charset, as: UTF8.self).lowercased(), decoded, end + 2)
    }

    private func questionMark(from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: UInt8(ascii: "?"))
    }
}
