public import ArgumentParser
public import CivilTime

extension CivilDate: ExpressibleByArgument {
    /// `2026-12-01`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension LocalDateTime: ExpressibleByArgument {
    /// `2026-12-10T18:30`.
    public init?(argument: String) {
        self.init(argument)
    }
}

/// Where the configuration is.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: "The directory that holds jalon.yaml.")
    var config = "/etc/jalon"
}

/// Where the daemon keeps its ledger.
struct StateOptions: ParsableArguments {
    @Option(help: "The state directory; systemd's $STATE_DIRECTORY, or /var/lib/jalon, where it is not given.")
    var state: String?

    var path: String { state ?? Environment.stateDirectory ?? "/var/lib/jalon" }
}
