import ArgumentParser
import Foundation
import JalonService
import MailMessage
import PlainText

/// `jalon doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at everything Jalon needs to send mail and read answers, step by step, and say what to mend.",
        discussion: """
            The configuration, the state directory, the mail server's name, connection, encryption, login and offers; \
            with --send-to a test mail as well; the mailbox with the answers. Nothing else is sent. Exit code 0 where all is well, 1 otherwise.
            Example: jalon doctor --send-to claire@example.org
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Option(help: "Who gets a test mail; nobody where it is left out.")
    var sendTo: String?

    @Option(help: "text to read, json for programs.")
    var format = Format.text

    func run() async throws {
        try await orComplain {
            let recipient = try sendTo.map { text in
                guard let address = EmailAddress(text) else {
                    throw ValidationError("'\(text)' is no address; --send-to takes one such as claire@example.org")
                }
                return address
            }
            let doctor = Doctor(directory: options.config, statePath: stateOptions.path, recipient: recipient)
            let diagnosis = await doctor.examine { step in
                if format == .text { Terminal.show(coloured: line(for: step)) }
            }
            if format == .json { try JSONOutput.write(diagnosis.steps) }
            if !diagnosis.isFine { throw ExitCode(1) }
        }
    }

    private func line(for step: Diagnosis.Step) -> String {
        let (mark, colour) =
            switch step.finding {
            case .fine: ("ok", "32")
            case .doubtful: ("look", "33")
            case .wrong: ("wrong", "31")
            }
        let word = padded(mark, to: 5)
        let shown = Terminal.hasColour ? "\u{1B}[\(colour)m\(word)\u{1B}[0m" : word
        return "\(shown)  \(padded(step.name, to: 15))\(Speech.said(step.text).visible)"
    }

    private func padded(_ word: String, to width: Int) -> String {
        Speech.said(word).padding(toLength: width, withPad: " ", startingAt: 0)
    }
}
