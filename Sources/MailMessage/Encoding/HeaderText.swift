/// Text in headers: what cannot stand there as it is becomes encoded words (RFC 2047).
enum HeaderText {
    /// The text on one line: control characters and runs of blanks become one blank; marks of direction and whatever
    /// else is invisible go, but for what joins letters in some scripts and emoji.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var owesBlank = false
        for scalar in text.unicodeScalars {
            // Most of what stands in headers is ASCII, whose categories need no table.
            let isVisible = (0x21...0x7E).contains(scalar.value)
            if !isVisible, isBlank(scalar) {
                owesBlank = !result.isEmpty
            } else if isVisible || scalar.properties.generalCategory != .format || joiners.contains(scalar) {
                if owesBlank { result.append(" ") }
                owesBlank = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar == " "
        }
    }

    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]

    /// An unstructured value such as a subject.
    ///
    /// - Parameter column: where on the header's first line it begins.
    static func unstructured(_ text: String, column: Int) -> String {
        let text = clean(text)
        return isPlain(text, column: column) ? text : EncodedWord.sequence(of: text, column: column)
    }

    /// A display name: as it stands, as a quoted string, or encoded.
    static func phrase(_ text: String) -> String {
        let text = clean(text)
        let isAtoms = text.utf8.allSatisfy { byte in
            isAlphanumeric(byte) || byte == 0x20 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
        let phrase = isAtoms ? text : quoted(text)
        return isPlain(phrase, column: fromColumn) ? phrase : EncodedWord.sequence(of: text, column: fromColumn)
    }

    /// Names stand behind `From: ` or `To: `.
    private static let fromColumn = 6

    /// A quoted string (RFC 5322 section 3.2.4).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    /// ASCII that no reader takes for an encoded word, in words that fit on a line.
    private static func isPlain(_ text: String, column: Int) -> Bool {
        let words = text.utf8.split(separator: 0x20)
        return text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && (words.first?.count ?? 0) <= Header.longestLine - column
            && words.allSatisfy { $0.count < Header.longestLine }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
