public import Mentoring

/// The texts of a programme: those built in, and the admin's own, which come first.
public struct TemplateLibrary: Sendable {
    private var templates: [Language: [TemplateName: Template]]
    private var banks: [Language: QuestionBank]
    private let found: [TemplateComplaint]

    /// - Parameter overrides: sources by language and name; one with a mistake is left aside and complained of.
    public init(overrides: [Language: [TemplateName: String]] = [:]) {
        templates = Self.builtInTexts.templates
        banks = Self.builtInTexts.banks
        var found = Self.builtInTexts.complaints
        for (language, sources) in overrides.sorted(by: { $0.key < $1.key }) {
            let read = Self.read([language: sources])
            templates[language, default: [:]].merge(read.templates[language] ?? [:]) { _, own in own }
            banks.merge(read.banks) { _, own in own }
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

    /// A question of the bank in a language, or in the wider one that it belongs to; nil where it has none.
    func question(for role: Role, in language: Language, relationship: Relationship.ID, ordinal: Int) -> String? {
        let bank = banks[language] ?? banks[language.primary]
        return bank?.question(for: role, in: relationship, ordinal: ordinal)
    }

    /// What a text names that somebody of a role may not see, in the order of the alphabet.
    public func overreach(of name: TemplateName, _ language: Language, towards role: Role) -> [String] {
        let exposed = template(name, language)?.template.exposed ?? []
        return exposed.filter { !$0.isVisible(to: role) }.map(\.rawValue).sorted()
    }

    private func template(_ name: TemplateName, _ language: Language) -> (template: Template, language: Language)? {
        [language, language.primary].lazy.compactMap { language in
            templates[language]?[name].map { ($0, language) }
        }.first
    }

    // MARK: - Reading sources

    private struct Reading {
        var templates: [Language: [TemplateName: Template]] = [:]
        var banks: [Language: QuestionBank] = [:]
        var complaints: [TemplateComplaint] = []
    }

    private static func read(_ sources: [Language: [TemplateName: String]]) -> Reading {
        var reading = Reading()
        for (language, texts) in sources.sorted(by: { $0.key < $1.key }) {
            for (name, source) in texts.sorted(by: { $0.key < $1.key }) {
                do throws(TemplateFaults) {
                    if name == QuestionBank.name {
                        reading.banks[language] = try QuestionBank(source)
                    } else {
                        reading.templates[language, default: [:]][name] = try Template(source, name: name)
                    }
                } catch {
                    reading.complaints += error.faults.map {
                        TemplateComplaint(language: language, name: name, line: $0.line, message: $0.message)
                    }
                }
            }
        }
        return reading
    }

    private static let builtInTexts = read(BuiltInTexts.sources)
}
