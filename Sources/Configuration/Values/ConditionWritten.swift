import Mentoring

extension Rule.Condition: Written {
    /// `meeting is first`, `answer is missing or declined`.
    init(written text: String) throws(Misspelling) {
        var alternatives: [Phrase] = []
        var subject = ""
        for part in text.words.joined(separator: " ").split(separator: " or ", omittingEmptySubsequences: false) {
            // "meeting is confirmed or unanswered" says "meeting is" once for both.
            guard let phrase = Phrase(rawValue: String(part)) ?? Phrase(rawValue: "\(subject) \(part)") else {
                throw Misspelling(
                    "is nothing that only_if knows"
                        + Suggestion.phrase(for: String(part), among: Phrase.allCases.map(\.rawValue)))
            }
            alternatives.append(phrase)
            subject = phrase.rawValue.words.prefix(2).joined(separator: " ")
        }
        self.init(anyOf: alternatives)
    }
}
