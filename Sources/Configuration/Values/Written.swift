/// A value that has one way to be written in a file.
protocol Written {
    init(written text: String) throws(Misspelling)
}

/// Why a text is not the value that it should be; the end of a sentence that begins with the text.
struct Misspelling: Error, Hashable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension String {
    /// Its words, whatever the number of blanks between them.
    var words: [Substring] {
        split { $0.isWhitespace }
    }

    /// The parts between commas, without the blanks around them.
    var commaSeparated: [String] {
        split(separator: ",", omittingEmptySubsequences: false).map { String($0).words.joined(separator: " ") }
    }
}

extension Int {
    /// A whole number of up to six digits, without a sign.
    init?(digits text: some StringProtocol) {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(String(text))
        else { return nil }
        self = number
    }
}
