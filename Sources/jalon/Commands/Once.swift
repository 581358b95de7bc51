import ArgumentParser
import Glibc
import JalonService

/// `jalon once`
struct Once: AsyncParsableCommand, ServingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Do all that is due, once: read answers, decide, send. For a timer or cron instead of the daemon.",
        discussion: """
            An edit that would move or cancel more than ten announced meetings waits for --accept with the fingerprint \
            that `jalon plan` prints.
            Exit code 0 where all that was due is done, 75 where something waits for the next pass, 1 where nothing \
            could be done.
            Example: jalon once --config /etc/jalon --state /var/lib/jalon
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions
    @OptionGroup var log: LogOptions

    @Option(help: ArgumentHelp("Accept what this configuration does.", valueName: "fingerprint"))
    var accept: String?

    func run() async throws {
        try await orComplain {
            let pass = SinglePass(
                directory: options.config, statePath: stateOptions.path, accepting: accept, logger: log.logger)
            let outcome = try await pass.run()
            if outcome.isComplete { return Terminal.say(outcome.account) }
            Terminal.complain("jalon: \(outcome.account)")
            throw ExitCode(EX_TEMPFAIL)
        }
    }
}
