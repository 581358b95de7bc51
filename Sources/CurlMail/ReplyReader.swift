/// An answer as it came: its code, and its lines without their codes. What it says is read only when somebody asks.
struct HeardReply {
    let code: Int
    /// The lines with a line feed between them.
    fileprivate let text: [UInt8]

    var reply: Reply { Reply(code: code, words: String(decoding: text, as: UTF8.self)) }

    var lines: [String] {
        text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Puts the lines of an answer together: `250-…`, `250-…`, `250 …`.
///
/// It sees an answer's end where libcurl does, so that both count the same answers.
struct ReplyReader {
    /// An answer of a server that never ends it would fill the memory; no honest one has so many lines, …
    private static let keptLines = 100
    /// … nor such long ones (RFC 5321, section 4.5.3.1.5, has 512 octets).
    private static let keptOctets = 1000

    private var text: [UInt8] = []
    private var lines = 0

    /// The answer, when the line is its last.
    mutating func take(_ line: UnsafeRawBufferPointer) -> HeardReply? {
        guard line.count >= 4, line[..<3].allSatisfy({ (48...57).contains($0) }) else { return nil }
        if lines < Self.keptLines {
            if lines > 0 { text.append(UInt8(ascii: "\n")) }
            let rest = UnsafeRawBufferPointer(rebasing: line[4...].prefix(Self.keptOctets))
            text.append(contentsOf: rest.last == UInt8(ascii: "\n") ? rest.dropLast() : rest[...])
            if text.last == UInt8(ascii: "\r") { text.removeLast() }
        }
        lines += 1
        // Five octets are a bare code with its CR LF.
        guard line[3] == UInt8(ascii: " ") || line.count == 5 else { return nil }
        defer {
            text = []
            lines = 0
        }
        return HeardReply(code: line[..<3].reduce(0) { 10 * $0 + Int($1 - 48) }, text: text)
    }
}
