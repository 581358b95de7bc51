import ArgumentParser
import Foundation
import JalonService
import Ledger

/// `jalon status`
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is owed, what is next, how the mail server is, and what went wrong last.",
        discussion: """
            Only the ledger is read; the daemon need not run.
            Example: jalon status --format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "text to read, json for programs.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let site = try Site(options, stateOptions)
            let status = try ServiceStatus(
                of: site.ledger, statePath: stateOptions.path, patience: site.patience, at: SystemWallClock().now())
            switch format {
            case .text: Terminal.print(text(status, site))
            case .json: try JSONOutput.write(StatusDocument(status))
            }
        }
    }

    private func text(_ status: ServiceStatus, _ site: Site) -> String {
        var lines = [
            ("daemon", status.process.map { "running, process \($0)" } ?? "not running; start it with `jalon run`"),
            ("sending", sending(status, site)),
            ("owed", owed(status, site)),
            ("next", status.nextDecision.map(site.text) ?? "nothing ahead"),
            ("planning", status.nextPlanning.map(site.text) ?? "not planned yet"),
        ]
        if let trouble = status.notInForce { lines.append(("files", trouble)) }
        if let (kind, since) = status.standstill {
            lines.append(
                (
                    "stuck",
                    kind == .nothingLeaves
                        ? "no mail has left since \(site.text(since)), although some were tried"
                        : "some mails have been waiting since \(site.text(since)); `jalon outbox list` has them"
                ))
        }
        if let mailbox = status.mailbox { lines.append(("answers", mailbox)) }
        if status.suspended > 0 {
            lines.append(("suspended", "\(status.suspended) addresses; `jalon people` has them"))
        }
        if status.undelivered > 0 {
            lines.append(("failed", "\(status.undelivered) mails; `jalon outbox list` has them"))
        }
        for mail in status.troubles {
            lines.append(
                (
                    lines.last?.0 == "last trouble" || lines.last?.0 == "" ? "" : "last trouble",
                    "mail \(mail.id), \(mail.template) to \(mail.recipient), \(mail.state.rawValue): \(mail.words ?? "")"
                ))
        }
        for row in status.damaged.prefix(Self.mostDamaged) { lines.append(("damaged", "\(row)")) }
        let said = lines.map { (name: Speech.said($0.0), text: Speech.said($0.1)) }
        let width = max(14, (said.map(\.name.count).max() ?? 0) + 2)
        return said.map { $0.name.padding(toLength: width, withPad: " ", startingAt: 0) + $0.text }
            .joined(separator: "\n")
    }

    private static let mostDamaged = 20

    private func sending(_ status: ServiceStatus, _ site: Site) -> String {
        if let clock = status.clock { return clock }
        if let held = status.held { return held }
        if let through = status.heldThrough {
            return "what was due until \(site.text(through)) waits after an absence; `jalon outbox release` lets it go"
        }
        return status.route ?? "nothing is known to stand against it"
    }

    private func owed(_ status: ServiceStatus, _ site: Site) -> String {
        guard status.owed > 0 else { return "nothing" }
        let states = OutboxEntry.State.allCases.filter(\.isOpen).compactMap { state in
            status.counts[state].map { "\($0) \(state.rawValue)" }
        }
        let next = status.nextMail.map { "; the next may leave \(site.text($0))" } ?? ""
        return "\(status.owed) mails: \(states.joined(separator: ", "))\(next)"
    }
}
