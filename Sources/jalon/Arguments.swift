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
