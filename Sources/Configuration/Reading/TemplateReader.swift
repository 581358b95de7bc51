import Mentoring

extension Language {
    /// The languages of the built-in texts.
    static let builtIn: Set<Language> = [.french, .english]

    /// Without the region: `fr` of `fr-CA`.
    var primary: Language {
        Language(rawValue.split(separator: "-").first.map(String.init) ?? rawValue)
    }
}

/// Reads the admin's own texts, `templates/LANG/NAME.md`.
struct TemplateReader {
    let directory: ConfigurationDirectory
    let findings: Findings

    private static let folder = "templates"
    /// Of all texts of all languages together.
    private static let mostOctets = 4 << 20
    private static let mostFiles = 1000

    func templates() -> [Language: [TemplateName: TemplateFile]] {
        var templates: [Language: [TemplateName: TemplateFile]] = [:]
        var octets = 0
        var count = 0
        for language in directory.names(in: Self.folder) where Language.isTag(language) {
            for file in Glob("\(Self.folder)/\(language)/*.md").files(in: directory) {
                guard let name = file.split(separator: "/").last?.dropLast(".md".count), let text = text(of: file)
                else {
                    continue
                }
                octets += text.utf8.count
                count += 1
                guard octets <= Self.mostOctets, count <= Self.mostFiles else {
                    findings.error(
                        "the texts up to this one are more than \(Self.mostFiles), or have more than "
                            + "\(Self.mostOctets >> 20) MiB; take some away", at: .top(of: file))
                    return templates
                }
                templates[Language(language), default: [:]][TemplateName(String(name))] = TemplateFile(
                    path: file, text: text)
            }
        }
        return templates
    }

    private func text(of file: String) -> String? {
        do throws(ConfigurationDirectory.Refusal) {
            let bytes = try directory.bytes(of: file, most: 1)
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            findings.error("this file is not UTF-8; save it in that encoding", at: .top(of: file))
        } catch {
            findings.error("this file \(error.reason)", at: .top(of: file))
        }
        return nil
    }
}
