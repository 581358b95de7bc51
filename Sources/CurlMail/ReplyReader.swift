/// Puts the lines of an answer together: `250-…`, `250-…`, `250 …`.
///
/// It sees an answer's end where libcurl does, so that both count the same answers.
struct ReplyReader {
    /// An answer of a server that never ends it would fill the memory; no honest one has so many lines.
    private static let keptLines = 100

    private var lines: [String] = []

    /// A whole answer: its code and words, and the lines without their codes.
    struct Whole {
        let reply: Reply
        let lines: [String]
    }

    /// The answer, when the line is its last.
    mutating func take(_ line: some Collection<UInt8>) -> Whole? {
        let code = line.prefix(3)
        guard line.count >= 4, code.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let mark = line.dropFirst(3).first
        let text = line.dropFirst(4).prefix(1000)
        if lines.count < Self.keptLines { lines.append(Self.words(text)) }
        // Five octets are a bare code with its CR LF.
        guard mark == UInt8(ascii: " ") || line.count == 5 else { return nil }
        defer { lines = [] }
        let number = code.reduce(0) { 10 * $0 + Int($1 - 48) }
        return Whole(reply: Reply(code: number, words: lines.joined(separator: " ")), lines: lines)
    }

    private static func words(_ text: some Collection<UInt8>) -> String {
        String(decoding: text, as: UTF8.self)
    }
}
