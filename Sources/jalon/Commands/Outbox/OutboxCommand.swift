import ArgumentParser
import JalonService
import Ledger

/// `jalon outbox`
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Look at the mails that are owed, try one again, give one up, or let go what is held.",
        discussion: "Example: jalon outbox list --all",
        subcommands: [OutboxList.self, OutboxShow.self, Retry.self, Drop.self, Release.self],
        defaultSubcommand: OutboxList.self)

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try mails again at once, with the same bytes, those that had failed as well.",
            discussion: "Example: jalon outbox retry 17")

        @OptionGroup var options: ConfigurationOptions
        @OptionGroup var stateOptions: StateOptions
        @Argument(help: "Their numbers, as `jalon outbox list` has them.")
        var mails: [Int64]

        func run() async throws { try await order(.retry, on: mails, options, stateOptions) }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give mails up: they will not be sent.",
            discussion: """
                What a dropped invitation spoke of stays planned; the next change of it invites anew.
                Example: jalon outbox drop 17 18
                """)

        @OptionGroup var options: ConfigurationOptions
        @OptionGroup var stateOptions: StateOptions
        @Argument(help: "Their numbers, as `jalon outbox list` has them.")
        var mails: [Int64]

        func run() async throws { try await order(.drop, on: mails, options, stateOptions) }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let go what is held: too many mails after an absence, an older ledger, a clock that was set.",
            discussion: """
                After an absence each mail is decided on the facts of this moment: what is of no more use is left out, \
                with its reason. A ledger that was put back sends what it owes: drop before what has gone already. A \
                clock that was set is taken as right.
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

extension ParsableArguments {
    fileprivate func order(
        _ order: MailOrder, on mails: [Int64], _ options: ConfigurationOptions, _ stateOptions: StateOptions
    ) async throws {
        try await orComplain {
            let run = OrderRun(options: options, stateOptions: stateOptions)
            for mail in mails { try await run.carryOut(.mail(mail, order)) }
        }
    }
}
