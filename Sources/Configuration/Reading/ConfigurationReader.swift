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
        try read(ConfigurationDirectory(path), today: today, known: known)
    }

    /// Reads what was kept of a configuration.
    ///
    /// - Parameter path: the directory that the files come from, in which secrets still are.
    public static func read(_ kept: KeptFiles, of path: String, today: CivilDate) throws(ConfigurationError) -> Loaded {
        try read(ConfigurationDirectory(path, kept: kept), today: today, known: KnownCalendars(kept))
    }

    private static func read(
        _ directory: ConfigurationDirectory, today: CivilDate, known: KnownCalendars
    ) throws(ConfigurationError) -> Loaded {
        guard directory.exists(Documents.mainFile) else { throw .noMainFile(directory: directory.path) }
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
        for folder in directory.unlisted {
            findings.error(
                "the directory '\(folder.shortened)' cannot be read; give it to the user that the service runs as",
                at: .top(of: Documents.mainFile))
        }
        return Loaded(
            configuration: findings.hasErrors ? nil : reading,
            diagnostics: findings.diagnostics(sources: files.sources))
    }
}
