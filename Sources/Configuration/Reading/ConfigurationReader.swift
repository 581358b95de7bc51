public import CivilTime
import Mentoring

/// Reads a configuration: all its files, and in one run every mistake in them.
public enum ConfigurationReader {
    /// - Parameters:
    ///   - directory: the one that holds `jalon.yaml`.
    ///   - today: relationships that are over by then get a warning, and calendars are followed from a year before
    ///     it to five years after.
    ///   - known: what calendars said before, for those that cannot be read now.
    /// - Throws: where there is no configuration to look at; mistakes in its files are part of what is returned.
    public static func read(
        directory path: String, today: CivilDate, known: KnownCalendars = .none
    ) throws(ConfigurationError) -> Loaded {
        let directory = try ConfigurationDirectory(path)
        guard directory.exists(Documents.mainFile) else { throw .noMainFile(directory: path) }
        do throws(ConfigurationDirectory.Refusal) {
            _ = try directory.bytes(of: Documents.mainFile, most: 1)
        } catch {
            throw .unreadable(path: directory.absolute(Documents.mainFile), reason: "it \(error.reason)")
        }
        let findings = Findings()
        let files = YAMLFiles(directory: directory, findings: findings)
        let main = files.value(of: Documents.mainFile, mention: .top(of: Documents.mainFile))
        let reading = main.flatMap { Documents(main: $0, findings: findings) }.flatMap { documents in
            Assembly(
                directory: directory, findings: findings, files: files, documents: documents, today: today,
                known: known
            ).configuration()
        }
        return Loaded(
            configuration: findings.hasErrors ? nil : reading,
            diagnostics: findings.diagnostics(sources: files.sources))
    }
}
