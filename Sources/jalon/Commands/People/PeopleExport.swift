import ArgumentParser
import Foundation
import JalonService
import Ledger
import Mentoring

/// `jalon people export`
struct PeopleExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that Jalon knows of a person: a JSON file, and their meetings as a calendar.",
        discussion: """
            What the files say, the invitations with the answers, each mail with its text as long as that is kept, and \
            what the rules decided. Nothing is changed.
            Example: jalon people export thomas --out thomas
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The person's id in the configuration.")
    var id: String

    @Option(help: "The directory to write ID.json and ID.ics to; created where it is missing.")
    var out = "."

    func run() async throws {
        try await orComplain {
            let configuration = try Check.configuration(
                in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
            let ledger = try stateOptions.ledgerIfAny(writingTo: out + "/" + id)
            let person = Person.ID(id)
            let record = try PersonRecord(of: person, configuration: configuration, ledger: ledger)
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try write(JSONOutput.data(record), as: "\(record.id).json")
            let calendar = try ledger.flatMap {
                try PersonRecord.calendar(of: person, configuration: configuration, ledger: $0)
            }
            if let calendar { try write(Data(calendar), as: "\(record.id).ics") }
        }
    }

    /// Readable by whoever has asked, and nobody else.
    private func write(_ data: Data, as name: String) throws {
        let path = out + "/" + name
        guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError.exists(path: path) }
        guard FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw ServiceError.cannotWrite(path, "no permission, or the disk is full") }
        Terminal.say("wrote \(path)")
    }
}
