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
}
