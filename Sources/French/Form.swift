/// A sentence with places for values: `'{}' is no date`.
struct Form: Sendable {
    private let english: [String]
    private let french: String
    /// Of two forms that fit, the one that says more itself counts.
    let weight: Int

    init(_ english: String, _ french: String) {
        self.english = english.parts(between: Self.place)
        self.french = french
        weight = self.english.reduce(0) { $0 + $1.count }
    }

    /// Whether a value is what somebody has written, which stays as it is: one in quotes.
    func isVerbatim(_ index: Int) -> Bool { english[index].hasSuffix("'") || english[index].hasSuffix("`") }

    /// The values that stand in a sentence of this form; nil where it is of another.
    func values(in sentence: String) -> [String]? {
        guard let first = english.first, let last = english.last, sentence.hasPrefix(first) else { return nil }
        guard english.count > 1 else { return sentence == first ? [] : nil }
        var rest = sentence.dropFirst(first.count)
        var values: [String] = []
        for part in english.dropFirst().dropLast() {
            guard let next = rest.firstRange(of: part) else { return nil }
            values.append(String(rest[..<next.lowerBound]))
            rest = rest[next.upperBound...]
        }
        guard rest.count >= last.count, rest.hasSuffix(last) else { return nil }
        return values + [String(rest.dropLast(last.count))]
    }

    /// The sentence in French; values stand in the order in which they came.
    func text(with values: [String]) -> String {
        var rest = values[...]
        return french.parts(between: Self.place).enumerated().reduce(into: "") { text, part in
            text += (part.offset == 0 ? "" : rest.popFirst() ?? "") + part.element
        }
    }

    private static let place = "{}"
}

extension String {
    /// What stands before, between and after the occurrences of a mark.
    fileprivate func parts(between mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let next = rest.firstRange(of: mark) {
            parts.append(String(rest[..<next.lowerBound]))
            rest = rest[next.upperBound...]
        }
        return parts + [String(rest)]
    }
}
