extension ReceivedMessage {
    /// What the mail says: its plain text, or where that is missing or empty, the text of its HTML; nil where it has
    /// neither. What is attached does not count.
    public var plainText: DecodedText? {
        let parts = root.ownParts.filter { !$0.isAttachment }
        func first(_ type: String, _ read: @escaping (DecodedText) -> DecodedText) -> DecodedText? {
            parts.lazy.filter { $0.contentType.type == type }.compactMap { $0.text.map(read) }
                .first { !$0.string.allSatisfy(\.isWhitespace) }
        }
        return first("text/plain") { $0 }
            ?? first("text/html") { DecodedText(string: HTMLText.plain($0.string), isGuess: $0.isGuess) }
    }

    /// The first line that whoever wrote the mail wrote in it, without the blanks around it; nil where there is none.
    public var firstUnquotedLine: String? {
        plainText.flatMap { UnquotedText.firstLine(of: $0.string) }
    }
}
