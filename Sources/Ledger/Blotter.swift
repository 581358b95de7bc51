import Foundation
import MailMessage
import Mentoring

/// Writes over a person's ids, names and addresses in texts that Jalon or a server has made.
struct Blotter {
    /// What is replaced, the longest first, and by what.
    private let words: [(old: String, new: String)]
    private let own: [NameWords]
    private let substitute: String

    /// - Parameter traces: what the person was called.
    init(_ erasure: Erasure, _ traces: Traces) {
        let nobody = Erasure.nobody
        substitute = erasure.substitute.rawValue
        var words = traces.addresses.map { ($0.description, nobody) }
        words += traces.names.map { ($0, erasure.substitute.rawValue) }
        words += erasure.relationships.map { ($0.key.rawValue, $0.value.rawValue) }
        words += traces.ids.map { ($0.rawValue, erasure.substitute.rawValue) }
        self.words = words.filter { !$0.0.isEmpty }.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
            .map { (old: $0.0, new: $0.1) }
        own = (Array(traces.names) + traces.addresses.map(\.description)).map { NameWords($0) }
            .filter { $0.words.count > 1 }
    }

    /// The text without them; whole words alone are replaced, so that "released" keeps its "lea".
    func blotted(_ text: String) -> String { blotted(text, also: []) }

    /// - Parameter names: what is written over beside them.
    func blotted(_ text: String, also names: Set<String>) -> String {
        var text = text
        for (old, new) in words + names.sorted().map({ (old: $0, new: substitute) }) {
            var from = text.startIndex
            while let found = text.range(of: old, options: .caseInsensitive, range: from..<text.endIndex) {
                let isWhole =
                    !Self.isOfKey(text[..<found.lowerBound].last) && !Self.isOfKey(text[found.upperBound...].first)
                let rest = text.distance(from: found.upperBound, to: text.endIndex)
                if isWhole { text.replaceSubrange(found, with: new) }
                from = text.index(text.endIndex, offsetBy: -rest)
            }
        }
        return text
    }

    /// Whether a full name or an address stands in the text, however it is written.
    func isNamed(in text: String) -> Bool {
        let words = NameWords(text)
        return own.contains(where: words.contains)
    }

    /// Keys may have these within.
    private static func isOfKey(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } ?? false
    }
}
