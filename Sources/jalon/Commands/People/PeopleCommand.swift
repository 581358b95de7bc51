import ArgumentParser

/// `jalon people`
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Show the programme's people and whose mail comes back; give somebody their data, or forget them.",
        discussion: """
            An address from which two mails have come back for good, a day or more apart, is suspended: nothing goes \
            there until `jalon people resume`, or until the person has another address.
            Example: jalon people
            """,
        subcommands: [PeopleList.self, PeopleResume.self, PeopleExport.self, PeopleForget.self],
        defaultSubcommand: PeopleList.self)
}
