import PlainText

/// What a template may be at most, found before anything is built of it: no text that a mail needs comes near, and
/// beyond it a parser may take minutes or run out of its stack.
enum TemplateBounds {
    /// In octets.
    static let mostOctets = 64 << 10
    /// In characters; as in the configuration's other files.
    static let longestLine = 4000
    static let mostTags = 1000
    static let deepest = 32
    /// How many mistakes of one text are listed.
    static let mostFaults = 50
    /// Octets of a text that is filled in, beyond which its end is cut off.
    static let mostRendered = 1 << 20
    /// Brackets of a text that is filled in. Of all that Markdown has they alone cost cmark more than their number.
    static let mostBrackets = 30_000

    /// What keeps a source from being looked at; nil for any that somebody would write.
    static func fault(in source: String) -> TemplateCheck.Fault? {
        guard source.utf8.count <= mostOctets else {
            return .init(line: 1, message: "this text has more than \(mostOctets >> 10) KiB; no mail is that long")
        }
        var line = 1
        var length = 0
        for scalar in source.unicodeScalars {
            if scalar == "\n" {
                line += 1
                length = 0
                continue
            }
            if scalar.hasNoPlaceInFile {
                return .init(
                    line: line, message: "the character \(scalar.code) has no place in a text file; take it out")
            }
            length += 1
            if length > longestLine {
                return .init(line: line, message: "this line has more than \(longestLine) characters; break it")
            }
        }
        return nil
    }

    /// As ``fault(in:)``, for the tags of a source.
    static func fault(in tags: [TemplateTag]) -> TemplateCheck.Fault? {
        if tags.count > mostTags {
            return .init(
                line: tags[mostTags].line, message: "this text has more than \(mostTags) tags; make several texts of it"
            )
        }
        var depth = 0
        for tag in tags {
            switch tag.kind {
            case .section, .invertedSection: depth += 1
            case .end: depth = max(0, depth - 1)
            default: break
            }
            if depth > deepest {
                return .init(
                    line: tag.line,
                    message: "sections are nested deeper than \(deepest) levels here; end some of them before")
            }
        }
        return nil
    }
}

extension String {
    /// The text as far as it may go into a mail: whole lines, and a mark where there was more.
    var withinBounds: String {
        var brackets = 0
        var count = 0
        var end: String.Index?
        for index in utf8.indices {
            if utf8[index] == UInt8(ascii: "\n") { end = index }
            if utf8[index] == UInt8(ascii: "[") { brackets += 1 }
            count += 1
            if count > TemplateBounds.mostRendered || brackets > TemplateBounds.mostBrackets {
                return String(self[..<(end ?? startIndex)]) + "\n\n…\n"
            }
        }
        return self
    }
}
