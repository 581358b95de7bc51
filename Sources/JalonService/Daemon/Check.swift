public import CivilTime
public import Configuration
import Correspondence

/// Finds every mistake of a configuration: of its files, and of the words in its templates.
public enum Check {
    /// All that there is to say about the configuration in a directory, in the order of the places.
    public static func loaded(from directory: String, today: CivilDate) throws(ConfigurationError) -> Loaded {
        var loaded = try ConfigurationReader.read(directory: directory, today: today)
        guard let configuration = loaded.configuration else { return loaded }
        let complaints = configuration.templates.flatMap { language, templates in
            templates.flatMap { name, file in
                TemplateLibrary(overrides: [language: [name: file.text]]).complaints().map { complaint in
                    Diagnostic(
                        file: file.path, line: complaint.line ?? 1, column: 1, length: 1, severity: .error,
                        message: complaint.message,
                        excerpt: file.text.line(complaint.line ?? 1))
                }
            }
        }
        loaded.diagnostics = (loaded.diagnostics + complaints).sorted()
        if !complaints.isEmpty { loaded.configuration = nil }
        return loaded
    }

    /// The configuration in a directory, or the mistakes that keep it from being one.
    public static func configuration(in directory: String, today: CivilDate) throws -> Configuration {
        let loaded = try loaded(from: directory, today: today)
        guard let configuration = loaded.configuration else { throw ServiceError.mistakes(loaded.diagnostics) }
        return configuration
    }
}

extension String {
    fileprivate func line(_ number: Int) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
    }
}
