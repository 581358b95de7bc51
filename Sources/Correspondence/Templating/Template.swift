import Mentoring
import Mustache

/// A text that is ready to be filled in: its first line the subject, the rest Markdown.
///
///     Subject: Invitation: {{kind}}, {{date}}
///
///     Hello {{recipient}},
struct Template: Sendable {
    private let subject: MustacheTemplate
    private let body: MustacheTemplate
    /// What it names, but for what only the items of its lists have.
    let used: Set<Variable>
    /// What of it others than mentor and mentee may come to read.
    let exposed: Set<Variable>
    private let weight: TemplateWeight

    /// - Throws: every mistake in `source`, in the order of the lines.
    init(_ source: String, name: TemplateName) throws(TemplateFaults) {
        // Bounds come first: what is beyond them is not even taken apart.
        if let fault = TemplateBounds.fault(in: source.withoutByteOrderMark) { throw TemplateFaults([fault]) }
        let source = source.withPlainLines
        let tags = TemplateTag.all(in: source)
        if let fault = TemplateBounds.fault(in: tags) { throw TemplateFaults([fault]) }
        let lines = source.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let check = TemplateCheck(tags, vocabulary: Vocabulary(of: name))
        weight = TemplateWeight(source, tags: tags)
        var faults = check.faults
        guard let head = lines.first, head.hasPrefix(Self.subjectMark), head.count > Self.subjectMark.count + 1 else {
            faults.insert(.init(line: 1, message: "the first line must be the subject: 'Subject: …'"), at: 0)
            throw TemplateFaults(faults)
        }
        guard faults.isEmpty else { throw TemplateFaults(faults) }
        used = check.used
        exposed = check.exposed
        do {
            subject = try Self.parse(String(head.dropFirst(Self.subjectMark.count)))
            body = try Self.parse(lines.count > 1 ? String(lines[1]) : "")
        } catch {
            // A section that begins in the subject and ends in the body.
            throw TemplateFaults([.init(line: 1, message: "every section of the subject must end in the subject")])
        }
    }

    private static let subjectMark = "Subject:"

    /// Values come escaped already; Mustache's own escaping is for HTML, and this is Markdown.
    private static func parse(_ source: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + source)
    }

    /// What the mail is about, in one line of plain text.
    func subject(_ values: TemplateValues) -> String {
        CleanText.line(subject.render(affordable(values).rendered(for: .plain)), atMost: Self.longestSubject)
    }

    /// In characters.
    private static let longestSubject = 500

    /// The whole text, in Markdown; cut off where no mail can be longer.
    func body(_ values: TemplateValues) -> String {
        body.render(affordable(values).rendered(for: .markdown)).withinBounds.withoutGaps
    }

    /// The values, lists cut so far that the text does not become many times longer than a mail.
    private func affordable(_ values: TemplateValues) -> TemplateValues {
        var values = values
        while weight.octets(with: values) > TemplateBounds.mostRendered << 4, values.halveLists() {}
        return values
    }
}

/// What is wrong with a template's source; never empty.
struct TemplateFaults: Error {
    let faults: [TemplateCheck.Fault]

    init(_ faults: [TemplateCheck.Fault]) {
        self.faults = faults
    }
}

extension String {
    /// Without a byte order mark, and with line feeds alone.
    fileprivate var withPlainLines: String {
        String(withoutByteOrderMark.map { $0.isNewline ? "\n" : $0 })
    }

    fileprivate var withoutByteOrderMark: String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }

    /// Sections that were left out leave no hole: at most one empty line in a row, none at either end.
    fileprivate var withoutGaps: String {
        var lines: [Substring] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.allSatisfy { $0 == " " || $0 == "\t" } ? "" : line
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
