import PlainText
import Yams

/// Makes values of a YAML text, once the scan has found nothing in it that costs or hides.
struct YAMLDocument {
    let source: SourceText
    let findings: Findings

    /// Longer lines are no one's to read, and would make each mistake in them dear to show.
    private static let longestLine = 4000

    /// - Returns: nil where the text cannot be read; why has been told then.
    func read() -> Value? {
        guard isText() else { return nil }
        let scan = YAMLScan(source.text)
        for (refusal, place, length) in scan.refusals {
            findings.error(refusal.message, at: source.site(place, length: length))
        }
        guard !scan.refusals.contains(where: { $0.refusal == .depth }) else { return nil }
        do {
            let text = scan.patches.isEmpty ? source.text : scan.patched(source.text)
            guard let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
                return Value(content: .nothing, site: .top(of: source.file))
            }
            var walk = YAMLWalk(source: source, findings: findings, scan: scan)
            return walk.value(of: node, depth: 1)
        } catch {
            // What was refused may be why the rest makes no sense; it has been told.
            if scan.refusals.isEmpty { complain(of: error) }
            return nil
        }
    }

    /// Characters that YAML or the eye cannot take are found before the parser sees them.
    private func isText() -> Bool {
        var line = 1
        var column = 0
        for scalar in source.text.unicodeScalars {
            if scalar == "\n" {
                line += 1
                column = 0
                continue
            }
            if scalar.hasNoPlaceInFile {
                findings.error(
                    "the character \(scalar.code) has no place in a text file; take it out",
                    at: source.site(YAMLScan.Place(line: line, column: column)))
                return false
            }
            column += 1
            if column > Self.longestLine {
                findings.error(
                    "this line has more than \(Self.longestLine) characters", at: Site(file: source.file, line: line))
                return false
            }
        }
        return true
    }

    private func complain(of error: any Error) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let whence = context.map { " \($0.text) from line \($0.mark.line) on" } ?? ""
            findings.error("this is no YAML: \(problem)\(whence)", at: source.site(YAMLScan.Place(mark)))
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            findings.error(
                "the key '\(keys.first ?? "")' stands here more than once",
                at: source.site(YAMLScan.Place(context.mark)))
        default:
            findings.error("this is no YAML", at: .top(of: source.file))
        }
    }
}

extension YAMLScan.Place {
    init(_ mark: Mark) {
        self.init(line: max(1, mark.line), column: max(0, mark.column - 1))
    }
}

extension YAMLScan.Refusal {
    var message: String {
        switch self {
        case .anchor(let name): "an anchor ('\(name)') is not allowed; write the value out, or quote it if it is text"
        case .alias(let name): "an alias ('\(name)') is not allowed; write the value out, or quote it if it is text"
        case .tag(let name): "a tag ('\(name)') is not allowed; take it out, or quote it if it is text"
        case .duplicate(let key, let line): "the key '\(key)' stands here a second time; the first is in line \(line)"
        case .depth: "this is nested deeper than \(YAMLScan.maximumDepth) levels"
        }
    }
}
