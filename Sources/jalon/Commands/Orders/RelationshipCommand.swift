import ArgumentParser
import CivilTime
import JalonService
import Ledger
import Mentoring

/// `jalon relationship`
struct RelationshipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relationship",
        abstract: "Pause, resume, end or plan anew a relationship.",
        discussion: """
            What is ordered here outranks the files until it is undone, and is never written into them. The running \
            daemon does it at once and tells the participants; where none runs, this command does it and the mails \
            leave with the next start.
            Example: jalon relationship pause claire-thomas --until 2027-01-31
            """,
        subcommands: [PauseCommand.self, Resume.self, End.self, Replan.self])

    struct PauseCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause",
            abstract: "No meetings for a while; announced ones are cancelled.",
            discussion: """
                The rhythm begins anew after the pause. Without --until it lasts until `jalon relationship resume`.
                Example: jalon relationship pause claire-thomas --until 2027-01-31
                """)

        @OptionGroup var target: RelationshipTarget
        @Option(help: "The first day of the pause; today where it is left out.")
        var from: CivilDate?
        @Option(help: "The last day of the pause.")
        var until: CivilDate?

        func run() async throws {
            try await target.order(.pause(from: from ?? SystemWallClock().today, through: until))
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Undo a pause, or an end that was ordered: meetings are planned again.",
            discussion: "Example: jalon relationship resume claire-thomas")

        @OptionGroup var target: RelationshipTarget

        func run() async throws { try await target.order(.resume) }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a relationship earlier than its file says.",
            discussion: "Example: jalon relationship end claire-thomas --on 2027-03-31")

        @OptionGroup var target: RelationshipTarget
        @Option(help: "The last day on which a meeting may fall; today where it is left out.")
        var on: CivilDate?

        func run() async throws { try await target.order(.end(on: on ?? SystemWallClock().today)) }
    }

    struct Replan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let announced meetings move that no longer suit.",
            discussion: """
                Announced meetings stand when hours, calendars, the cadence or the preference change. This lets those \
                of one relationship move that such a change has left behind.
                Example: jalon relationship replan claire-thomas
                """)

        @OptionGroup var target: RelationshipTarget

        func run() async throws { try await target.order(.replan) }
    }
}

/// Which relationship, and where.
struct RelationshipTarget: ParsableArguments {
    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions
    @Argument(help: "The relationship's id in the configuration.")
    var id: String

    func order(_ order: RelationshipOrder) async throws {
        try await orComplain {
            try await OrderRun(options: options, stateOptions: stateOptions)
                .carryOut(.relationship(Relationship.ID(id), order))
        }
    }
}
