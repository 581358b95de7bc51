import ArgumentParser
import Ledger
import Mentoring

/// `jalon people resume`
struct PeopleResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let mail go to a person's address again, what is owed at once.",
        discussion: "Example: jalon people resume thomas")

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions
    @Argument(help: "The person's id in the configuration.")
    var id: String

    func run() async throws {
        try await orComplain {
            try await OrderRun(options: options, stateOptions: stateOptions)
                .carryOut(.person(Person.ID(id), .resumeMail))
        }
    }
}
