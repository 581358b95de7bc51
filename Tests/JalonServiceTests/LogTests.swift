import CivilTime
import Configuration
import Foundation
import Logging
import MailMessage
import Mentoring
import Synchronization
import Testing

@testable import JalonService

@Suite struct LogTests {
    /// Keeps what is logged, metadata too.
    private final class Log: Sendable {
        let lines = Mutex<[String]>([])
    }

    private struct Handler: LogHandler {
        let log: Log
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }

    @Test func `what a year of mails leaves in the log names nobody, no address and no title`() async throws {
        let world = try World()
        let log = Log()
        let out = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-out-\(UUID().uuidString)")
        let rehearsal = Rehearsal(
            configuration: world.wheel.configuration, from: try #require(CivilDate("2026-11-23")), months: 12,
            logger: Logger(label: "test") { _ in Handler(log: log) })
        let summary = try await rehearsal.run(into: out.path) { _ in }
        let lines = log.lines.withLock(\.self)
        #expect(lines.count >= summary.mails)
        let programme = world.wheel.configuration.programme
        let names = programme.people.values.flatMap { [$0.name, $0.id.rawValue, $0.address.description] }
        let subjects = ["Rencontre", "rencontre", "meeting with", "Invitation", "@", "claire-thomas", "claire-lea"]
        for word in names + subjects + names.flatMap({ $0.split(separator: " ").map(String.init) }) {
            #expect(!lines.contains { $0.contains(word) }, "\(word)")
        }
    }

    @Test(arguments: [
        ("550 5.1.1 <claire@exemple.fr>: Recipient address rejected", "550 5.1.1 <…>: Recipient address rejected"),
        ("554 claire.durand@exemple.fr unknown; see postmaster@exemple.fr", "554 … unknown; see …"),
        ("452 mailbox full", "452 mailbox full"),
    ])
    func `what a server says is logged without the addresses that it repeats`(_ words: String, _ logged: String) {
        #expect(words.withoutAddresses == logged)
    }

    /// What servers may repeat, in ways that nobody can list.
    private static let echoes = [
        "<claire@exemple.fr>", "claire", "claire: no such user", "<claire>", "\"Claire Durand\" <claire@exemple.fr>",
        "claire%40exemple.fr", "mentorat+claire=exemple.fr@x", "Claire Durand does not live here", "\"a b\"@exemple.fr",
        "claire@xn--exmple-cua.fr", "CLAIRE.DURAND", "=?utf-8?Q?Claire?=",
    ]

    @Test(arguments: echoes)
    func `of a server's words the log has the codes alone, whatever they repeat`(_ echo: String) {
        let routes = [
            "550 5.1.1 \(echo)": "550 5.1.1", "550 \(echo)": "550", "550-5.1.1 \(echo)": "550-5.1.1",
            "smtp.exemple.fr:587 cannot be used now: timed out; it last said: 421 4.3.2 \(echo)":
                "smtp.exemple.fr:587 cannot be used now: timed out; it last said: 421 4.3.2",
            "smtp.exemple.fr:587 closes the connection: 421 \(echo)":
                "smtp.exemple.fr:587 closes the connection: 421",
            "smtp.exemple.fr:587 gave the answer \"354 \(echo)\" after the end of the mail":
                "smtp.exemple.fr:587 gave the answer \"354",
            "smtp.exemple.fr:587 gave an answer without sense: 0 \(echo)":
                "smtp.exemple.fr:587 gave an answer without sense: 0",
            "imap.exemple.fr:993 refuses the user name or password for answers; it last said: NO [AUTHENTICATIONFAILED] \(echo)":
                "imap.exemple.fr:993 refuses the user name or password for answers; it last said: NO [AUTHENTICATIONFAILED]",
            "imap.exemple.fr:993 refuses a command: BAD \(echo)": "imap.exemple.fr:993 refuses a command: BAD",
            "imap.exemple.fr:993 refuses a command: \(echo)": "imap.exemple.fr:993 refuses a command: …",
        ]
        for (words, logged) in routes { #expect(words.forLog == logged) }
    }

    @Test func `what Jalon says itself stays as it is`() {
        for words in [
            "127.0.0.1:25 cannot be used now: Failed to connect to 127.0.0.1 port 25",
            "the certificate of smtp.exemple.fr:587 cannot be trusted: certificate has expired",
            "the mail was not ended, because it could not be recorded: the disk is full",
        ] {
            #expect(words.forLog == words)
        }
    }

    @Test func `the name of a credential is no more for the journal than another value`() {
        let words = "the credential 'claire' is not there; LoadCredential=claire:PATH gives it to the service"
        #expect(
            words.withoutQuotations == "the credential '…' is not there; LoadCredential=…:PATH gives it to the service")
    }

    @Test(arguments: [
        ("jalon.yaml", "jalon.yaml:3:5"), ("people.yaml", "people.yaml:3:5"), ("claire.yaml", "….yaml:3:5"),
        ("busy/claire-durand.ics", "….ics:3:5"), ("templates/fr/day-before.md", "templates/fr/day-before.md:3:5"),
        ("people/claire", "…:3:5"),
    ])
    func `a file that is named after somebody is known by its ending`(_ file: String, _ place: String) {
        let diagnostic = Diagnostic(
            file: file, line: 3, column: 5, length: 1, severity: .error, message: "", excerpt: "")
        #expect(diagnostic.placeForLog == place)
    }
}
