/// Reads a pattern in the syntax of RE2, as far as `docs/conditions.md` says.
struct PatternParser {
    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0
    private var flags = Flags()

    static let longest = 1_000
    private static let deepest = 100
    private static let mostRepeats = 1_000

    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesNewline = false
    }

    static func parse(_ pattern: String) throws(PatternError) -> PatternNode {
        guard pattern.unicodeScalars.count <= longest else { throw .tooLong(limit: longest) }
        var parser = PatternParser(scalars: Array(pattern.unicodeScalars))
        let node = try parser.choice()
        if parser.next != nil { throw .stray(")") }
        return node
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Steps over a text if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var items: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if take("\\Q") {
                quoted(into: &items)
                // What follows repeats the last character alone.
                if let last = items.popLast() { items.append(try repetition(of: last)) }
                continue
            }
            guard let item = try atom() else { continue }
            items.append(try repetition(of: item))
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    /// Up to `\E`, nothing has a meaning of its own.
    private mutating func quoted(into items: inout [PatternNode]) {
        while let scalar = next, !take("\\E") {
            items.append(.set(literal(scalar)))
            position += 1
        }
    }

    /// - Returns: nil for a group that only sets flags.
    private mutating func atom() throws(PatternError) -> PatternNode? {
        guard let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "(": return try group()
        case "[": return .set(try bracket(ignoringCase: flags.ignoresCase))
        case ".": return .set(flags.dotTakesNewline ? .any : .anyButNewline)
        case "^": return .anchor(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .anchor(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?": throw .nothingToRepeat(String(scalar))
        case "\\": return try escaped()
        default: return .set(literal(scalar))
        }
    }

    private func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
        ScalarSet([scalar...scalar]).ignoringCase(flags.ignoresCase)
    }

    private mutating func escaped() throws(PatternError) -> PatternNode {
        let anchors: [Unicode.Scalar: PatternAnchor] = [
            "A": .textStart, "z": .textEnd, "b": .wordBoundary, "B": .noWordBoundary,
        ]
        if let scalar = next, let anchor = anchors[scalar] {
            position += 1
            return .anchor(anchor)
        }
        if let set = try classEscape() { return .set(set.ignoringCase(flags.ignoresCase)) }
        return .set(literal(try scalarEscape()))
    }

    private mutating func group() throws(PatternError) -> PatternNode? {
        let outside = flags
        if take("?") {
            if ["=", "!", "<=", "<!"].contains(where: { take($0) }) { throw .lookAround }
            if take("P<") || take("<") {
                let end = scalars[position...].firstIndex(of: ">")
                let name = scalars[position..<(end ?? position)]
                guard let end, !name.isEmpty, name.allSatisfy(\.isWord) else { throw .unclosed("(?<") }
                position = end + 1
            } else if try !setFlags() {
                // They hold to the end of the group around.
                return nil
            }
        }
        let inner = try choice()
        guard take(")") else { throw .unclosed("(") }
        flags = outside
        return inner
    }

    /// `(?i-s)` for what follows, or `(?i:` for a group of its own.
    ///
    /// - Returns: whether a group follows.
    private mutating func setFlags() throws(PatternError) -> Bool {
        var value = true
        while let scalar = next {
            position += 1
            switch scalar {
            case "i": flags.ignoresCase = value
            case "m": flags.isMultiline = value
            case "s": flags.dotTakesNewline = value
            // Which match is preferred makes no difference to whether there is one.
            case "U": break
            case "-" where value: value = false
            case ":": return true
            case ")": return false
            default: throw .unknownFlag(String(scalar))
            }
        }
        throw .unclosed("(?")
    }

    private mutating func repetition(of item: PatternNode) throws(PatternError) -> PatternNode {
        let start = position
        guard let (least, most) = bounds() else { return item }
        // Greedy or not, the same texts match.
        _ = take("?")
        let sign = position
        if bounds() != nil {
            throw .nothingToRepeat(String(String.UnicodeScalarView(scalars[sign..<position])))
        }
        let limit = Self.mostRepeats
        guard least <= limit, most ?? 0 <= limit, least <= most ?? limit else {
            position = start
            throw .repeatedTooOften(limit: limit)
        }
        return .repeated(item, least: least, most: most)
    }

    private mutating func bounds() -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = position
        // What is no repetition after all is only a brace.
        if take("{"), let least = number() {
            if take("}") { return (least, least) }
            if take(",") {
                if take("}") { return (least, nil) }
                if let most = number(), take("}") { return (least, most) }
            }
        }
        position = start
        return nil
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next, digit.isDigit {
            // Beyond the limit, how far is all the same.
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), Self.mostRepeats + 1)
            position += 1
        }
        return value
    }
}
