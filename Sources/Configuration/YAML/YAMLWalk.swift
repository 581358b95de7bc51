import Yams

/// Turns the parser's nodes into values with their places.
struct YAMLWalk {
    let source: SourceText
    let findings: Findings
    private let lengths: [YAMLScan.Place: Int]
    private let refused: Set<YAMLScan.Place>
    /// A text has no more nodes than characters, unless something in it is repeated by reference.
    private var budget: Int

    init(source: SourceText, findings: Findings, scan: YAMLScan) {
        self.source = source
        self.findings = findings
        lengths = scan.lengths
        refused = Set(scan.refusals.filter { $0.refusal.isPatched }.map(\.place))
        budget = source.text.unicodeScalars.count + 1
    }

    mutating func value(of node: Node, depth: Int) -> Value {
        let place = Self.place(of: node)
        let site = self.site(of: place)
        budget -= 1
        guard budget >= 0, depth <= YAMLScan.maximumDepth, node.anchor == nil else {
            findings.error("this is nested or repeated in a way that is not allowed", at: site)
            return Value(content: .refused, site: site)
        }
        guard !refused.contains(place) else { return Value(content: .refused, site: site) }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let isNothing = isPlain && ["", "~", "null"].contains(scalar.string)
            return Value(content: isNothing ? .nothing : .text(scalar.string), site: site)
        case .sequence(let nodes):
            return Value(content: .list(nodes.map { value(of: $0, depth: depth + 1) }), site: site)
        case .mapping(let pairs):
            return Value(
                content: .keys(pairs.compactMap { entry(key: $0.key, value: $0.value, depth: depth) }), site: site)
        case .alias:
            findings.error("an alias is not allowed; write the value out", at: site)
            return Value(content: .refused, site: site)
        }
    }

    private mutating func entry(key: Node, value node: Node, depth: Int) -> Value.Entry? {
        let keyValue = value(of: key, depth: depth + 1)
        switch keyValue.content {
        case .text(let text):
            return Value.Entry(key: text, site: keyValue.site, value: value(of: node, depth: depth + 1))
        case .refused: return nil
        default:
            findings.error("a key is a word", at: keyValue.site)
            return nil
        }
    }

    private static func place(of node: Node) -> YAMLScan.Place {
        node.mark.map(YAMLScan.Place.init) ?? YAMLScan.Place(line: 1, column: 0)
    }

    private func site(of place: YAMLScan.Place) -> Site {
        source.site(place, length: lengths[place] ?? 1)
    }
}

extension YAMLScan.Refusal {
    /// Whether the scan put a word of its own in the place of the token.
    fileprivate var isPatched: Bool {
        switch self {
        case .alias, .duplicate: true
        case .anchor, .tag, .depth: false
        }
    }
}

extension YAMLScan {
    /// The text without what was refused; every other token keeps its place.
    func patched(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for (range, replacement) in patches {
            for index in range where scalars[index] != "\n" && scalars[index] != "\r" { scalars[index] = " " }
            guard case .word(let number) = replacement,
                let mark = Unicode.Scalar(0xE000 + UInt32(number % 0x1900))
            else { continue }
            for index in range where scalars[index] == " " { scalars[index] = mark }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
