import ArgumentParser
import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring

/// `jalon receive`
struct ReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take in one mail on standard input: a participant's answer counts, anything else is left alone.",
        discussion: """
            For mail servers that pipe mail, such as Postfix and procmail; `answers: {piped: true}` in jalon.yaml says that \
            yours does. Followed are what calendars send (accept, decline, perhaps, another time, the invitation asked for \
            again), a word such as yes or no in answer to one of Jalon's mails, and reports that a mail could not be \
            delivered, each from whoever may. Exit code 0 where the mail is dealt with or \
            is not for Jalon, 75 where the mail server is to try again later.
            Example: jalon receive --dry-run --format json < message.eml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Flag(help: "Say what would be done and why, and change nothing.")
    var dryRun = false

    @Option(help: "text to read, json for programs.")
    var format = Format.text

    @Option(
        help: """
            The name that the receiving mail server gives itself in Authentication-Results; then its word that the sender is \
            genuine is asked for.
            """)
    var authserv: String?

    /// A mail server that gets this keeps the mail (sysexits.h, EX_TEMPFAIL).
    private static let tryAgain = ExitCode(75)
    /// More than is ever read of a mail.
    private static let mostBytes = (1 << 20) + 1

    func run() async throws {
        do {
            let bytes = try FileHandle.standardInput.read(upToCount: Self.mostBytes) ?? Data()
            let site = try Site(options, stateOptions)
            let now = SystemWallClock().now()
            let configuration = try Check.configuration(
                in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
            let reception = Reception(
                programme: configuration.programme, authservID: authserv ?? configuration.answers?.authserv,
                ledger: site.ledger)
            let (judgement, mail) = try reception.receive([UInt8](bytes), at: now)
            try show(judgement)
            guard !dryRun, let mail else { return }
            try await OrderRun(options: options, stateOptions: stateOptions).handIn(mail)
        } catch let code as ExitCode {
            throw code
        } catch {
            Terminal.complain("jalon: \(error)")
            throw Self.tryAgain
        }
    }

    private func show(_ judgement: Judgement) throws {
        switch format {
        case .text:
            let about = judgement.meeting.map { " (\($0.rawValue))" } ?? ""
            Terminal.print("\(judgement.kind)\(about): \(judgement.reason)")
        case .json: try JSONOutput.write(JudgementDocument(judgement))
        }
    }
}

/// A judgement as programs read it.
private struct JudgementDocument: Encodable {
    let kind: String
    let meeting: String?
    let person: String?
    let answer: String?
    let sequence: Int?
    let reason: String

    init(_ judgement: Judgement) {
        kind = judgement.kind
        meeting = judgement.meeting?.rawValue
        reason = judgement.reason
        person = judgement.incoming?.person?.rawValue
        if case .answer(_, _, let given) = judgement.incoming {
            (answer, sequence) = (given.answer.rawValue, given.sequence)
        } else {
            (answer, sequence) = (nil, nil)
        }
    }
}
