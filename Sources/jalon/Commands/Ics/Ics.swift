import ArgumentParser

/// `jalon ics`
struct Ics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look into calendar files: find their mistakes, list their dates.",
        discussion: "Example: jalon ics lint calendars/claire.ics",
        subcommands: [IcsLint.self, IcsExpand.self])
}
