/// What the program says to an admin, in French.
///
/// The English sentences stand where they are made; this is their catalogue, and whoever prints one asks for it here.
public enum French {
    /// A sentence, or several in lines of their own; nil where there is no translation of any of it.
    public static func text(of english: String) -> String? {
        let lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let french = lines.map(line)
        guard french.contains(where: { $0 != nil }) else { return nil }
        return zip(lines, french).map { $1 ?? $0 }.joined(separator: "\n")
    }

    /// Whether every line of a text is translated.
    public static func hasAll(of english: String) -> Bool {
        english.split(separator: "\n").allSatisfy { line(String($0)) != nil }
    }

    private static func line(_ english: String) -> String? {
        // Commands are the same in every language.
        if english.hasPrefix(Self.example) { return "Exemple : " + english.dropFirst(Self.example.count) }
        return sentence(english)
    }

    /// The whole as one sentence, or else its two halves: a mistake, and what to do about it.
    private static func sentence(_ english: String) -> String? {
        if let text = Catalogue.help[english] { return text }
        for form in Catalogue.forms {
            guard let values = form.values(in: english) else { continue }
            // A value that goes on behind a semicolon has taken what is to be done for a part of itself.
            let isGreedy = values.enumerated().contains { index, value in
                !form.isVerbatim(index) && value.contains("; ") && sentence(value) == nil
            }
            guard !isGreedy else { continue }
            return form.text(
                with: values.enumerated().map { form.isVerbatim($0) ? $1 : sentence($1) ?? joined($1) })
        }
        for mark in english.ranges(of: "; ").reversed() {
            let (mistake, advice) = (String(english[..<mark.lowerBound]), String(english[mark.upperBound...]))
            if let first = sentence(mistake), let second = sentence(advice) { return "\(first) ; \(second)" }
        }
        return nil
    }

    /// Words of a list that have no French of their own.
    private static func joined(_ list: String) -> String {
        list.replacing(" or ", with: " ou ").replacing(" and ", with: " et ")
    }

    private static let example = "Example: "
}
