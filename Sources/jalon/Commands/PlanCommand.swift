import ArgumentParser
import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring
import Report

/// `jalon plan`
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show the meetings ahead, the mails of the next weeks, and what a reload would change.",
        discussion: """
            Reads the files and, where there is one, the ledger; changes nothing and sends nothing.
            Example: jalon plan --config /etc/jalon --weeks 6
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "How many weeks of mails to show.")
    var weeks = 4

    @Option(help: "Plan as if it were the beginning of this day, such as 2026-12-01; now where it is left out.")
    var from: CivilDate?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, ics
    }

    @Option(help: "table to read, json for programs, ics to look at the meetings in a calendar.")
    var format = Format.table

    func validate() throws {
        guard (0...520).contains(weeks) else {
            throw ValidationError("--weeks goes from 0 to 520, which is ten years.")
        }
        let today = SystemWallClock().today
        if let from, abs(today.days(until: from)) > 3_660 {
            throw ValidationError("--from lies within ten years of today, \(today).")
        }
    }

    func run() async throws {
        try await orComplain {
            let configuration = try Check.configuration(
                in: options.config, today: from ?? SystemWallClock().today, known: stateOptions.knownCalendars)
            let zone = configuration.programme.zone
            let now = from.map { zone.instant(of: LocalDateTime($0, .midnight)) } ?? SystemWallClock().now()
            let ledger = try stateOptions.ledgerIfAny()
            let through = now.adding(seconds: Int64(max(1, weeks)) * 7 * 86_400)
            var progress = ProgressLine("planning")
            let forecast = try Forecast(configuration: configuration, ledger: ledger, now: now, through: through) {
                progress.show($0)
            }
            progress.clear()
            switch format {
            case .table: PlanTables(forecast: forecast, configuration: configuration, through: through).printAll()
            case .json: try JSONOutput.write(PlanDocument(forecast, configuration))
            case .ics: try? FileHandle.standardOutput.write(contentsOf: Data(try forecast.calendar(in: configuration)))
            }
        }
    }
}
