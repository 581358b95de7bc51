/// One tag of a template's source: `{{name}}`, `{{#name}}`, `{{^name}}`, `{{/name}}` or `{{! a comment }}`.
///
/// Mustache knows more. What is left out here could print a value unescaped, or read another file.
struct TemplateTag: Equatable {
    enum Kind: Equatable {
        case variable, section, invertedSection, end, comment
        /// A sign of Mustache's that Jalon does not offer, such as `>`.
        case foreign(Character)
        /// The braces are not closed.
        case unfinished
    }

    var kind: Kind
    var name: String
    /// Counted from 1.
    var line: Int
    /// Where it stands in the source, with its braces.
    var octets = 0..<0

    /// The tags of a source in their order.
    static func all(in source: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = source[...]
        while let opening = rest.firstRange(of: "{{") {
            line += rest[..<opening.lowerBound].lineBreaks
            let inside = rest[opening.upperBound...]
            guard let closing = inside.firstRange(of: "}}") else {
                tags.append(TemplateTag(kind: .unfinished, name: "", line: line))
                break
            }
            let content = inside[..<closing.lowerBound]
            var tag = TemplateTag(content, line: line)
            tag.octets = octets(of: opening.lowerBound..<closing.upperBound, in: source)
            tags.append(tag)
            line += content.lineBreaks
            rest = inside[closing.upperBound...]
        }
        return tags
    }

    /// The name as far as a message can hold it; no variable has one as long.
    var shownName: String {
        guard name.unicodeScalars.count > 60 else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(60))) + "…"
    }

    private static func octets(of range: Range<String.Index>, in source: String) -> Range<Int> {
        let start = source.utf8.distance(from: source.startIndex, to: range.lowerBound)
        return start..<start + source.utf8.distance(from: range.lowerBound, to: range.upperBound)
    }

    private init(kind: Kind, name: String, line: Int) {
        self.kind = kind
        self.name = name
        self.line = line
    }

    private init(_ content: Substring, line: Int) {
        let kind: Kind
        switch content.first {
        case "#": kind = .section
        case "^": kind = .invertedSection
        case "/": kind = .end
        case "!": kind = .comment
        case let sign? where "{&><$=%".contains(sign): kind = .foreign(sign)
        default: kind = .variable
        }
        let name = kind == .variable ? content : content.dropFirst()
        self.init(kind: kind, name: name.trimmed, line: line)
    }
}

extension Substring {
    fileprivate var lineBreaks: Int { count { $0.isNewline } }

    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
