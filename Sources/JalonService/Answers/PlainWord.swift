import Foundation

/// One of the few words by which people who have no calendar at hand answer a mail.
enum PlainWord: Sendable, Hashable, CaseIterable {
    case yes, no, done, missed, mediator, pause

    /// - Parameter line: the first line that somebody wrote; case, accents and punctuation around the word do not count.
    ///   Nothing else may stand there, also nothing that cannot be seen: such a line says something else to a person.
    init?(_ line: String) {
        let scalars = Array(line.precomposedStringWithCanonicalMapping.unicodeScalars)
        let start = scalars.firstIndex { !Self.mayStandBefore($0) } ?? scalars.endIndex
        let end = scalars[start...].firstIndex { !Self.isLatin($0) } ?? scalars.endIndex
        guard Self.mayFollow(scalars[end...]) else { return nil }
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: scalars[start..<end])
        let folded = String(letters).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        guard let word = Self.words[folded] else { return nil }
        self = word
    }

    /// Quotes, and the marks of lists and of bold letters.
    private static func mayStandBefore(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\"'“”‘’«(*_-–—•".unicodeScalars.contains(scalar)
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || (0xC0...0x24F).contains(scalar.value) && scalar.properties.isAlphabetic
    }

    private static func mayFollow(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(rest, [" "] + rest).allSatisfy { scalar, before in
            switch scalar.properties.generalCategory {
            case .otherPunctuation, .closePunctuation, .finalPunctuation, .initialPunctuation, .dashPunctuation,
                .connectorPunctuation, .spaceSeparator:
                true
            // How the sign before it is drawn.
            case .nonspacingMark: scalar == "\u{FE0F}" && isPicture(before)
            default: isPicture(scalar) || scalar == "\t"
            }
        }
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji && scalar.value > 0xFF
    }

    private static let words: [String: PlainWord] = [
        "oui": .yes, "non": .no, "fait": .done, "manque": .missed, "mediateur": .mediator, "mediatrice": .mediator,
        "mediation": .mediator, "pause": .pause,
        "yes": .yes, "no": .no, "done": .done, "missed": .missed, "mediator": .mediator,
    ]
}
