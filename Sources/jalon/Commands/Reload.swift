import ArgumentParser
import Glibc
import JalonService
import Ledger

/// `jalon reload`
struct Reload: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the configuration and let the running daemon take it.",
        discussion: """
            A reload that would move or cancel more than ten announced meetings, or in which a relationship vanishes, \
            is held until it is given with --accept and the fingerprint that `jalon plan` prints.
            Exit code 0 where the daemon has taken it, 1 with the reason otherwise.
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: ArgumentHelp("Accept what this configuration does.", valueName: "fingerprint"))
    var accept: String?

    func run() async throws {
        try await orComplain {
            do {
                _ = try Check.service(
                    in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars,
                    for: .command(hasService: true))
            } catch {
                // It refuses, too, and its status line says so until the files are mended.
                if let holder = try? StateHolder.find(on: stateOptions.path) { holder.send(SIGHUP) }
                throw error
            }
            guard let holder = try StateHolder.find(on: stateOptions.path) else {
                throw ServiceError.notRunning(stateOptions.path)
            }
            let answer = try await OrderRun(options: options, stateOptions: stateOptions)
                .askDaemon(.reload(accepting: accept), holder: holder, signal: SIGHUP)
            if answer.accepted { return Terminal.say(answer.text) }
            Terminal.complain("jalon: \(answer.text)")
            throw ExitCode(1)
        }
    }
}
