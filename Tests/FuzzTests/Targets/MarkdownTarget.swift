import PlainText

@testable import Correspondence

/// Whatever somebody wrote is shown letter by letter, wherever in a Markdown text it stands; and any text becomes HTML.
enum MarkdownTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = CommonMark.html(text.withinBounds)
        let link = CommonMark.html("x " + Markdown.link(text))
        try hold(!link.contains("<img") && !link.contains("javascript:\""), "the link is more than one: \(link)")
        let line = CleanText.line(text)
        try hold(!line.unicodeScalars.contains { $0 == "\n" || $0.value < 0x20 }, "more than a line")
        guard !line.isEmpty else { return }
        let escaped = Markdown.escape(text)
        let shown = quoted(line)
        try hold(CommonMark.html(escaped) == "<p>\(shown)</p>\n", "alone: \(escaped)")
        try hold(CommonMark.html("Où : \(escaped)") == "<p>Où : \(shown)</p>\n", "behind a word: \(escaped)")
        try hold(CommonMark.html("Où :\n\(escaped)") == "<p>Où :<br />\n\(shown)</p>\n", "on a line: \(escaped)")
        try hold(CommonMark.html("- \(escaped)") == "<ul>\n<li>\(shown)</li>\n</ul>\n", "in a list: \(escaped)")
    }

    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { html, scalar in
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}
