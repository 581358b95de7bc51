import ArgumentParser
import CivilTime
import JalonService
import Report

/// `jalon rehearse`
struct Rehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run months of a programme in seconds, with real mails to a server on this machine only.",
        discussion: """
            Writes every mail to OUT/mail, the calendars to OUT/calendars, and OUT/index.html to look at.
            The same command gives the same files.
            Example: jalon rehearse --config /etc/jalon --from 2026-12-01 --months 3 --out rehearsal
            """)

    @OptionGroup var options: ConfigurationOptions

    @Option(help: "The first day, such as 2026-12-01.")
    var from: CivilDate

    @Option(help: "How many months.")
    var months = 12

    @Option(help: "The directory to write to: new, empty, or that of an earlier rehearsal.")
    var out: String

    @Option(help: "DATE=DIR: from that day on, the configuration in DIR is in force. May be given several times.")
    var edit: [String] = []

    func validate() throws {
        guard (1...120).contains(months) else { throw ValidationError("--months is from 1 to 120") }
    }

    func run() async throws {
        try await orComplain {
            let configuration = try Check.configuration(in: options.config, today: from)
            let edits = try edit.map(Self.edit(from:))
            let rehearsal = Rehearsal(configuration: configuration, from: from, months: months, edits: edits)
            let summary = try await rehearsal.run(into: out) { progress in
                let done = Int(progress.part * 30)
                let bar = String(repeating: "█", count: done) + String(repeating: "░", count: max(0, 30 - done))
                Terminal.redraw("\(bar) \(progress.date)  \(progress.mails) mails")
            }
            Terminal.redraw("")
            show(summary)
        }
    }

    private static func edit(from text: String) throws -> Rehearsal.Edit {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let date = CivilDate(parts[0]) else {
            throw ValidationError("--edit takes DATE=DIR, such as 2027-03-01=config-march; got '\(text)'")
        }
        return Rehearsal.Edit(date: date, configuration: try Check.configuration(in: parts[1], today: date))
    }

    private func show(_ summary: RehearsalSummary) {
        let table = TerminalTable(
            columns: [
                TerminalTable.Column("relationship"), TerminalTable.Column("held", alignment: .trailing),
                TerminalTable.Column("reviews", alignment: .trailing),
                TerminalTable.Column("moved", alignment: .trailing),
                TerminalTable.Column("cancelled", alignment: .trailing),
                TerminalTable.Column("mails", alignment: .trailing),
            ],
            rows: summary.rows.map { row in
                [row.relationship] + [row.held, row.reviews, row.moved, row.cancelled, row.mails].map(String.init)
            }.map { $0.map { TerminalTable.Cell($0) } })
        Terminal.show(coloured: table.render(width: Terminal.width, isColoured: Terminal.hasColour))
        Terminal.print("")
        let kinds = summary.templates.map { "\($0.mails) \($0.name)" }.joined(separator: ", ")
        Terminal.print("\(summary.from) to \(summary.through): \(summary.mails) mails (\(kinds))")
        for warning in summary.warnings { Terminal.print("warning: \(warning)") }
        Terminal.print("mails:     \(out)/mail")
        Terminal.print("calendars: \(out)/calendars")
        Terminal.print("page:      \(out)/index.html")
    }
}
