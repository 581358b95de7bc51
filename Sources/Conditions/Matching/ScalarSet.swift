/// The characters that one place of a pattern takes.
struct ScalarSet: Sendable {
    private var ranges: [ClosedRange<UInt32>] = []
    private var categories: [(groups: Set<Unicode.GeneralCategory>, isNegated: Bool)] = []
    private var isNegated = false
    private var ignoresCase = false

    init(_ ranges: [ClosedRange<Unicode.Scalar>] = []) {
        for range in ranges { insert(range) }
    }

    init(category: Set<Unicode.GeneralCategory>, negated: Bool) {
        categories = [(category, negated)]
    }

    mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
        ranges.append(range.lowerBound.value...range.upperBound.value)
    }

    /// Takes in a set that was made by ``init(_:)``, ``init(category:negated:)`` or ``complement``.
    mutating func formUnion(_ other: ScalarSet) {
        ranges += other.ranges
        categories += other.categories
    }

    /// All other characters, of a set of ranges.
    var complement: ScalarSet {
        var set = ScalarSet()
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { set.ranges.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { set.ranges.append(next...0x10FFFF) }
        return set
    }

    func negated() -> ScalarSet {
        var set = self
        set.isNegated.toggle()
        return set
    }

    func ignoringCase(_ ignores: Bool) -> ScalarSet {
        var set = self
        set.ignoresCase = ignores
        return set
    }

    /// How many comparisons a look-up may take.
    var size: Int { ranges.count + categories.count }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let holds = has(scalar) || ignoresCase && scalar.caseVariants.contains(where: has)
        return holds != isNegated
    }

    private func has(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) }
            || categories.contains { $0.groups.contains(scalar.properties.generalCategory) != $0.isNegated }
    }
}

extension ScalarSet {
    static let any = ScalarSet(["\u{0}"..."\u{10FFFF}"])
    static let anyButNewline = ScalarSet(["\u{0}"..."\u{9}", "\u{B}"..."\u{10FFFF}"])
    static let digit = ScalarSet(["0"..."9"])
    static let word = ScalarSet(["0"..."9", "A"..."Z", "_"..."_", "a"..."z"])
    /// As in RE2, without the vertical tab.
    static let space = ScalarSet(["\t"..."\n", "\u{C}"..."\r", " "..." "])

    /// `[:alpha:]` and its like, of ASCII.
    static let named: [String: ScalarSet] = [
        "alnum": ScalarSet(["0"..."9", "A"..."Z", "a"..."z"]),
        "alpha": ScalarSet(["A"..."Z", "a"..."z"]),
        "ascii": ScalarSet(["\u{0}"..."\u{7F}"]),
        "blank": ScalarSet(["\t"..."\t", " "..." "]),
        "cntrl": ScalarSet(["\u{0}"..."\u{1F}", "\u{7F}"..."\u{7F}"]),
        "digit": digit,
        "graph": ScalarSet(["!"..."~"]),
        "lower": ScalarSet(["a"..."z"]),
        "print": ScalarSet([" "..."~"]),
        "punct": ScalarSet(["!"..."/", ":"..."@", "["..."`", "{"..."~"]),
        "space": ScalarSet(["\t"..."\r", " "..." "]),
        "upper": ScalarSet(["A"..."Z"]),
        "word": word,
        "xdigit": ScalarSet(["0"..."9", "A"..."F", "a"..."f"]),
    ]

    /// The general categories of Unicode by their letters, as in `\p{Lu}`; one letter stands for all that begin so.
    static func categories(_ name: String) -> Set<Unicode.GeneralCategory>? {
        let found = generalCategories.filter { $0.name == name || name.count == 1 && $0.name.hasPrefix(name) }
        return found.isEmpty ? nil : Set(found.map(\.category))
    }

    private static let generalCategories: [(name: String, category: Unicode.GeneralCategory)] = [
        ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter),
        ("Lo", .otherLetter), ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
        ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
        ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
        ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol), ("Sc", .currencySymbol),
        ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
        ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
        ("Cn", .unassigned),
    ]
}

extension Unicode.Scalar {
    /// The same letter in lower and upper case, where each is one code point.
    fileprivate var caseVariants: [Unicode.Scalar] {
        let upper = Self.single(properties.uppercaseMapping)
        let lower = Self.single(properties.lowercaseMapping)
        // By way of the upper case, 'ſ' and 's' are one letter.
        return [upper, lower, upper.flatMap { Self.single($0.properties.lowercaseMapping) }].compactMap(\.self)
    }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }

    /// What `\b` counts as part of a word.
    var isWord: Bool { ScalarSet.word.contains(self) }
}
