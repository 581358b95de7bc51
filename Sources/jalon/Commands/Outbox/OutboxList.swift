import ArgumentParser
import Foundation
import JalonService
import Ledger
import Mentoring
import Report

/// `jalon outbox list`
struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the mails that are owed, and those that have failed or are in doubt.",
        discussion: """
            A mail's number stands first; `jalon outbox show` says more of it. Only the ledger is read.
            Example: jalon outbox list --all --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Flag(help: "Those that were sent or are no longer wanted, too.")
    var all = false

    @Option(help: "The most mails to show, the latest first.")
    var limit = 200

    @Option(help: "table to read, json for programs.")
    var format = Format.table

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit goes from 1 to 100,000.") }
    }

    func run() async throws {
        try await orComplain {
            let site = try Site(options, stateOptions)
            let wanted = OutboxEntry.State.allCases.filter { all || $0.isOpen || $0.needsSomebody }
            let mails = try site.ledger.outbox(in: Set(wanted), limit: limit)
            switch format {
            case .table:
                Terminal.show(coloured: table(mails, site))
                for row in try site.ledger.damagedRows() { Terminal.say("\(row)") }
            case .json: try JSONOutput.write(mails.map { MailDocument($0, body: nil) })
            }
        }
    }

    private func table(_ mails: [OutboxEntry], _ site: Site) -> String {
        guard !mails.isEmpty else { return "nothing is owed" }
        let rows = mails.map { mail in
            [
                String(mail.id), mail.state.rawValue, site.text(mail.settled ?? mail.notBefore),
                mail.template.rawValue, mail.recipient.rawValue, mail.words ?? "",
            ].map { TerminalTable.Cell($0) }
        }
        return TerminalTable(
            columns: [
                TerminalTable.Column("mail", alignment: .trailing), TerminalTable.Column("state"),
                TerminalTable.Column("when"), TerminalTable.Column("template"), TerminalTable.Column("to"),
                TerminalTable.Column("the server's words"),
            ], rows: rows
        ).render(width: Terminal.width, isColoured: Terminal.hasColour)
    }
}

extension OutboxEntry.State {
    /// At an end that nobody wanted.
    fileprivate var needsSomebody: Bool { [.failed, .bounced, .needsAttention].contains(self) }
}
