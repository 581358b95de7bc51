import ArgumentParser
import JalonService
import Ledger

/// `jalon outbox`
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Let go what waits after an absence.",
        subcommands: [Release.self])

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let the mails go that wait because too many were overdue after an absence.",
            discussion: """
                Each is decided on the facts of this moment: what is of no more use is left out, with its reason.
                Example: jalon outbox release
                """)

        @OptionGroup var options: ConfigurationOptions
        @OptionGroup var stateOptions: StateOptions

        func run() async throws {
            try await orComplain {
                try await OrderRun(options: options, stateOptions: stateOptions).carryOut(.release)
            }
        }
    }
}
