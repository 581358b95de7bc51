/// Classes and escapes.
extension PatternParser {
    /// What follows `[`, to its `]`.
    mutating func bracket(ignoringCase: Bool) throws(PatternError) -> ScalarSet {
        let isNegated = take("^")
        var set = ScalarSet()
        var isFirst = true
        while let scalar = next {
            // A bracket that comes first is meant itself.
            if scalar == "]", !isFirst {
                position += 1
                let folded = set.ignoringCase(ignoringCase)
                return isNegated ? folded.negated() : folded
            }
            isFirst = false
            if let named = try namedClass() {
                set.formUnion(named)
                continue
            }
            guard let low = try bound(into: &set) else { continue }
            if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                guard let high = try bound(into: &set), low <= high else { throw .badRange("\(low)-…") }
                set.insert(low...high)
            } else {
                set.insert(low...low)
            }
        }
        throw .unclosed("[")
    }

    /// One character; nil where it was a class, which is then in the set.
    private mutating func bound(into set: inout ScalarSet) throws(PatternError) -> Unicode.Scalar? {
        guard let scalar = next else { throw .unclosed("[") }
        position += 1
        guard scalar == "\\" else { return scalar }
        if let escaped = try classEscape() {
            set.formUnion(escaped)
            return nil
        }
        return try scalarEscape()
    }

    /// `[:alpha:]` or `[:^alpha:]`.
    private mutating func namedClass() throws(PatternError) -> ScalarSet? {
        let start = position
        guard take("[:") else { return nil }
        let isNegated = take("^")
        let letters = scalars[position...].prefix { $0.isNameStart }
        position += letters.count
        guard take(":]") else {
            position = start
            return nil
        }
        let name = String(String.UnicodeScalarView(letters))
        guard let set = ScalarSet.named[name] else { throw .unknownClass("[:\(name):]") }
        return isNegated ? set.complement : set
    }

    /// `\d` and its like, after the backslash; nil where something else follows.
    mutating func classEscape() throws(PatternError) -> ScalarSet? {
        guard let letter = next else { throw .stray("\\") }
        let set: ScalarSet
        switch letter {
        case "d": set = .digit
        case "D": set = ScalarSet.digit.complement
        case "w": set = .word
        case "W": set = ScalarSet.word.complement
        case "s": set = .space
        case "S": set = ScalarSet.space.complement
        case "p", "P":
            position += 1
            return try category(isNegated: letter == "P")
        default: return nil
        }
        position += 1
        return set
    }

    /// `L`, `{Lu}` or `{^Lu}`, after `\p`.
    private mutating func category(isNegated: Bool) throws(PatternError) -> ScalarSet {
        guard let first = next else { throw .badEscape("\\p") }
        position += 1
        guard first == "{" else { return try category(String(first), isNegated) }
        let inverts = take("^")
        guard let end = scalars[position...].firstIndex(of: "}") else { throw .unclosed("{") }
        let name = String(String.UnicodeScalarView(scalars[position..<end]))
        position = end + 1
        return try category(name, isNegated != inverts)
    }

    private func category(_ name: String, _ isNegated: Bool) throws(PatternError) -> ScalarSet {
        guard let groups = ScalarSet.categories(name) else { throw .unknownClass("\\p{\(name)}") }
        return ScalarSet(category: groups, negated: isNegated)
    }

    /// The one character that an escape stands for, after the backslash.
    mutating func scalarEscape() throws(PatternError) -> Unicode.Scalar {
        guard let letter = next else { throw .stray("\\") }
        position += 1
        switch letter {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "x": return try hexEscape()
        case "0":
            var value: UInt32 = 0
            for _ in 0..<2 {
                guard let digit = next?.hexValue, digit < 8 else { break }
                value = value * 8 + digit
                position += 1
            }
            return Unicode.Scalar(value) ?? "\0"
        case "1"..."9", "k": throw .backReference
        // Signs can always be escaped, letters only where they mean something.
        case _ where letter.isASCII && !letter.isWord || letter == "_": return letter
        default: throw .badEscape("\\\(letter)")
        }
    }

    /// `7F` or `{1F600}`, after `\x`.
    private mutating func hexEscape() throws(PatternError) -> Unicode.Scalar {
        let isBraced = take("{")
        var value: UInt32 = 0
        var count = 0
        while count < (isBraced ? 6 : 2), let digit = next?.hexValue {
            value = value * 16 + digit
            count += 1
            position += 1
        }
        guard isBraced ? count > 0 && take("}") : count == 2, let scalar = Unicode.Scalar(value) else {
            throw .badEscape("\\x")
        }
        return scalar
    }
}
