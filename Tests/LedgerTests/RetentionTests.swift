import CivilTime
import Foundation
import Mentoring
import Testing

@testable import Ledger

/// What the ledger no longer needs goes, and what was counted stays.
@Suite struct RetentionTests {
    private let now = LedgerSamples.now

    private func days(_ count: Int64) -> Instant { now.adding(seconds: count * 86_400) }

    /// A ledger with a mail that was sent now, and one that is owed.
    private func ledger() throws -> Ledger {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["sent"]), at: now)
        try ledger.settleAllAsSent(at: now)
        try ledger.commit(LedgerSamples.owing(["owed"]), at: now)
        return ledger
    }

    @Test func `a text is kept for thirty days after its mail was sent, and as long as it is owed`() throws {
        let ledger = try ledger()
        try ledger.tidy(Retention(), at: days(30))
        #expect(try ledger.outbox().map { try ledger.body(of: $0.id) != nil } == [true, true])
        try ledger.tidy(Retention(), at: days(31))
        #expect(try ledger.outbox().map { try ledger.body(of: $0.id) != nil } == [false, true])
        #expect(try ledger.outbox().map(\.state) == [.sent, .scheduled])
    }

    @Test func `a mail whose text is gone is not tried again`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["failed"]), at: now)
        let claimed = try #require(try ledger.claim(limit: 1, at: now, leaseUntil: days(1)).first)
        _ = try ledger.record(.refused(words: "550 no"), for: claimed, at: now)
        try ledger.tidy(Retention(bodies: 1), at: days(3))
        let order = try ledger.give(.mail(claimed.id, .retry), at: days(3))
        let answer = try ledger.carryOut(order, .retry, on: claimed.id, at: days(3))
        #expect(answer == Order.Answer(accepted: false, text: "the text of mail 1 is no longer kept"))
        #expect(try ledger.mail(claimed.id)?.state == .failed)
    }

    @Test func `what an answer said is kept for seven days, and an order that waits as long as it does`() throws {
        let ledger = try Ledger.inMemory()
        let ids = try (0..<2).map { _ in
            try ledger.give(
                .incoming(
                    .answer(Meeting.ID("m-1"), Person.ID("thomas"), GivenAnswer(.accepted, sequence: 0, stamp: now))),
                at: now)
        }
        try ledger.answer(ids[0], with: Order.Answer(accepted: true, text: "taken"), at: now)
        try ledger.tidy(Retention(), at: days(7))
        #expect(try ledger.order(ids[0]) != nil)
        try ledger.tidy(Retention(), at: days(8))
        #expect(try ledger.order(ids[0]) == nil)
        #expect(try ledger.order(ids[1]) != nil)
    }

    @Test func `the journal and what became of each mail are kept for two years`() throws {
        let ledger = try ledger()
        var changes = Changes()
        changes.journal = [JournalEntry("announced", subject: "m-1")]
        try ledger.commit(changes, at: now)
        try ledger.tidy(Retention(), at: days(730))
        #expect(try ledger.journal("announced", since: days(-1)).count == 1)
        #expect(try ledger.outbox().count == 2)
        try ledger.tidy(Retention(), at: days(731))
        #expect(try ledger.journal("announced", since: days(-1)).isEmpty)
        #expect(try ledger.outbox().map(\.state) == [.scheduled])
    }

    @Test func `a journal kept for less long takes the texts along`() throws {
        let ledger = try ledger()
        try ledger.tidy(Retention(bodies: 30, answers: 7, journal: 10), at: days(11))
        #expect(try ledger.outbox().map(\.key) == ["owed"])
    }
}
