import ArgumentParser
import Dispatch
import Glibc
import JalonService

/// The command line; one file a command.
@main
struct Jalon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jalon",
        abstract: "Keeps mentoring relationships on schedule.",
        discussion: """
            Jalon reads a programme's relationships from text files, plans their meetings, sends calendar invitations \
            and reminders by e-mail, and keeps them true when plans change.

            A first programme: jalon init mentorat && jalon check --config mentorat && \
            jalon rehearse --config mentorat --from 2026-12-01 --out rehearsal
            """,
        version: "jalon 0.1.0",
        subcommands: [
            Init.self, Import.self, CheckCommand.self, PlanCommand.self, Why.self, Explain.self, PreviewCommand.self,
            Show.self,
            Rehearse.self, Run.self, Once.self,
            Reload.self, Status.self, ReportCommand.self, Log.self, DoctorCommand.self, ReceiveCommand.self,
            Backup.self,
            MeetingCommand.self, RelationshipCommand.self, PeopleCommand.self, OutboxCommand.self, Ics.self, Solve.self,
            Conform.self,
        ])

    static func main() {
        do {
            if Environment.isFrench,
                let help = try FrenchHelp(
                    words: Array(CommandLine.arguments.dropFirst()), width: min(Terminal.width ?? 80, 100))
            {
                return Terminal.print(help.text)
            }
            // No other thread has been there so far.
            if let command = try parseAsRoot() as? any ServingCommand { try command.becomeOwner() }
            Task {
                do {
                    try await runCommand()
                    Glibc.exit(0)
                } catch {
                    exit(on: error)
                }
            }
            dispatchMain()
        } catch {
            exit(on: error)
        }
    }

    private static func runCommand() async throws {
        var command = try parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }

    private static func exit(on error: any Error) -> Never {
        let text = fullMessage(for: error)
        let code = exitCode(for: error)
        if !text.isEmpty { code.isSuccess ? Terminal.print(text) : Terminal.complain(asItStands: text) }
        Glibc.exit(code.rawValue)
    }
}
