/// Text of a stranger's, made fit for a log: one line, no control characters, 500 characters at most.
enum OneLine {
    static func of(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(2000).map { isControl($0) ? " " : $0 }
        let words = String(String.UnicodeScalarView(scalars)).split(separator: " ")
        return String(words.joined(separator: " ").prefix(500))
    }

    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        // Formats, too: marks that turn the direction of writing could make a log say something else.
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
