import ArgumentParser
import JalonService
import Logging

/// `jalon run`
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon: plan, invite, remind, until SIGTERM.",
        discussion: "Example: jalon run --config /etc/jalon --state /var/lib/jalon")

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    func run() async throws {
        try await orComplain {
            let logger = Logger(label: "jalon") { _ in LineLogHandler(forJournal: Environment.logsToJournal) }
            let daemon = Daemon(
                directory: options.config, statePath: stateOptions.path, notifySocket: Environment.notifySocket,
                logger: logger)
            try await daemon.run()
        }
    }
}
