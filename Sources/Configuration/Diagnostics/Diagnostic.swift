import PlainText

/// A mistake, or something to think about, at a place in the admin's files.
///
/// ```
/// relationships/claire.yaml:9:5: error: unknown key 'cadense'; did you mean 'cadence'?
///     cadense: 3-4 weeks
///     ^~~~~~~
/// ```
public struct Diagnostic: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable {
        /// The configuration cannot be used.
        case error
        /// It can, and yet it may not do what was meant.
        case warning
    }

    /// The path inside the configuration's directory, or an absolute one where the admin wrote that.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in characters as a reader sees them.
    public var column: Int
    /// How many characters are meant; at least 1.
    public var length: Int
    public var severity: Severity
    public var message: String
    /// The line of the file, without what may be a secret; empty where there is no line to show.
    public var excerpt: String

    public init(
        file: String, line: Int, column: Int, length: Int, severity: Severity, message: String, excerpt: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.severity = severity
        self.message = message
        self.excerpt = excerpt
    }
}

extension Diagnostic: Comparable {
    /// By place; at the same place by what they say.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.severity.rawValue, left.message)
            < (right.file, right.line, right.column, right.severity.rawValue, right.message)
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        // Keys, ids and file names are somebody's words, and each of them is part of one line.
        let headline = "\(file.visible):\(line):\(column): \(severity): \(message.visible)"
        let blanks = excerpt.prefix { $0 == " " || $0 == "\t" }.count
        let text = excerpt.dropFirst(blanks)
        guard !text.isEmpty else { return headline }
        // A long line is shown around the place only.
        let place = min(max(0, column - 1 - blanks), text.count)
        let skipped = place > Self.longestExcerpt * 2 / 3 ? place - Self.longestExcerpt / 2 : 0
        let shown = text.dropFirst(skipped).prefix(Self.longestExcerpt)
        let ahead = Self.seen(shown.prefix(place - skipped))
        let meant = Self.seen(shown.dropFirst(place - skipped).prefix(max(1, length)))
        let before = ahead.map { $0 == "\t" ? "\t" : " " }.joined()
        let marks = max(1, meant.count)
        return "\(headline)\n    \(Self.seen(shown))\n    \(before)^\(String(repeating: "~", count: marks - 1))"
    }

    private static let longestExcerpt = 110

    /// A stretch of a line, in which a tab is the only character that moves anything.
    private static func seen(_ text: Substring) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).visible }.joined(separator: "\t")
    }
}
