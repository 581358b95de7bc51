/// Where the files speak of somebody.
public enum Mentions {
    /// Every place at which one of some words stands as a key or as a value of its own, or an address within a value, in
    /// the order of the places.
    ///
    /// Comments and texts are for the admin to look through.
    ///
    /// - Parameters:
    ///   - words: ids.
    ///   - addresses: as people write them; letter case does not count.
    public static func places(
        of words: Set<String>, _ addresses: Set<String> = [], in directory: String
    ) throws(ConfigurationError) -> [Diagnostic] {
        let directory = try ConfigurationDirectory(directory)
        guard directory.exists(Documents.mainFile) else { throw .noMainFile(directory: directory.path) }
        // What is wrong with the files otherwise is for `check` to say.
        let files = YAMLFiles(directory: directory, findings: Findings())
        let findings = Findings()
        guard let main = files.value(of: Documents.mainFile, mention: .top(of: Documents.mainFile)) else { return [] }
        look(for: words, addresses, in: main, findings)
        if let documents = Documents(main: main, findings: Findings()) {
            for (file, mention) in files.included(by: documents.main) {
                guard let value = files.value(of: file, mention: mention) else { continue }
                look(for: words, addresses, in: value, findings)
            }
        }
        return findings.diagnostics(sources: files.sources)
    }

    private static func look(
        for words: Set<String>, _ addresses: Set<String>, in value: Value, _ findings: Findings
    ) {
        switch value.content {
        case .nothing, .refused: break
        case .text(let text):
            let address = addresses.first { isNamed($0, in: text) }
            if words.contains(text) || address != nil {
                findings.error("the files still name '\((address ?? text).shortened)' here", at: value.site)
            }
        case .list(let values): for value in values { look(for: words, addresses, in: value, findings) }
        case .keys(let entries):
            for entry in entries {
                if words.contains(entry.key) {
                    findings.error("the files still name '\(entry.key.shortened)' here", at: entry.site)
                }
                look(for: words, addresses, in: entry.value, findings)
            }
        }
    }

    /// Whether an address stands in a text by itself, as in `Mentorat <nadia@example.org>`.
    private static func isNamed(_ address: String, in text: String) -> Bool {
        text.split { " <>\"',;:()[]?&/".contains($0) }.contains { $0.lowercased() == address.lowercased() }
    }
}
