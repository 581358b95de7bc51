/// Text of a stranger's, made fit for a log: one line, no control characters, 500 characters at most.
enum OneLine {
    static func of(_ text: String) -> String {
        if isFit(text) { return text }
        let scalars = text.unicodeScalars.prefix(2000).map { isControl($0) ? " " : $0 }
        let words = String(String.UnicodeScalarView(scalars)).split(separator: " ")
        return String(words.joined(separator: " ").prefix(500))
    }

    /// What honest servers say: printable ASCII with single spaces. Most answers are, and cost nothing then.
    private static func isFit(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        var count = 0
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
            count += 1
        }
        return count <= 500 && (previous != 0x20 || count == 0)
    }

    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Formats, too: marks that turn the direction of writing could make a log say something else.
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
