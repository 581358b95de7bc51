/// A piece of text in a header, in ASCII (RFC 2047): `=?UTF-8?Q?R=C3=A9union?=`.
enum EncodedWord {
    /// Of the whole word, with its marks (RFC 2047 section 2).
    static let longest = 75
    /// Of a line that holds a word: shorter than other lines may be (RFC 2047 section 2).
    static let longestLine = 76
    private static let overhead = "=?UTF-8?Q?".utf8.count + "?=".utf8.count

    /// The text as words with one blank between them, in the encoding that is the shorter.
    ///
    /// No word ends within what a reader sees as one character, unless that alone is longer than a word.
    /// - Parameter column: where on the header's first line the text begins; the first word fits behind it.
    static func sequence(of text: String, column: Int) -> String {
        let base64 = words(of: text, .base64, column: column)
        guard text.allSatisfy({ Encoding.quoted.length(of: $0.utf8) <= longest - overhead }) else { return base64 }
        let quoted = words(of: text, .quoted, column: column)
        return quoted.utf8.count <= base64.utf8.count ? quoted : base64
    }

    private static func words(of text: String, _ encoding: Encoding, column: Int) -> String {
        let units = units(of: text, encoding)
        var room = longestLine - column - overhead
        // What does not fit behind the header's name begins on a line of its own.
        if let first = units.first, encoding.length(of: first) > room { room = longest - overhead }
        var words: [String] = []
        var chunk: [UInt8] = []
        for unit in units {
            if !chunk.isEmpty, encoding.length(of: chunk + unit) > room {
                words.append(encoding.word(chunk))
                chunk = []
                room = longest - overhead
            }
            chunk += unit
        }
        if !chunk.isEmpty { words.append(encoding.word(chunk)) }
        return words.joined(separator: " ")
    }

    /// What stays together: a character, or a scalar of one that is too long for any word.
    private static func units(of text: String, _ encoding: Encoding) -> [[UInt8]] {
        text.flatMap { character in
            encoding.length(of: character.utf8) <= longest - overhead
                ? [Array(character.utf8)] : character.unicodeScalars.map { Array(String($0).utf8) }
        }
    }

    private enum Encoding {
        case quoted
        case base64

        func length(of bytes: some Collection<UInt8>) -> Int {
            switch self {
            case .quoted: bytes.reduce(0) { $0 + (Self.standsAsItIs($1) ? 1 : 3) }
            case .base64: (bytes.count + 2) / 3 * 4
            }
        }

        func word(_ bytes: [UInt8]) -> String {
            switch self {
            case .quoted: "=?UTF-8?Q?\(bytes.map(Self.quoted).joined())?="
            case .base64: "=?UTF-8?B?\(Base64.text(of: bytes))?="
            }
        }

        private static func quoted(_ byte: UInt8) -> String {
            if byte == 0x20 { return "_" }
            return standsAsItIs(byte) ? String(UnicodeScalar(byte)) : QuotedPrintable.escape(byte)
        }

        /// Wherever the word is, in a phrase as well (RFC 2047 section 5); a blank as "_".
        private static func standsAsItIs(_ byte: UInt8) -> Bool {
            HeaderText.isAlphanumeric(byte) || " !*+-/".utf8.contains(byte)
        }
    }
}
