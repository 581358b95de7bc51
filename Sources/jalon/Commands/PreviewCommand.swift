import ArgumentParser
import Configuration
import Correspondence
import Foundation
import JalonService
import Ledger
import Mentoring

/// `jalon preview`
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show one mail as it would go; nothing is sent.",
        discussion: """
            Whom it is for and what it is about is chosen where it is not said: the first relationship, its next \
            meeting, and the role to which a rule sends the text. What speaks of a day is composed for that day.
            Example: jalon preview prepare --to thomas --format html > prepare.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, eml
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The name of the text, such as prepare or invitation.")
    var template: String

    @Option(help: "The id of the person who reads it.")
    var to: String?

    @Option(help: "The id of a relationship.")
    var relationship: String?

    @Option(help: "The id of a meeting, as jalon plan shows it.")
    var meeting: String?

    @Option(help: "The language to read it in, such as fr or en; the reader's own where it is left out.")
    var lang: String?

    @Option(help: "text and html for the halves of the mail, eml for all of it.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let configuration = try Check.configuration(
                in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
            let ledger = try stateOptions.ledgerIfAny()
            let preview = try Preview(configuration: configuration, ledger: ledger, now: SystemWallClock().now())
            let mail = try preview.mail(
                Preview.Request(
                    template: TemplateName(template), person: to.map(Person.ID.init),
                    relationship: relationship.map(Relationship.ID.init), meeting: meeting.map(Meeting.ID.init),
                    language: lang.map(Language.init)))
            if preview.isExample(mail.template) {
                Terminal.complain("jalon: an example; there is nothing yet that the text could tell of")
            }
            switch format {
            case .text: Terminal.write("\(mail.subject)\n\n\(mail.text)")
            case .html: Terminal.write(mail.html)
            case .eml: try? FileHandle.standardOutput.write(contentsOf: Data(mail.bytes))
            }
        }
    }
}
