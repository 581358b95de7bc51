/// An encoded word as it was written (RFC 2047).
enum WrittenWord {
    /// True for a word that is short enough and holds whole characters, and for what is no encoded word.
    static func isWhole(_ word: Substring) -> Bool {
        guard word.hasPrefix("=?"), word.hasSuffix("?=") else { return true }
        let pieces = word.split(separator: "?", omittingEmptySubsequences: false)
        guard pieces.count == 5, word.utf8.count <= EncodedWord.longest else { return false }
        let payload = Array(pieces[3].utf8)[...]
        let bytes = pieces[2].uppercased() == "B" ? Base64.decode(payload) : QuotedPrintable.decode(payload)
        return String(validating: bytes, as: UTF8.self) != nil
    }
}
