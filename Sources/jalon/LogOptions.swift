import ArgumentParser
import Logging

/// How much is said on standard error.
struct LogOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Explain each decision: which rule, for what, and why not. Names stay out.")
    var verbose = false

    var logger: Logger {
        var logger = Logger(label: "jalon") { _ in LineLogHandler(forJournal: Environment.logsToJournal) }
        logger.logLevel = verbose ? .debug : .info
        return logger
    }
}
