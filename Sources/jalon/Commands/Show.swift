import ArgumentParser
import Configuration
import Correspondence
import JalonService
import Ledger
import Mentoring

/// `jalon show`
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the framework of a relationship on one page, to read or to print.",
        discussion: """
            Cadence, places, objectives, the mediator and the mails to come, as the welcome says them.
            Example: jalon show claire-thomas --format html > framework.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The relationship's id in the configuration.")
    var relationship: String

    @Option(
        help: "The id of the person who reads it, who sees what their role may see; the mentee where it is left out.")
    var to: String?

    @Option(help: "The language to read it in, such as fr or en.")
    var lang: String?

    @Option(help: "text to read, html to print.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let configuration = try Check.configuration(
                in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
            let ledger = try stateOptions.ledgerIfAny()
            let id = Relationship.ID(relationship)
            guard let relationship = configuration.programme.relationships[id] else {
                throw PreviewError.noRelationship(id, in: configuration.programme)
            }
            let preview = try Preview(configuration: configuration, ledger: ledger, now: SystemWallClock().now())
            let welcome = try preview.mail(
                Preview.Request(
                    template: .welcome, person: to.map(Person.ID.init) ?? relationship.mentees.first, relationship: id,
                    language: lang.map(Language.init)))
            let framework = Framework(relationship, of: configuration.programme, welcome: welcome)
            switch format {
            case .text: Terminal.write("\(framework.title)\n\n\(framework.text)")
            case .html: Terminal.write(framework.html)
            }
        }
    }
}
