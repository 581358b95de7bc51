import ArgumentParser
import Configuration
import JalonService
import Ledger
import MailMessage
import Mentoring

/// `jalon people forget`
struct PeopleForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase a person's name and address, once the last mail that names them has ended.",
        discussion: """
            First take the person out of the files, and reload: their meetings ahead are cancelled, and everybody is \
            told. Then forget them: when the last of those mails has ended, after five days at most, name and address \
            leave the ledger, the outbox, the journal and the published calendars. What was counted stays. Backups and \
            the logs of mail servers are yours to look after.
            Example: jalon people forget thomas
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The id that the person had in the configuration.")
    var id: String

    func run() async throws {
        try await orComplain {
            let person = Person.ID(id)
            let traces = try stateOptions.ledger().traces(of: person)
            let places = try Mentions.places(
                of: Set(traces.ids.map(\.rawValue)), Set(traces.addresses.map(\.description)), in: options.config)
            guard places.isEmpty else { throw ServiceError.mistakes(places) }
            try await OrderRun(options: options, stateOptions: stateOptions).carryOut(.person(person, .forget))
        }
    }
}
