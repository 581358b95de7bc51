import ArgumentParser
import JalonService

/// `jalon run`
struct Run: AsyncParsableCommand, ServingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon: plan, invite, remind, until SIGTERM.",
        discussion: "Example: jalon run --config /etc/jalon --state /var/lib/jalon")

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        try await orComplain {
            let daemon = Daemon(
                directory: options.config, statePath: stateOptions.path, notifySocket: Environment.notifySocket,
                logger: log.logger)
            try await daemon.run()
        }
    }
}
