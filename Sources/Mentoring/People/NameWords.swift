/// The words of a text as names are compared by: letters and digits alone, in small letters.
///
/// How accents are composed, what stands between the words, and how many blanks, does not count: `LÉA  «Martin»` is
/// `léa martin`. Whole words are compared, so that "released" has nothing of a person called Lea.
public struct NameWords: Sendable, Hashable {
    public let words: [String]

    public init(_ text: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if Self.isOfWord(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word).lowercased())
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(word).lowercased()) }
        self.words = words
    }

    /// Whether another text's words stand here, one after the other; false where that has none.
    public func contains(_ other: NameWords) -> Bool {
        guard let first = other.words.first, words.count >= other.words.count else { return false }
        return words.indices.dropLast(other.words.count - 1).contains { index in
            words[index] == first && words[index..<index + other.words.count].elementsEqual(other.words)
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0...0x7F: return false
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
            true
        default: false
        }
    }
}
