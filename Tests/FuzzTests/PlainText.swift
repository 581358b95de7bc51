// What becomes of a text in a calendar, said a second time and slowly.

extension Unicode.Scalar {
    /// C0 but the tab, DEL and C1, and the two separators at which some readers end a line.
    var isForbiddenInLine: Bool {
        switch value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension String {
    /// Whether no scalar is left out or replaced when the string is written.
    var isPlain: Bool { !unicodeScalars.contains(where: \.isForbiddenInLine) }

    /// The string with every way to end a line as a line feed, and without other controls than the tab.
    var asKept: String {
        var kept = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where afterReturn: break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": kept.append("\n")
            case _ where scalar.isForbiddenInLine: break
            default: kept.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(kept)
    }
}
