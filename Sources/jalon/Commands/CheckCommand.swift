import ArgumentParser
import Configuration
import JalonService
import Ledger
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

    @OptionGroup var stateOptions: StateOptions

    @Option(help: "text, or json for editors.")
    var format = DiagnosticPrinter.Format.text

    @Flag(help: "Warnings count as mistakes.")
    var strict = false

    func run() async throws {
        try await orComplain {
            let loaded = try Check.loaded(
                from: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars,
                for: .command(hasService: stateOptions.hasLedger))
            let printer = DiagnosticPrinter(format: format)
            guard let configuration = loaded.configuration else {
                printer.printAll(loaded.diagnostics)
                throw ExitCode(1)
            }
            let warnings = try planningWarnings(of: configuration)
            // The plan's warnings have no place in a file; editors get them at the beginning of the main one.
            let ofPlan = warnings.map { warning in
                Diagnostic(
                    file: "jalon.yaml", line: 1, column: 1, length: 1, severity: .warning, message: warning,
                    excerpt: "")
            }
            printer.printAll(loaded.diagnostics + (format == .json ? ofPlan : []))
            if format == .text {
                for warning in warnings { Terminal.complain("warning: \(warning)") }
            }
            if strict, !loaded.diagnostics.isEmpty || !warnings.isEmpty { throw ExitCode(1) }
            guard format == .text else { return }
            let programme = configuration.programme
            Terminal.say(
                "\(options.config): no mistakes; people: \(programme.people.count), "
                    + "relationships: \(programme.relationships.count), rules: \(programme.rules.count); "
                    + "configuration \(configuration.fingerprint)")
        }
    }

    /// What the plan that the files make would warn of: gaps, people who have no hour in common, announced meetings
    /// that no longer suit.
    private func planningWarnings(of configuration: Configuration) throws -> [String] {
        let ledger = try stateOptions.ledgerIfAny()?.copyInMemory() ?? Ledger.inMemory()
        var progress = ProgressLine("planning")
        let wheel = Wheel(ledger: ledger, configuration: configuration, source: .seeded(state: 1))
        let consequences = try wheel.consequences(of: configuration, at: SystemWallClock().now()) { progress.show($0) }
        progress.clear()
        return consequences.warnings
    }
}
