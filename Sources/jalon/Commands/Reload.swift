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

    /// How long the daemon may take, in seconds.
    private static let patience = 120

    func run() async throws {
        try await orComplain {
            _ = try Check.configuration(in: options.config, today: SystemWallClock().today)
            guard let process = StateDirectory.holder(of: stateOptions.path) else {
                throw ServiceError.notRunning(stateOptions.path)
            }
            let ledger = try Ledger.open(path: StateDirectory.ledgerPath(in: stateOptions.path))
            let order = try ledger.give(.reload, argument: accept, at: SystemWallClock().now())
            kill(process, SIGHUP)
            for _ in 0..<(Self.patience * 10) {
                if let answer = try ledger.order(order)?.answer {
                    if answer.accepted { return print(answer.text) }
                    Terminal.complain("jalon: \(answer.text)")
                    throw ExitCode(1)
                }
                try await Task.sleep(for: .milliseconds(100))
            }
            Terminal.complain("jalon: the daemon (process \(process)) did not answer within \(Self.patience) s")
            throw ExitCode(1)
        }
    }
}
