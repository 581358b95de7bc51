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

    /// The bank of questions, which is no text by itself.
    private static let questions = TemplateName("questions")

    func run() {
        findMissingLanguages()
        findUnused()
        for found in rules where !found.rule.trigger.isAlwaysAboutMeetings {
            for action in found.rule.actions where TemplateName.aboutMeetings.contains(action.template) {
                findings.error(
                    "the text '\(action.template)' speaks of a meeting, and this trigger is about none",
                    at: found.trigger)
            }
        }
    }

    /// The texts that can go out: those of the rules, and those that follow a change of the plan.
    private var sent: Set<TemplateName> {
        Set(rules.flatMap(\.rule.actions).map(\.template)).union([.invitation, .update, .cancellation])
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
                || (Language.builtIn.contains(language) && TemplateName.builtIn.contains(name))
        }
    }

    private func findUnused() {
        let known = TemplateName.builtIn
        for files in templates.values {
            for (name, file) in files where !sent.contains(name) && !known.contains(name) && name != Self.questions {
                let hint = Suggestion.phrase(for: name.rawValue, among: known.map(\.rawValue))
                findings.warning("no rule sends the text '\(name)'\(hint)", at: .top(of: file.path))
            }
        }
    }
}

extension Trigger {
    /// Whether each firing has a meeting to speak of.
    fileprivate var isAlwaysAboutMeetings: Bool {
        switch self {
        case .timed(let timing): timing.anchors.allSatisfy { $0.series != nil }
        case .when(let events): events.allSatisfy(\.isAboutMeeting)
        case .every: false
        }
    }
}
