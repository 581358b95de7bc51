import ArgumentParser

/// `jalon conform`, hidden: runs cases written by others against this program.
struct Conform: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run cases written by others.",
        discussion: "Prints a line for each case that fails, and how many passed; exit code 1 where one fails.",
        shouldDisplay: false,
        subcommands: [ConformRecurrence.self, ConformCalendars.self, ConformZones.self, ConformCEL.self])
}
