import Mentoring

/// Reads the tags of a source and finds what a rendering would pass over in silence.
struct TemplateCheck {
    struct Fault: Error, Equatable {
        var line: Int?
        var message: String
    }

    private(set) var faults: [Fault] = []
    /// What the source names, but for what only the items of its lists have.
    private(set) var used: Set<Variable> = []
    /// Those of them that stand where others than mentor and mentee read them, too.
    private(set) var exposed: Set<Variable> = []
    private let vocabulary: Vocabulary
    private var open: [Section] = []

    private struct Section {
        var name: String
        var line: Int
        /// What the items of the list have; none where it is no list, or is the text for an empty one.
        var members: Set<Variable>
        var isInverted: Bool
    }

    /// - Parameter source: within ``TemplateBounds``.
    init(_ tags: [TemplateTag], vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for tag in tags {
            read(tag)
        }
        for section in open {
            fault(section.line, "the section '\(section.name)' is not closed; write {{/\(section.name)}} where it ends")
        }
        faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        if faults.count > TemplateBounds.mostFaults {
            let more = faults.count - TemplateBounds.mostFaults
            faults.removeLast(more)
            fault(faults.last?.line ?? 1, "\(more) more mistakes in this text are not listed")
        }
    }

    private mutating func read(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment: break
        case .variable: look(up: tag)
        case .section, .invertedSection:
            look(up: tag)
            let members = Variable(rawValue: tag.name)?.members ?? []
            let isInverted = tag.kind == .invertedSection
            if !members.isEmpty, !isInverted, let list = open.first(where: { !$0.members.isEmpty && !$0.isInverted }) {
                fault(
                    tag.line,
                    "the list '\(tag.name)' stands inside of the list '\(list.name)'; end that one before with "
                        + "{{/\(list.name)}}")
            }
            open.append(Section(name: tag.shownName, line: tag.line, members: members, isInverted: isInverted))
        case .end: close(tag)
        case .foreign(let sign): fault(tag.line, "tags with '\(sign)' are not offered here; use {{name}}")
        case .unfinished: fault(tag.line, "'{{' is not closed by '}}'")
        }
    }

    private mutating func close(_ tag: TemplateTag) {
        guard let innermost = open.popLast() else {
            return fault(tag.line, "the section '\(tag.shownName)' ends here without having begun")
        }
        guard innermost.name != tag.shownName else { return }
        fault(
            tag.line,
            "the section '\(innermost.name)' of line \(innermost.line) should end before '\(tag.shownName)' does")
        // One slip should give one complaint.
        if let index = open.lastIndex(where: { $0.name == tag.shownName }) { open.removeSubrange(index...) }
    }

    private mutating func look(up tag: TemplateTag) {
        let members = open.reduce(Set<Variable>()) { $0.union($1.members) }
        let known = vocabulary.variables.union(members)
        if let variable = Variable(rawValue: tag.name), known.contains(variable) {
            if !members.contains(variable) { used.insert(variable) }
            if !isForParties { exposed.insert(variable) }
        } else if tag.shownName != tag.name {
            fault(tag.line, "unknown variable '\(tag.shownName)'")
        } else {
            let nearest = known.map(\.rawValue).sorted().min { $0.distance(to: tag.name) < $1.distance(to: tag.name) }
            let hint = nearest.flatMap { $0.distance(to: tag.name) <= 2 ? "; did you mean '\($0)'?" : nil }
            fault(tag.line, "unknown variable '\(tag.name)'\(hint ?? "")")
        }
    }

    private var isForParties: Bool {
        open.contains { ["to_party", "to_mentor", "to_mentee"].contains($0.name) && !$0.isInverted }
    }

    private mutating func fault(_ line: Int, _ message: String) {
        faults.append(Fault(line: line, message: message))
    }
}

extension String {
    /// How many letters to add, drop or replace to turn one into the other.
    fileprivate func distance(to other: String) -> Int {
        let target = Array(other)
        var row = Array(0...target.count)
        for (line, letter) in enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in target.indices {
                let replaced = diagonal + (letter == target[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}
