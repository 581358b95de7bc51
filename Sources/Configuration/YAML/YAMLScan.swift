/// A look at the tokens of a YAML text before anything is built from it.
///
/// It finds what Jalon refuses: anchors, aliases, tags, keys that stand twice, and nesting beyond `maximumDepth`. Where
/// a token could begin, it is taken to begin: the scan rather refuses too much than lets an alias pass.
struct YAMLScan {
    static let maximumDepth = 32

    enum Refusal: Hashable, Sendable {
        case anchor(String)
        case alias(String)
        case tag(String)
        case duplicate(key: String, firstLine: Int)
        case depth
    }

    /// A stretch of one line, in Unicode scalars.
    struct Place: Hashable, Sendable {
        /// Counted from 1.
        var line: Int
        /// Counted from 0.
        var column: Int
    }

    private(set) var refusals: [(refusal: Refusal, place: Place, length: Int)] = []
    /// How many scalars each token has on its first line.
    private(set) var lengths: [Place: Int] = [:]
    /// What can be put in the place of refused tokens so that the rest can be read, by offset in scalars.
    private(set) var patches: [(range: Range<Int>, replacement: Patch)] = []

    enum Patch: Sendable {
        case blank
        /// A key or an alias becomes a word that no other token is.
        case word(Int)
    }

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private var nesting = YAMLNesting()
    /// The last token that could be a key, until the next one.
    private var candidate: (text: String, range: Range<Int>, place: Place)?

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        run()
    }

    private mutating func run() {
        while at < scalars.count {
            let scalar = scalars[at]
            switch scalar {
            case "\n", "\r":
                newLine()
                if nesting.isBlock { candidate = nil }
                continue
            case " ", "\t":
                at += 1
                continue
            case "#":
                skipLine()
                continue
            default: break
            }
            if isDocumentMark {
                at += 3
                nesting = YAMLNesting()
                continue
            }
            if column == 0, scalar == "%" {
                skipLine()
                continue
            }
            token(scalar)
            if nesting.depth > Self.maximumDepth {
                refusals.append((.depth, place, 1))
                return
            }
        }
    }

    /// One token that begins here; blanks and comments are behind it.
    private mutating func token(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "-" where nesting.isBlock && isBlank(at + 1):
            nesting.dash(column: column)
            at += 1
        case "?" where isBlank(at + 1) || !nesting.isBlock:
            if nesting.isBlock { _ = nesting.key(nil, line: line, column: column) }
            at += 1
        case ":" where isBlank(at + 1) || !nesting.isBlock:
            colon()
        case "[", "{":
            nesting.open(scalar)
            candidate = nil
            at += 1
        case _ where !nesting.isBlock && "]},".unicodeScalars.contains(scalar):
            if scalar != "," { nesting.close() }
            candidate = nil
            at += 1
        case "&", "*", "!":
            mark(scalar)
        case "|" where nesting.isBlock,
            ">" where nesting.isBlock:
            blockScalar()
        case "\"", "'":
            quoted(scalar)
        default:
            plain()
        }
    }

    // MARK: - Tokens

    /// The token before it was a key.
    private mutating func colon() {
        at += 1
        guard let key = candidate else { return }
        candidate = nil
        guard let first = nesting.key(key.text, line: key.place.line, column: key.place.column) else { return }
        refuse(.duplicate(key: key.text, firstLine: first), key.range, at: key.place, patch: true)
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        let start = at
        let place = self.place
        at += 1
        while at < scalars.count, !isBlank(at), nesting.isBlock || !Self.ends(scalars[at]) { at += 1 }
        let name = String(String.UnicodeScalarView(scalars[start..<at]))
        switch scalar {
        case "&": refuse(.anchor(name), start..<at, at: place, patch: false)
        case "*":
            refuse(.alias(name), start..<at, at: place, patch: true)
            candidate = (name, start..<at, place)
        default: refuse(.tag(name), start..<at, at: place, patch: false)
        }
    }

    private mutating func refuse(_ refusal: Refusal, _ range: Range<Int>, at place: Place, patch word: Bool) {
        refusals.append((refusal, place, range.count))
        patches.append((range, word ? .word(patches.count) : .blank))
    }

    private mutating func quoted(_ quote: Unicode.Scalar) {
        let start = at
        let place = self.place
        at += 1
        var endOfFirstLine: Int?
        while at < scalars.count {
            let scalar = scalars[at]
            if Self.breaks(scalar) {
                endOfFirstLine = endOfFirstLine ?? at
                newLine()
                continue
            }
            if scalar == "\\", quote == "\"", at + 1 < scalars.count, !Self.breaks(scalars[at + 1]) {
                at += 2
                continue
            }
            at += 1
            if scalar == quote {
                guard quote == "'", at < scalars.count, scalars[at] == "'" else { break }
                at += 1
            }
        }
        lengths[place] = (endOfFirstLine ?? at) - start
        let inner = scalars[min(start + 1, at)..<max(min(start + 1, at), at - 1)]
        candidate = (String(String.UnicodeScalarView(inner)), start..<at, place)
    }

    private mutating func plain() {
        let start = at
        let place = self.place
        var end = at + 1
        at += 1
        while at < scalars.count, !Self.breaks(scalars[at]) {
            let scalar = scalars[at]
            if scalar == "#", Self.blanks(scalars[at - 1]) { break }
            if scalar == ":", isBlank(at + 1) || (!nesting.isBlock && Self.ends(scalars[at + 1])) { break }
            if !nesting.isBlock, Self.ends(scalar) { break }
            at += 1
            if !Self.blanks(scalar) { end = at }
        }
        lengths[place] = end - start
        candidate = (String(String.UnicodeScalarView(scalars[start..<end])), start..<end, place)
    }

    /// `|` or `>`: the lines that are indented more than what they belong to are text.
    private mutating func blockScalar() {
        lengths[place] = 1
        candidate = nil
        var explicit: Int?
        at += 1
        while at < scalars.count, !Self.breaks(scalars[at]), !Self.blanks(scalars[at]) {
            explicit = scalars[at].properties.numericType == .decimal ? Int(scalars[at].value) - 48 : explicit
            at += 1
        }
        skipLine()
        // As libyaml counts: more than what it belongs to, and no less than the blank lines before the text.
        var least = max(1, nesting.column + 1)
        var indentation = explicit.map { max(nesting.column, 0) + $0 }
        while at < scalars.count {
            newLine()
            let text = scalars[at...].prefix { $0 == " " }.count
            let isEmpty = at + text >= scalars.count || Self.breaks(scalars[at + text])
            if isEmpty {
                least = max(least, text)
            } else {
                let needed = indentation ?? max(text, least)
                // What is not indented enough is no longer text: the next token begins there.
                if text < needed { return }
                indentation = needed
            }
            skipLine()
        }
    }

    // MARK: - Places

    private var column: Int { at - lineStart }
    private var place: Place { Place(line: line, column: column) }

    /// Past a line break; does nothing where there is none.
    private mutating func newLine() {
        guard at < scalars.count, Self.breaks(scalars[at]) else { return }
        at += scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n" ? 2 : 1
        line += 1
        lineStart = at
    }

    private mutating func skipLine() {
        while at < scalars.count, !Self.breaks(scalars[at]) { at += 1 }
    }

    private var isDocumentMark: Bool {
        guard column == 0, at + 3 <= scalars.count, isBlank(at + 3) else { return false }
        let mark = scalars[at..<at + 3]
        return mark.allSatisfy { $0 == "-" } || mark.allSatisfy { $0 == "." }
    }

    /// Whether a blank, a line break or the end stands there.
    private func isBlank(_ index: Int) -> Bool {
        index >= scalars.count || Self.blanks(scalars[index]) || Self.breaks(scalars[index])
    }

    private static func blanks(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    private static func breaks(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    /// Ends a plain word inside of brackets.
    private static func ends(_ scalar: Unicode.Scalar) -> Bool { ",[]{}".unicodeScalars.contains(scalar) }
}
