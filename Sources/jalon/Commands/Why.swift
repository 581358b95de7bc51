import ArgumentParser
import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring

/// `jalon why`
struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what keeps a relationship from its preferred hour on a day.",
        discussion: """
            Looks at the files and, where there is one, at the ledger.
            Example: jalon why claire-thomas 2027-01-07
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The relationship's id in the configuration.")
    var relationship: String

    @Argument(help: "The day, such as 2027-01-07.")
    var date: CivilDate

    @Option(help: "Which series.")
    var series = Series.Name.session.rawValue

    func run() async throws {
        try await orComplain {
            let now = SystemWallClock().now()
            let configuration = try Check.configuration(in: options.config, today: SystemWallClock().today)
            let ledgerPath = StateDirectory.ledgerPath(in: stateOptions.path)
            let ledger =
                FileManager.default.fileExists(atPath: ledgerPath)
                ? try Ledger.open(path: ledgerPath, readOnly: true) : nil
            let programme = configuration.programme.following(try ledger?.directives() ?? [:])
            guard let relationship = programme.relationships[Relationship.ID(relationship)] else {
                throw ValidationError("There is no relationship '\(relationship)' in \(options.config).")
            }
            guard let series = relationship.series(named: Series.Name(series)) else {
                let names = relationship.series.map(\.name.rawValue).joined(separator: ", ")
                throw ValidationError("'\(relationship.id)' has no series '\(series)'; it has \(names).")
            }
            let forecast = try Forecast(configuration: configuration, ledger: ledger, now: now, through: now)
            let held = try ledger?.meetings(in: [.held]) ?? []
            let hindrances = programme.hindrances(
                of: series, in: relationship, on: date, meetings: held + forecast.meetings, now: now)
            for meeting in held + forecast.meetings
            where meeting.relationship == relationship.id && meeting.start.date == date {
                let ordinal = meeting.ordinal(in: meeting.kind) ?? meeting.ordinal
                print("\(meeting.kind) \(ordinal), \(meeting.state), at \(meeting.start.time)")
            }
            for hindrance in hindrances { print("- \(hindrance)") }
            if hindrances.isEmpty { print("Nothing stands against \(date) at the preferred hour.") }
        }
    }
}
