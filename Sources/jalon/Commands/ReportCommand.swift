import ArgumentParser
import CivilTime
import Foundation
import JalonService
import Ledger

/// `jalon report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Say who has met, who is late, whose answers are missing and which mails failed.",
        discussion: """
            The same as the coordinator's digest, at any moment; as a page with the timeline, which needs nothing beside it.
            Example: jalon report --since 2026-12-01 --format html > report.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "The first day that counts, such as 2026-12-01; the last digest where it is left out.")
    var since: CivilDate?

    @Option(help: "The language, such as fr or en; the coordinator's where it is left out.")
    var lang: String?

    @Option(help: "text to read, html for a page, json for programs.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let clock = SystemWallClock()
            let configuration = try Check.configuration(
                in: options.config, today: clock.today, known: stateOptions.knownCalendars)
            let ledger = try Site(options, stateOptions).ledger
            let report = try ProgrammeReport(
                configuration: configuration, ledger: ledger, now: clock.now(), since: since, language: lang)
            switch format {
            case .text: Terminal.write(report.text)
            case .html: Terminal.write(try report.page())
            case .json: try JSONOutput.write(report.document)
            }
        }
    }
}
