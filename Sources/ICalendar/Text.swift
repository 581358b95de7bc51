// The TEXT type of RFC 5545 section 3.3.11, and what no content line may hold.

extension String {
    /// The string as a TEXT value: `Café\, 12 rue de l'Ourcq\nParis`.
    var escapedAsText: String {
        var escaped = String.UnicodeScalarView()
        for scalar in withPlainNewlines {
            switch scalar {
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\n":
                escaped.append("\\")
                escaped.append("n")
            default:
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// The string that a TEXT value stands for; a backslash before anything unknown stands for itself.
    var unescapedFromText: String {
        guard unicodeScalars.contains("\\") else { return self }
        var unescaped = String.UnicodeScalarView()
        var scalars = unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let next = scalars.first else {
                unescaped.append(scalar)
                continue
            }
            switch next {
            case "\\", ";", ",": unescaped.append(next)
            case "n", "N": unescaped.append("\n")
            default:
                unescaped.append(scalar)
                continue
            }
            scalars.removeFirst()
        }
        return String(unescaped)
    }

    /// The scalars with every way to end a line written as U+000A.
    ///
    /// NEL and the line and paragraph separators are no line ends to RFC 5545, but some readers split at them.
    var withPlainNewlines: String.UnicodeScalarView {
        var plain = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where afterReturn: break
            case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": plain.append("\n")
            default: plain.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return plain
    }
}
