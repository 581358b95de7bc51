import CivilTime
import CurlMail
import Ledger
import Logging
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// A server that refuses everybody costs nobody a mail, however the passes and the processes lie.
@Suite struct RefusedAlikeTests {
    private static let now = Instant(secondsSinceEpoch: 1_796_000_000)
    private static let policy = Verdict.refused(Reply(code: 550, words: "5.7.1 not from you"), at: .sender)
    private static let taken = Verdict.accepted(Reply(code: 250, words: "2.0.0 taken in"))

    private func ledger(owing count: Int) throws -> Ledger {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.mails = try (0..<count).map { number in
            OwedMail(
                key: "\(number)", meeting: nil, relationship: Relationship.ID("claire-thomas"),
                recipient: Person.ID("thomas"), template: .welcome,
                envelope: Envelope(
                    sender: try #require(EmailAddress("mentorat@example.org")),
                    recipient: try #require(EmailAddress("thomas\(number)@example.org"))),
                messageID: try #require(MessageID("<\(number)@example.org>")), subject: "Bienvenue",
                bytes: Array("\(number)".utf8), notBefore: Self.now, usefulUntil: nil)
        }
        try ledger.commit(changes, at: Self.now)
        return ledger
    }

    private func clerk(_ ledger: Ledger, at now: Instant) throws -> Clerk {
        var clerk = Clerk(
            ledger: ledger, connections: 2, pacePerMinute: nil,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try clerk.recover(at: now)
        return clerk
    }

    /// Sends what may leave, one after another; the server answers by the number of the mail.
    private func send(
        _ clerk: inout Clerk, _ ledger: Ledger, most: Int = .max, at now: Instant,
        _ verdict: (OutboxEntry) -> Verdict
    ) throws {
        var sent = 0
        while sent < most, let entry = try clerk.next(at: now) {
            let verdict = verdict(entry)
            clerk.conclude(verdict, for: entry, at: now)
            let report = clerk.report(verdict, for: entry, at: now)
            if case .accepted = verdict { _ = try ledger.record([Ledger.Report(.bodyHandedOver, for: entry, at: now)]) }
            let ruling = try ledger.record([report])[0]
            try clerk.settle(report, verdict, .success(ruling))
            sent += 1
        }
        try clerk.giveBack(at: now)
    }

    @Test func `what failed alike is owed again, and goes when the server is well`() throws {
        let ledger = try ledger(owing: 6)
        var clerk = try clerk(ledger, at: Self.now)
        try send(&clerk, ledger, at: Self.now) { _ in Self.policy }
        #expect(try ledger.outboxCounts() == [.scheduled: 6])
        #expect(try ledger.fact(.route)?.hasPrefix("suspended: every mail is refused alike: 550 5.7.1") == true)
        let later = Self.now.adding(seconds: 3_600)
        try send(&clerk, ledger, at: later) { _ in Self.taken }
        #expect(try ledger.outboxCounts() == [.sent: 6])
        #expect(try ledger.fact(.route) == "" && ledger.tries() == nil)
    }

    @Test(arguments: 2...6)
    func `processes that each try one mail see it, too`(processes: Int) throws {
        let ledger = try ledger(owing: 6)
        for number in 0..<processes {
            let now = Self.now.adding(seconds: Int64(number) * 86_400)
            var clerk = try clerk(ledger, at: now)
            try send(&clerk, ledger, most: 1, at: now) { _ in Self.policy }
        }
        #expect(try ledger.outboxCounts() == [.scheduled: 6])
    }

    @Test func `each hour another mail tries the route, so that one that is at fault does not stand before the others`()
        throws
    {
        let ledger = try ledger(owing: 4)
        var clerk = try clerk(ledger, at: Self.now)
        var tried: [OutboxEntry.ID] = []
        for hour in 0..<8 as Range<Int64> {
            try send(&clerk, ledger, at: Self.now.adding(seconds: hour * 3_600)) { entry in
                tried.append(entry.id)
                return Self.policy
            }
        }
        #expect(Set(tried) == Set(try ledger.outbox().map(\.id)))
        #expect(Set(tried.suffix(4)).count == 4)
    }

    @Test func `mails that are at fault themselves fail in the end, and the others arrive`() throws {
        let ledger = try ledger(owing: 8)
        var clerk = try clerk(ledger, at: Self.now)
        for hour in 0..<30 as Range<Int64> {
            try send(&clerk, ledger, at: Self.now.adding(seconds: hour * 3_600)) { entry in
                entry.id <= 3 ? Self.policy : Self.taken
            }
        }
        let counts = try ledger.outboxCounts()
        #expect(counts[.sent] == 5)
        // The last of them has nobody beside it that passes; it is still tried.
        #expect((counts[.failed] ?? 0) + (counts[.scheduled] ?? 0) == 3)
    }

    @Test func `dead addresses fail at once`() throws {
        let ledger = try ledger(owing: 5)
        var clerk = try clerk(ledger, at: Self.now)
        let nobody = Verdict.refused(Reply(code: 550, words: "5.1.1 nobody"), at: .recipient)
        try send(&clerk, ledger, at: Self.now) { $0.id <= 4 ? nobody : Self.taken }
        #expect(try ledger.outboxCounts() == [.failed: 4, .sent: 1])
    }

    @Test func `what is tried without success is remembered from the first try to the last`() throws {
        let ledger = try ledger(owing: 1)
        let wait = Verdict.deferred(Reply(code: 451, words: "later"))
        for hours in [0, 1, 20] as [Int64] {
            let now = Self.now.adding(seconds: hours * 3_600)
            var clerk = try clerk(ledger, at: now)
            try send(&clerk, ledger, at: now) { _ in wait }
        }
        #expect(
            try ledger.tries()
                == Standstill.Tries(first: Self.now, last: Self.now.adding(seconds: 20 * 3_600)))
        let now = Self.now.adding(seconds: 30 * 3_600)
        #expect(try ledger.standstill(at: now).trouble(at: now)?.kind == .nothingLeaves)
        var clerk = try clerk(ledger, at: now)
        try send(&clerk, ledger, at: now) { _ in Self.taken }
        #expect(try ledger.tries() == nil && ledger.standstill(at: now).trouble(at: now) == nil)
    }
}
