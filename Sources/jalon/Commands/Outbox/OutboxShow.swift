import ArgumentParser
import Foundation
import JalonService
import Ledger
import MailMessage

/// `jalon outbox show`
struct OutboxShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a mail of the outbox: how far it has come, and what it says.",
        discussion: "Example: jalon outbox show 17 --format eml > mail.eml")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, eml, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "Its number, as `jalon outbox list` has it.")
    var mail: Int64

    @Option(help: "text to read, eml for the bytes as they go, json for programs.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let site = try Site(options, stateOptions)
            guard let entry = try site.ledger.mail(mail) else {
                throw ValidationError("There is no mail \(mail); `jalon outbox list --all` has them.")
            }
            let body = try site.ledger.body(of: mail)
            switch format {
            case .text: Terminal.print(text(entry, body, site))
            case .eml: try? FileHandle.standardOutput.write(contentsOf: Data(body ?? []))
            case .json: try JSONOutput.write(MailDocument(entry, body: body))
            }
        }
    }

    private func text(_ entry: OutboxEntry, _ body: [UInt8]?, _ site: Site) -> String {
        var lines = [
            ("mail", "\(entry.id), \(entry.template) to \(entry.recipient) <\(entry.envelope.recipient)>"),
            ("state", entry.state.rawValue),
            ("composed", site.text(entry.composed)),
            (entry.state.isOpen ? "leaves" : "ended", site.text(entry.settled ?? entry.notBefore)),
        ]
        if let usefulUntil = entry.usefulUntil { lines.append(("of use until", site.text(usefulUntil))) }
        if entry.attempts > 0 { lines.append(("asked to wait", "\(entry.attempts) times")) }
        if entry.doubts > 0 { lines.append(("in doubt", "\(entry.doubts) times")) }
        if let words = entry.words { lines.append(("the server's words", words)) }
        lines += [("subject", entry.subject), ("Message-ID", "\(entry.messageID)"), ("key", entry.key)]
        let width = lines.map(\.0.count).max() ?? 0
        let head = lines.map { name, text in name + String(repeating: " ", count: width + 2 - name.count) + text }
        let says = body.flatMap { MailText.plain(in: $0) } ?? "its bytes are no longer kept"
        return (head + ["", says]).joined(separator: "\n")
    }
}
