import PlainText

extension String {
    /// The text as a scalar of YAML, quoted unless nobody can take it for anything else (YAML 1.2 section 7.3).
    var yamlScalar: String { isPlainInYAML ? self : quotedInYAML }

    /// The text in double quotes, in which everything that hides or breaks a line is an escape (section 5.7).
    ///
    /// By scalars: with a mark behind it, a quotation mark is another character to Swift, and still one to YAML.
    var quotedInYAML: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\":
                result.unicodeScalars.append("\\")
                result.unicodeScalars.append(scalar)
            case _ where scalar.isHidden || scalar.hasNoPlaceInFile:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private var isPlainInYAML: Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
        guard first.isLetterOrDigit, last != " ", last != ":" else { return false }
        var before = first
        for scalar in unicodeScalars {
            guard scalar.isLetterOrDigit || " ._@+:–-".unicodeScalars.contains(scalar) else { return false }
            if before == ":", scalar == " " { return false }
            before = scalar
        }
        return utf8.count > 5 || !Self.words.contains(lowercased())
    }

    /// What YAML 1.1 or 1.2 takes for a truth value, or for nothing.
    private static let words: Set<String> = ["true", "false", "yes", "no", "null", "on", "off", "y", "n"]
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        if isASCII { return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20) }
        return properties.generalCategory.isLetter && !isHidden
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isLetter: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
