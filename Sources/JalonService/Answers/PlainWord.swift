import Foundation

/// One of the few words by which people who have no calendar at hand answer a mail.
enum PlainWord: Sendable, Hashable, CaseIterable {
    case yes, no, done, missed, mediator, pause

    /// - Parameter line: the first line that somebody wrote; case, accents, and punctuation and pictures around the word
    ///   do not count. Nothing else may stand there, also nothing that cannot be seen: such a line says something else to
    ///   a person.
    init?(_ line: String) {
        let scalars = Array(line.precomposedStringWithCanonicalMapping.unicodeScalars)
        let rest = Self.withoutNumber(Self.afterMarks(scalars[...], where: Self.mayStandBefore))
        let letters = rest.prefix(while: Self.isLatin)
        guard Self.afterMarks(rest[letters.endIndex...], where: Self.mayFollow).isEmpty else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        let folded = String(text).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        guard let word = Self.words[folded] else { return nil }
        self = word
    }

    /// What comes after such signs and after pictures.
    private static func afterMarks(
        _ scalars: ArraySlice<Unicode.Scalar>, where isMark: (Unicode.Scalar) -> Bool
    ) -> ArraySlice<Unicode.Scalar> {
        var rest = scalars
        while let next = rest.first {
            let behind = EmojiSequence.behind(rest)
            if behind == nil, !isMark(next) { break }
            rest = behind ?? rest.dropFirst()
        }
        return rest
    }

    /// Quotes, and the marks of lists and of bold letters; none of those that stand before what others wrote.
    private static func mayStandBefore(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
            || "\"'“”„‘’‚«‹([{*_`.,…¡¿-‐‑–—•·‣⁃◦▪▫●○■◆◇✓".unicodeScalars.contains(scalar)
    }

    private static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .otherPunctuation, .openPunctuation, .closePunctuation, .finalPunctuation, .initialPunctuation,
            .dashPunctuation, .connectorPunctuation, .spaceSeparator:
            true
        default: scalar == "\t" || scalar == "`"
        }
    }

    /// Of a list: `1.` or `1)`.
    private static func withoutNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        let rest = scalars[digits.endIndex...]
        guard (1...3).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first?.properties.isWhitespace == true
        else { return scalars }
        return afterMarks(rest.dropFirst(), where: mayStandBefore)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || (0xC0...0x24F).contains(scalar.value) && scalar.properties.isAlphabetic
    }

    private static let words: [String: PlainWord] = [
        "oui": .yes, "non": .no, "fait": .done, "manque": .missed, "mediateur": .mediator, "mediatrice": .mediator,
        "mediation": .mediator, "pause": .pause,
        "yes": .yes, "no": .no, "done": .done, "missed": .missed, "mediator": .mediator,
    ]
}
