import ArgumentParser
import CivilTime
import Configuration
import JalonService
import Ledger
import MailMessage
import Mentoring
import Report

/// `jalon people list`
struct PeopleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show everybody, with their address and what has come back from there.",
        discussion: "Example: jalon people list --format json")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "table to read, json for programs.")
    var format = Format.table

    func run() async throws {
        try await orComplain {
            let site = try Site(options, stateOptions)
            let today = SystemWallClock().today
            let programme = try Check.configuration(
                in: options.config, today: today, known: stateOptions.knownCalendars
            ).programme
            let known = Dictionary(
                try site.ledger.suspensions().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
            let people = programme.people.values.sorted { $0.id < $1.id }
                .map { PersonDocument($0, known[$0.address]) }
            switch format {
            case .table: Terminal.show(coloured: table(people, site))
            case .json: try JSONOutput.write(people)
            }
        }
    }

    private func table(_ people: [PersonDocument], _ site: Site) -> String {
        let rows = people.map { person in
            [
                person.id, person.name, person.address, person.mail.rawValue,
                (person.since ?? person.firstReturned).map { site.text($0) } ?? "", person.words ?? "",
            ].map { TerminalTable.Cell($0) }
        }
        return TerminalTable(
            columns: ["id", "name", "address", "mail", "since", "the server's words"].map {
                TerminalTable.Column($0)
            },
            rows: rows
        ).render(width: Terminal.width, isColoured: Terminal.hasColour)
    }
}

/// A person as programs read them.
private struct PersonDocument: Encodable {
    enum Mail: String, Encodable {
        case arrives, returned, suspended
    }

    let id: String
    let name: String
    let address: String
    let mail: Mail
    let firstReturned: Instant?
    let since: Instant?
    let words: String?

    init(_ person: Person, _ suspension: Suspension?) {
        id = person.id.rawValue
        name = person.name
        address = person.address.description
        mail = suspension.map { $0.since == nil ? .returned : .suspended } ?? .arrives
        firstReturned = suspension?.first
        since = suspension?.since
        words = suspension?.words
    }
}
