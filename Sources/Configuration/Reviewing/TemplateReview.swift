import Mentoring

/// Finds languages that lack a text, texts that nobody sends, and texts that ask for a meeting where there is none.
struct TemplateReview {
    let programme: Programme
    let people: [PersonReader.Found]
    let rules: [RuleReader.Found]
    let templates: [Language: [TemplateName: TemplateFile]]
    /// Where the programme's language stands.
    let site: Site
    let findings: Findings

    /// Texts that speak of one meeting.
    private static let aboutMeetings: Set<TemplateName> = [
        TemplateName("prepare"), TemplateName("day-before"), TemplateName("prepare-review"),
    ]

    func run() {
        findMissingLanguages()
        findUnused()
        for found in rules where Self.aboutMeetings.contains(found.rule.action.template) {
            if found.rule.trigger.anchors.contains(where: { $0.series == nil }) {
                findings.error(
                    "the text '\(found.rule.action.template)' speaks of a meeting, and this trigger is about none",
                    at: found.trigger)
            }
        }
    }

    /// The texts that can go out: those of the rules, and those that follow a change of the plan.
    private var sent: Set<TemplateName> {
        Set(rules.map(\.rule.action.template)).union([.invitation, .update, .cancellation])
    }

    private func findMissingLanguages() {
        var sites: [Language: Site] = [programme.language: site]
        for found in people {
            if let language = found.language { sites[language.value] = sites[language.value] ?? language.site }
        }
        for (language, site) in sites {
            let missing = sent.filter { !has($0, language) }.sorted()
            guard !missing.isEmpty else { continue }
            let names = missing.map(\.rawValue).joined(separator: ", ")
            findings.warning(
                "there is no text in '\(language)' for \(names); write templates/\(language)/NAME.md", at: site)
        }
    }

    private func has(_ name: TemplateName, _ language: Language) -> Bool {
        [language, language.primary].contains { language in
            templates[language]?[name] != nil
                || (Language.builtIn.contains(language) && TemplateName.builtIn.contains(name.rawValue))
        }
    }

    private func findUnused() {
        let known = TemplateName.builtIn
        for files in templates.values {
            for (name, file) in files where !sent.contains(name) && !known.contains(name.rawValue) {
                let hint = Suggestion.phrase(for: name.rawValue, among: known)
                findings.warning("no rule sends the text '\(name)'\(hint)", at: .top(of: file.path))
            }
        }
    }
}
