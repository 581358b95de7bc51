import ArgumentParser
import Configuration
import JalonService
import Mentoring

/// `jalon check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every mistake of a configuration, with its place.",
        discussion: """
            Exit code 0 where there is no mistake (warnings do not count, but with --strict), 1 otherwise.
            Example: jalon check --config /etc/jalon
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "text, or json for editors.")
    var format = DiagnosticPrinter.Format.text

    @Flag(help: "Warnings count as mistakes.")
    var strict = false

    func run() async throws {
        try await orComplain {
            let loaded = try Check.loaded(from: options.config, today: SystemWallClock().today)
            DiagnosticPrinter(format: format).printAll(loaded.diagnostics)
            guard let configuration = loaded.configuration else { throw ExitCode(1) }
            if strict, !loaded.diagnostics.isEmpty { throw ExitCode(1) }
            guard format == .text else { return }
            let programme = configuration.programme
            print(
                "\(options.config): no mistakes; \(programme.people.count) people, "
                    + "\(programme.relationships.count) relationships, \(programme.rules.count) rules; "
                    + "configuration \(configuration.fingerprint)")
        }
    }
}
