/// A server's answer, as `250 2.0.0 queued as 4F2` (RFC 5321, section 4.2).
public struct Reply: Sendable, Hashable, Codable {
    /// Three digits: 2yz done, 3yz go on, 4yz not now, 5yz never.
    public let code: Int
    /// The server's own words on one line: control characters are spaces, and what is over 500 characters is cut.
    public let words: String

    public init(code: Int, words: String) {
        self.code = code
        self.words = OneLine.of(words)
    }
}

extension Reply: CustomStringConvertible {
    public var description: String { words.isEmpty ? "\(code)" : "\(code) \(words)" }
}
