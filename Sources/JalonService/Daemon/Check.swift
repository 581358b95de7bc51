public import CivilTime
public import Configuration
import Correspondence
import Mentoring

/// Finds every mistake of a configuration: of its files, and of the words in its templates.
public enum Check {
    /// All that there is to say about the configuration in a directory, in the order of the places.
    public static func loaded(from directory: String, today: CivilDate) throws(ConfigurationError) -> Loaded {
        reviewed(try ConfigurationReader.read(directory: directory, today: today))
    }

    /// As `loaded`, and all that a start builds beside the programme: the ways to the servers, and what they need.
    public static func loaded(
        from directory: String, today: CivilDate, for standpoint: Standpoint
    ) throws(ConfigurationError) -> Loaded {
        var loaded = try loaded(from: directory, today: today)
        guard let configuration = loaded.configuration else { return loaded }
        let routes = Routes(of: configuration, for: standpoint)
        loaded.diagnostics = (loaded.diagnostics + routes.diagnostics).sorted()
        if !routes.errors.isEmpty { loaded.configuration = nil }
        return loaded
    }

    private static func reviewed(_ read: Loaded) -> Loaded {
        var loaded = read
        guard let configuration = loaded.configuration else { return loaded }
        let complaints = slips(in: configuration) + overreach(in: configuration)
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

    /// A configuration on which a service can start, or what keeps it from being one.
    public static func service(in directory: String, today: CivilDate, for standpoint: Standpoint) throws
        -> Configuration
    {
        let configuration = try configuration(in: directory, today: today)
        let errors = Routes(of: configuration, for: standpoint).errors
        guard errors.isEmpty else { throw ServiceError.notReady(errors) }
        return configuration
    }

    /// What was kept of a configuration; nil where it has mistakes.
    static func configuration(_ kept: KeptFiles, of directory: String, today: CivilDate) -> Configuration? {
        (try? ConfigurationReader.read(kept, of: directory, today: today)).flatMap { reviewed($0).configuration }
    }

    /// What is wrong in the admin's own texts.
    private static func slips(in configuration: Configuration) -> [Diagnostic] {
        configuration.templates.flatMap { language, templates in
            templates.flatMap { name, file in
                TemplateLibrary(overrides: [language: [name: file.text]]).complaints().map { complaint in
                    Diagnostic(
                        file: file.path, line: complaint.line ?? 1, column: 1, length: 1, severity: .error,
                        message: complaint.message,
                        excerpt: file.text.line(complaint.line ?? 1))
                }
            }
        }
    }

    /// Rules that would send somebody a text that speaks of what they may not see.
    private static func overreach(in configuration: Configuration) -> [Diagnostic] {
        let library = TemplateLibrary(overrides: configuration.templates.mapValues { $0.mapValues(\.text) })
        let programme = configuration.programme
        let languages = Set([programme.language] + programme.people.values.map(\.language)).sorted()
        return configuration.sendings.flatMap { sending in
            sending.audience.compactMap { audience -> Diagnostic? in
                // Who is on the invitation and no party reads the text without what is for the parties.
                guard let role = Role(rawValue: audience.rawValue) else { return nil }
                let words = Set(languages.flatMap { library.overreach(of: sending.template, $0, towards: role) })
                guard !words.isEmpty else { return nil }
                var place = sending.place
                place.message =
                    "the text '\(sending.template)' speaks of \(words.sorted().joined(separator: ", ")), which a "
                    + "\(role) may not see"
                return place
            }
        }
    }
}

extension String {
    fileprivate func line(_ number: Int) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
    }
}
