import ArgumentParser
import Simulation

/// Lives through a quarter with real servers, and says whether every calendar is as the plan has it.
@main
struct QuarterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jalon-quarter",
        abstract: "Rehearse a quarter with a real mail server and real mailboxes on this machine.",
        discussion: "Scripts/test-answers starts the servers. Exit code 1 where a calendar is not as the plan has it.")

    @Option(help: "The port of the server that takes mail for exemple.fr.")
    var smtp: Int

    @Option(help: "The port of the server with the mailboxes.")
    var imap: Int

    @Option(help: "The password of all mailboxes.")
    var password: String

    func run() async throws {
        var quarter = try Quarter(smtp: smtp, imap: imap, password: password)
        let report = try await quarter.run()
        for (name, count) in report.counts { print("\(count)\t\(name)") }
        for complaint in report.complaints { print("wrong: \(complaint)") }
        guard report.complaints.isEmpty else { throw ExitCode(1) }
        print("every calendar is as the plan has it")
    }
}
