import ArgumentParser
import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring

/// `jalon log`
struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what has happened, with the keys of your files in the place of opaque ids.",
        discussion: """
            From the ledger's journal, the latest at the end. With --translate, lines of the system's journal are read \
            from standard input instead.
            Example: jalon log --about claire-thomas --since 2026-12-01; journalctl -u jalon | jalon log --translate
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "The first day, such as 2026-12-01; without it the last 30 days.")
    var since: CivilDate?

    @Option(help: "Only what concerns a person, a relationship or a meeting, by its id.")
    var about: String?

    @Option(name: .shortAndLong, help: "At most so many entries, from 1 to 100,000.")
    var lines = 200

    @Flag(help: "Put the keys back into lines that are read from standard input.")
    var translate = false

    @Option(help: "text to read, json for programs.")
    var format = Format.text

    func validate() throws {
        guard (1...100_000).contains(lines) else { throw ValidationError("--lines is from 1 to 100000") }
    }

    func run() async throws {
        try await orComplain {
            let today = SystemWallClock().today
            let programme =
                (try? Check.configuration(
                    in: options.config, today: today, known: stateOptions.knownCalendars))?.programme
            if translate {
                let keys = KeyTable(programme: programme, ledger: try? Site(options, stateOptions).ledger)
                while let line = readLine() { Terminal.print(keys.putBack(in: line)) }
                return
            }
            let site = try Site(options, stateOptions)
            let keys = KeyTable(programme: programme, ledger: site.ledger)
            let first = site.zone.instant(of: LocalDateTime(since ?? today.adding(days: -30), .midnight))
            let all = try site.ledger.journal(since: first, limit: about == nil ? lines : .max)
            let shown = all.map { Line($0, keys) }.filter { line in about.map(line.concerns) ?? true }.suffix(lines)
            switch format {
            case .text: for line in shown { Terminal.print("\(site.text(line.at))  \(line.text)") }
            case .json: try JSONOutput.write(Array(shown))
            }
        }
    }

    /// An entry as humans read it.
    struct Line: Encodable {
        let at: Instant
        let event: String
        let subject: String?
        let detail: String?

        init(_ record: JournalRecord, _ keys: KeyTable) {
            at = record.at
            event = record.entry.event
            subject = record.entry.subject.map(keys.putBack)
            detail = record.entry.detail
        }

        var text: String { [event, subject, detail].compactMap(\.self).joined(separator: "  ") }

        func concerns(_ id: String) -> Bool {
            subject?.split { $0 == " " || $0 == "(" || $0 == ")" }.contains { $0 == id } ?? false
        }
    }
}
