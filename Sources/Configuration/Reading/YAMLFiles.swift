/// Reads the YAML files of a configuration, and keeps their texts for the messages.
final class YAMLFiles {
    private let directory: ConfigurationDirectory
    private let findings: Findings
    private(set) var sources: [String: SourceText] = [:]

    init(directory: ConfigurationDirectory, findings: Findings) {
        self.directory = directory
        self.findings = findings
    }

    /// - Parameter mention: where the file is asked for.
    /// - Returns: nil where it cannot be read, which has been told.
    func value(of file: String, mention: Site) -> Value? {
        let bytes: [UInt8]
        do throws(ConfigurationDirectory.Refusal) {
            bytes = try directory.bytes(of: file, most: 1)
        } catch {
            findings.error("'\(file.shortened)' \(error.reason)", at: mention)
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = Self.validLines(of: bytes) + 1
            findings.error("this is not UTF-8; save the file in that encoding", at: Site(file: file, line: line))
            return nil
        }
        let source = SourceText(file: file, text: text)
        sources[file] = source
        return YAMLDocument(source: source, findings: findings).read()
    }

    /// The files that `include:` means, each once and in the order of their paths, with the place of its mention.
    func included(by section: Section) -> [(file: String, mention: Site)] {
        var mentions: [String: Site] = [:]
        var seen: Set<String> = []
        for pattern in section.texts("include") where seen.insert(pattern.value).inserted {
            let glob = Glob(pattern.value)
            guard directory.isInside(pattern.value) else {
                findings.error(
                    "'\(pattern.value.shortened)' leads out of the configuration's directory", at: pattern.site)
                continue
            }
            let files = glob.files(in: directory)
            guard files.count <= Glob.mostFiles else {
                findings.error(
                    "'\(pattern.value.shortened)' matches more than \(Glob.mostFiles) files", at: pattern.site)
                continue
            }
            if files.isEmpty { findings.warning("'\(pattern.value.shortened)' matches no file", at: pattern.site) }
            for file in files where file != Documents.mainFile {
                mentions[file] = mentions[file] ?? pattern.site
            }
        }
        return mentions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// How many lines from the beginning are UTF-8.
    private static func validLines(of bytes: [UInt8]) -> Int {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .prefix { String(validating: $0, as: UTF8.self) != nil }.count
    }
}
