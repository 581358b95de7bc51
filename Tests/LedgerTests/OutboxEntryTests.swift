import CivilTime
import Ledger
import Testing

@Suite struct OutboxEntryTests {
    private let now = LedgerSamples.now

    private func entry(_ events: [OutboxEntry.Event]) throws -> OutboxEntry {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        var entry = try #require(ledger.outbox().first)
        for event in events { _ = entry.apply(event, at: now) }
        return entry
    }

    private static let claim = OutboxEntry.Event.claimed(leaseUntil: LedgerSamples.now.adding(seconds: 60))

    @Test(arguments: [
        ([claim, .bodyHandedOver, .accepted(words: "250 ok")], OutboxEntry.State.sent),
        ([claim, .askedToWait(words: "451 later")], .deferred),
        ([claim, .bodyHandedOver, .askedToWait(words: "452 later")], .deferred),
        ([claim, .refused(words: "550 no")], .failed),
        ([claim, .bodyHandedOver, .refused(words: "554 no")], .failed),
        ([claim, .bodyHandedOver, .doubtful(words: "lost")], .unknown),
        ([claim, .doubtful(words: "lost")], .scheduled),
        ([claim, .routeFailed(words: "no route")], .scheduled),
        ([claim, .leaseOver], .scheduled),
        ([claim, .bodyHandedOver, .leaseOver], .unknown),
        ([.accepted(words: "250 out of the blue")], .scheduled),
        ([claim, .bodyHandedOver, .accepted(words: "250"), claim], .sent),
    ])
    func `events lead to the state`(events: [OutboxEntry.Event], state: OutboxEntry.State) throws {
        #expect(try entry(events).state == state)
    }

    @Test func `a mail in doubt goes twice more, a quarter of an hour apart, and then needs attention`() throws {
        let round: [OutboxEntry.Event] = [Self.claim, .bodyHandedOver, .doubtful(words: "lost")]
        #expect(try entry(round + round).state == .unknown)
        #expect(try entry(round).notBefore == now.adding(seconds: 900))
        #expect(try entry(round + round + round).state == .needsAttention)
    }

    @Test func `a mail in doubt whose next try fails before the end stays in doubt`() throws {
        let events: [OutboxEntry.Event] = [
            Self.claim, .bodyHandedOver, .doubtful(words: "lost"), Self.claim, .routeFailed(words: "no route"),
        ]
        #expect(try entry(events).state == .unknown)
    }

    @Test func `the server's requests to wait are spaced wider and wider, and end after five days`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        var entry = try #require(ledger.outbox().first)
        var moment = now
        var waits: [Int64] = []
        while entry.state.isOpen, waits.count < 100 {
            _ = entry.apply(.claimed(leaseUntil: moment.adding(seconds: 60)), at: moment)
            _ = entry.apply(.askedToWait(words: "450 later"), at: moment)
            waits.append(moment.seconds(until: entry.notBefore))
            moment = entry.notBefore
        }
        #expect(entry.state == .failed)
        #expect((96...144).contains(waits[0]) && (240...360).contains(waits[1]))
        #expect((17_280...25_920).contains(waits[10]))
        #expect((5 * 86_400 - 25_920..<5 * 86_400 + 25_920).contains(now.seconds(until: moment)))
    }
}
