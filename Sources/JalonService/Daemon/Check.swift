public import CivilTime
public import Configuration
import Correspondence
import Mentoring

/// Finds every mistake of a configuration: of its files, and of the words in its templates.
public enum Check {
    /// All that there is to say about the configuration in a directory, in the order of the places.
    ///
    /// - Parameter known: what calendars said before, for those that cannot be read now.
    public static func loaded(
        from directory: String, today: CivilDate, known: KnownCalendars = .none
    ) throws(ConfigurationError) -> Loaded {
        var loaded = try ConfigurationReader.read(directory: directory, today: today, known: known)
        guard let configuration = loaded.configuration else { return loaded }
        let complaints = slips(in: configuration) + overreach(in: configuration)
        loaded.diagnostics = (loaded.diagnostics + complaints).sorted()
        if !complaints.isEmpty { loaded.configuration = nil }
        return loaded
    }

    /// The configuration in a directory, or the mistakes that keep it from being one.
    public static func configuration(
        in directory: String, today: CivilDate, known: KnownCalendars = .none
    ) throws -> Configuration {
        let loaded = try loaded(from: directory, today: today, known: known)
        guard let configuration = loaded.configuration else { throw ServiceError.mistakes(loaded.diagnostics) }
        return configuration
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
