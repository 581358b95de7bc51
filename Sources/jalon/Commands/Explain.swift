import ArgumentParser
import Configuration
import Correspondence
import JalonService
import Mentoring

/// `jalon explain`
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say in plain words what a rule does, or what rules and texts can be made of.",
        discussion: """
            rules lists triggers, events, phrases and roles; facts what a condition can ask about; templates the texts \
            with their variables. Anything else is the id of a rule in the configuration.
            Example: jalon explain day-before --config /etc/jalon
            """)

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The id of a rule, or rules, facts or templates.")
    var subject: String

    @Option(help: "fr or en; the programme's language where it is left out, or English where there is no programme.")
    var lang: String?

    func run() async throws {
        try await orComplain {
            switch subject {
            case "rules": for part in explainer(nil).vocabulary() { show(part) }
            case "facts": show(explainer(nil).facts())
            case "templates": show(explainer(nil).templates())
            default: try explainRule()
            }
        }
    }

    private func explainRule() throws {
        let programme = try Check.configuration(in: options.config, today: SystemWallClock().today).programme
        guard let rule = programme.rules.first(where: { $0.id.rawValue == subject }) else {
            let names = programme.rules.map(\.id.rawValue).joined(separator: ", ")
            throw ValidationError(
                "There is no rule '\(subject)' in \(options.config); it has \(names). Besides, there are rules, facts "
                    + "and templates to explain.")
        }
        for sentence in explainer(programme).sentences(for: rule) { Terminal.print(sentence) }
    }

    private func explainer(_ programme: Programme?) -> Explainer {
        let known =
            programme ?? (try? Check.configuration(in: options.config, today: SystemWallClock().today))?.programme
        return Explainer(language: lang.map(Language.init) ?? known?.language ?? .english)
    }

    private func show(_ part: Explainer.Part) {
        Terminal.print(part.heading)
        let width = min(44, part.entries.map(\.term.count).max() ?? 0)
        for entry in part.entries {
            if entry.term.count > width {
                Terminal.print("  \(entry.term)\n  \(String(repeating: " ", count: width))  \(entry.meaning)")
            } else {
                let blanks = String(repeating: " ", count: width - entry.term.count)
                Terminal.print("  \(entry.term)\(blanks)  \(entry.meaning)")
            }
        }
        Terminal.print()
    }
}
