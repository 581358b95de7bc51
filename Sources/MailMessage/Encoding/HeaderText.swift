/// Text in headers: what cannot stand there as it is becomes encoded words (RFC 2047).
enum HeaderText {
    /// The text on one line: control characters, marks of direction and runs of blanks become one blank.
    static func clean(_ text: String) -> String {
        text.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
            default: scalar == " "
            }
        }.map { String($0) }.joined(separator: " ")
    }

    /// An unstructured value such as a subject.
    static func unstructured(_ text: String) -> String {
        let text = clean(text)
        return isPlain(text) ? text : words(text)
    }

    /// A display name: as it stands, as a quoted string, or encoded.
    static func phrase(_ text: String) -> String {
        let text = clean(text)
        guard isPlain(text) else { return words(text) }
        let isAtoms = text.utf8.allSatisfy { byte in
            isAlphanumeric(byte) || byte == 0x20 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
        if isAtoms { return text }
        return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }

    /// ASCII that no reader takes for an encoded word, in words that fit on a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.split(separator: " ").allSatisfy { $0.utf8.count <= 70 }
    }

    /// Encoded words, each holding whole characters, in the shorter of both encodings; so long that one fits on a line
    /// of 78 behind `Subject:`, which is below the 75 that RFC 2047 allows.
    private static func words(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let quoted = bytes.reduce(0) { $0 + q($1).utf8.count }
        let usesQ = quoted <= (bytes.count + 2) / 3 * 4
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if length(of: chunk + next, usesQ) > 56 {
                words.append(word(chunk, usesQ))
                chunk = []
            }
            chunk += next
        }
        words.append(word(chunk, usesQ))
        return words.joined(separator: " ")
    }

    private static func length(of bytes: [UInt8], _ usesQ: Bool) -> Int {
        usesQ ? bytes.reduce(0) { $0 + q($1).utf8.count } : (bytes.count + 2) / 3 * 4
    }

    private static func word(_ bytes: [UInt8], _ usesQ: Bool) -> String {
        usesQ ? "=?UTF-8?Q?\(bytes.map(q).joined())?=" : "=?UTF-8?B?\(Base64.text(of: bytes))?="
    }

    /// What may stand in an encoded word wherever it is, in a phrase as well (RFC 2047 section 5).
    private static func q(_ byte: UInt8) -> String {
        if byte == 0x20 { return "_" }
        let isSafe = isAlphanumeric(byte) || "!*+-/".utf8.contains(byte)
        return isSafe ? String(UnicodeScalar(byte)) : QuotedPrintable.escape(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
