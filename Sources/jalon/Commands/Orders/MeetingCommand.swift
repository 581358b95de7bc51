import ArgumentParser
import CivilTime
import Ledger
import Mentoring

/// `jalon meeting`
struct MeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: "Move or cancel a meeting, or say whether it was held.",
        discussion: """
            Ids stand in `jalon plan`. The running daemon does it at once and tells the participants; where none runs, \
            this command does it and the mails leave with the next start. Exit code 1, with the reason, where it \
            cannot be done.
            """,
        subcommands: [Move.self, Cancel.self, Held.self, Missed.self])

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a meeting another time, which then stands.",
            discussion: """
                The time is on the wall clock of the relationship. Times in nobody's free hours are taken, and said; \
                absences, holidays, pauses and other meetings are not.
                Example: jalon meeting move m-0A1B2C3D 2026-12-10T18:00
                """)

        @OptionGroup var target: MeetingTarget
        @Argument(help: "The new start, such as 2026-12-10T18:00.")
        var start: LocalDateTime

        func run() async throws { try await target.order(.move(to: start)) }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Call a meeting off; the relationship then has none that day.",
            discussion: "Example: jalon meeting cancel m-0A1B2C3D4E5F")

        @OptionGroup var target: MeetingTarget

        func run() async throws { try await target.order(.cancel) }
    }

    struct Held: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a meeting took place after all.",
            discussion: "Example: jalon meeting held m-0A1B2C3D4E5F")

        @OptionGroup var target: MeetingTarget

        func run() async throws { try await target.order(.held) }
    }

    struct Missed: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a meeting did not take place; the rhythm counts from the last that did.",
            discussion: "Example: jalon meeting missed m-0A1B2C3D4E5F")

        @OptionGroup var target: MeetingTarget

        func run() async throws { try await target.order(.missed) }
    }
}

/// Which meeting, and where.
struct MeetingTarget: ParsableArguments {
    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions
    @Argument(help: "The meeting's id, as `jalon plan` shows it.")
    var id: String

    func order(_ order: MeetingOrder) async throws {
        try await orComplain {
            try await OrderRun(options: options, stateOptions: stateOptions)
                .carryOut(.meeting(Meeting.ID(id), order))
        }
    }
}
