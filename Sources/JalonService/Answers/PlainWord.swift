import Foundation

/// One of the few words by which people who have no calendar at hand answer a mail.
enum PlainWord: Sendable, Hashable, CaseIterable {
    case yes, no, done, missed, mediator, pause

    /// - Parameter line: the first line that somebody wrote; case, accents and punctuation do not count.
    init?(_ line: String) {
        let folded = line.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let letters = String(folded.filter { $0.isLetter || $0.isWhitespace })
        guard let word = Self.words[letters.trimmingCharacters(in: .whitespaces)] else { return nil }
        self = word
    }

    private static let words: [String: PlainWord] = [
        "oui": .yes, "non": .no, "fait": .done, "manque": .missed, "mediateur": .mediator, "mediatrice": .mediator,
        "mediation": .mediator, "pause": .pause,
        "yes": .yes, "no": .no, "done": .done, "missed": .missed, "mediator": .mediator,
    ]
}
