public import Mentoring

/// The texts of a programme: those built in, and the admin's own, which come first.
public struct TemplateLibrary: Sendable {
    private var templates: [Language: [TemplateName: Template]]
    private let found: [TemplateComplaint]

    /// The texts that every programme has, in French and in English.
    public static let builtIn: [TemplateName] = [
        .welcome, .invitation, .update, .cancellation, .prepare, .dayBefore, .prepareReview, .closing,
    ]

    /// - Parameter overrides: sources by language and name; one with a mistake is left aside and complained of.
    public init(overrides: [Language: [TemplateName: String]] = [:]) {
        templates = Self.builtInTemplates.templates
        var found = Self.builtInTemplates.complaints
        for (language, sources) in overrides.sorted(by: { $0.key < $1.key }) {
            let read = Self.read(sources, in: language)
            templates[language, default: [:]].merge(read.templates) { _, own in own }
            found += read.complaints
        }
        self.found = found
    }

    /// Every mistake, ordered by language, name and line.
    public func complaints() -> [TemplateComplaint] { found }

    /// Whether there is a text of this name in this language, or in the wider one that it belongs to.
    public func has(_ name: TemplateName, _ language: Language) -> Bool {
        template(name, language) != nil
    }

    /// The names that a template may use between double braces, in the order of the alphabet.
    public static func variables(of name: TemplateName) -> [String] {
        let outer = Vocabulary(of: name).variables
        return outer.reduce(outer) { $0.union($1.members) }.map(\.rawValue).sorted()
    }

    /// The text for a reader, and the language that it is in: the reader's, else the programme's, else one that is
    /// built in, else the first of the alphabet.
    func template(
        _ name: TemplateName, for language: Language, otherwise programme: Language
    ) -> (template: Template, language: Language)? {
        let candidates = [language, programme, .english, .french] + templates.keys.sorted()
        return candidates.lazy.compactMap { template(name, $0) }.first
    }

    private func template(_ name: TemplateName, _ language: Language) -> (template: Template, language: Language)? {
        [language, language.primary].lazy.compactMap { language in
            templates[language]?[name].map { ($0, language) }
        }.first
    }

    // MARK: - Reading sources

    private typealias Reading = (templates: [TemplateName: Template], complaints: [TemplateComplaint])

    private static func read(_ sources: [TemplateName: String], in language: Language) -> Reading {
        var reading: Reading = ([:], [])
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            do throws(TemplateFaults) {
                reading.templates[name] = try Template(source, name: name)
            } catch {
                reading.complaints += error.faults.map {
                    TemplateComplaint(language: language, name: name, line: $0.line, message: $0.message)
                }
            }
        }
        return reading
    }

    private static let builtInTemplates:
        (templates: [Language: [TemplateName: Template]], complaints: [TemplateComplaint]) =
            BuiltInTexts.sources.sorted { $0.key < $1.key }.reduce(into: ([:], [])) { result, entry in
                let reading = read(entry.value, in: entry.key)
                result.templates[entry.key] = reading.templates
                result.complaints += reading.complaints
            }
}
