/// What is found while the files are read; reading goes on after each mistake.
final class Findings {
    private struct Finding: Hashable {
        var site: Site
        var severity: Diagnostic.Severity
        var message: String
    }

    private var found: Set<Finding> = []

    /// So many of each kind: a file that is not meant for Jalon at all must not fill the terminal.
    private static let mostInOneFile = 1000

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    func error(_ message: String, at site: Site) {
        found.insert(Finding(site: site, severity: .error, message: message))
    }

    func warning(_ message: String, at site: Site) {
        found.insert(Finding(site: site, severity: .warning, message: message))
    }

    /// All of them in the order of their places, each with its line.
    func diagnostics(sources: [String: SourceText]) -> [Diagnostic] {
        Dictionary(grouping: found, by: \.site.file).flatMap { file, found in
            let source = sources[file] ?? SourceText(file: file, text: "")
            // Many warnings hide no mistake, and are none.
            let kinds: [(Diagnostic.Severity, (Int) -> String)] = [
                (.error, { "\($0) more mistakes in this file are not listed" }),
                (.warning, { "\($0) more warnings in this file are not listed" }),
            ]
            var diagnostics: [Diagnostic] = []
            for (severity, more) in kinds {
                let own = found.filter { $0.severity == severity }.sorted { $0.site < $1.site }
                let first = own.prefix(Self.mostInOneFile)
                diagnostics += first.map { source.diagnostic(severity, $0.message, at: $0.site) }
                guard let last = first.last, own.count > first.count else { continue }
                diagnostics.append(source.diagnostic(severity, more(own.count - first.count), at: last.site))
            }
            return diagnostics
        }.sorted()
    }
}

extension SourceText {
    /// What is said of a place, with the place as a reader counts it.
    func diagnostic(_ severity: Diagnostic.Severity, _ message: String, at site: Site) -> Diagnostic {
        let text = line(site.line)
        let line = text.unicodeScalars
        let start = line.index(line.startIndex, offsetBy: site.scalars.lowerBound, limitedBy: line.endIndex)
        let end = line.index(line.startIndex, offsetBy: site.scalars.upperBound, limitedBy: line.endIndex)
        let before = String(line[..<(start ?? line.endIndex)])
        let meant = String(line[(start ?? line.endIndex)..<(end ?? line.endIndex)])
        return Diagnostic(
            file: file, line: site.line, column: before.count + 1, length: max(1, meant.count), severity: severity,
            message: message, excerpt: Redaction.line(text))
    }
}
