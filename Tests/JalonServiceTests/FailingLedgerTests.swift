import CivilTime
import CurlMail
import Ledger
import Logging
import MailMessage
import Mentoring
import Synchronization
import Testing

@testable import JalonService

/// A disk that fails for a moment, while mails are on their way.
@Suite struct FailingLedgerTests {
    private final class Server: MailTransport {
        private let mails = Mutex<[String]>([])
        var taken: [String] { mails.withLock(\.self) }

        func send(
            _ envelope: Envelope, bytes: [UInt8], committing: @escaping @Sendable () throws -> Void
        ) async -> Verdict {
            do { try committing() } catch { return .aborted("\(error)") }
            mails.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
            return .accepted(Reply(code: 250, words: "2.0.0 taken in"))
        }

        func close() async {}
    }

    private static let now = Instant(secondsSinceEpoch: 1_796_000_000)

    @Test(arguments: 2...60, [1, 3])
    func `whichever commits fail, every mail goes once, and as soon as the disk works again`(
        first: Int, connections: Int
    ) async throws {
        let commits = Mutex(0)
        let ledger = try Ledger.inMemory { stage throws(LedgerError) in
            guard stage == .beforeCommit else { return }
            let number = commits.withLock { count in
                count += 1
                return count
            }
            if (first..<first + 2).contains(number) { throw .cannotWrite(reason: "the disk is full") }
        }
        try ledger.commit(owing(20), at: Self.now)
        let server = Server()
        let dispatcher = Dispatcher(
            ledger: ledger, connections: Array(repeating: server, count: connections), clock: VirtualClock(Self.now),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        var failures = 0
        for _ in 0..<8 {
            do {
                for _ in 0..<5 where try await dispatcher.sendDue() == nil { break }
            } catch {
                failures += 1
            }
        }
        #expect(failures <= 2)
        #expect(try ledger.outboxCounts() == [.sent: 20])
        #expect(server.taken.sorted() == (0..<20).map(String.init).sorted())
    }

    private func owing(_ count: Int) throws -> Changes {
        var changes = Changes()
        changes.mails = try (0..<count).map { number in
            OwedMail(
                key: "\(number)", meeting: nil, relationship: Relationship.ID("claire-thomas"),
                recipient: Person.ID("thomas"), template: .invitation,
                envelope: Envelope(
                    sender: try #require(EmailAddress("mentorat@exemple.fr")),
                    recipient: try #require(EmailAddress("thomas\(number)@exemple.fr"))),
                messageID: try #require(MessageID("<\(number)@exemple.fr>")), subject: "Rencontre",
                bytes: Array("\(number)".utf8), notBefore: Self.now, usefulUntil: nil)
        }
        return changes
    }
}
