import CivilTime
import Ledger
import Mentoring
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

    @Test
    func
        `the server's requests to wait are spaced wider and wider, and end after thirty days where nothing says how long the mail is of use`()
        throws
    {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        var entry = try #require(ledger.outbox().first)
        var moment = now
        var waits: [Int64] = []
        while entry.state.isOpen, waits.count < 500 {
            _ = entry.apply(.claimed(leaseUntil: moment.adding(seconds: 60)), at: moment)
            _ = entry.apply(.askedToWait(words: "450 later"), at: moment)
            waits.append(moment.seconds(until: entry.notBefore))
            moment = entry.notBefore
        }
        #expect(entry.state == .failed)
        #expect((96...144).contains(waits[0]) && (240...360).contains(waits[1]))
        #expect((17_280...25_920).contains(waits[10]))
        #expect((30 * 86_400 - 25_920..<30 * 86_400 + 25_920).contains(now.seconds(until: moment)))
    }

    @Test(arguments: [3_600, 86_400, 6 * 86_400, 42 * 86_400, 200 * 86_400] as [Int64])
    func `a mail is tried as long as it is of use, and hardly a moment less`(seconds: Int64) throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        let end = now.adding(seconds: seconds)
        changes.mails = [try LedgerSamples.mail("a", usefulUntil: end)]
        try ledger.commit(changes, at: now)
        var entry = try #require(ledger.outbox().first)
        var moment = now
        var last = now
        for _ in 0..<2_000 where entry.state.isOpen {
            last = moment
            _ = entry.apply(.claimed(leaseUntil: moment.adding(seconds: 60)), at: moment)
            _ = entry.apply(.askedToWait(words: "451 later"), at: moment)
            #expect(!entry.state.isOpen || entry.notBefore > moment && entry.notBefore < end)
            moment = entry.notBefore
        }
        #expect(entry.state == .failed)
        #expect(last.seconds(until: end) < 600)
    }

    @Test func `what was refused like all is tried as long as it is of use`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        var entry = try #require(ledger.outbox().first)
        for day in 0..<30 as Range<Int64> {
            let moment = now.adding(seconds: day * 86_400)
            _ = entry.apply(.claimed(leaseUntil: moment.adding(seconds: 60)), at: moment)
            _ = entry.apply(.refusedLikeAll(words: "554 no"), at: moment)
            #expect(entry.state == .scheduled && entry.notBefore == moment)
        }
        let late = now.adding(seconds: 30 * 86_400)
        _ = entry.apply(.claimed(leaseUntil: late.adding(seconds: 60)), at: late)
        #expect(entry.apply(.refusedLikeAll(words: "554 no"), at: late) == .report)
        #expect(entry.state == .failed)
    }

    @Test(arguments: [true, false])
    func `a mail that failed with all others is owed again, but not after a later one about its meeting`(
        isOutrun: Bool
    ) throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = [try LedgerSamples.mail("first", about: "m-1")]
        try ledger.commit(changes, at: now)
        let claimed = try #require(ledger.claim(limit: 1, at: now, leaseUntil: now.adding(seconds: 60)).first)
        _ = try ledger.record(.refused(words: "554 5.7.1 no"), for: claimed, at: now)
        if isOutrun {
            var later = Changes()
            later.mails = [try LedgerSamples.mail("second", about: "m-1")]
            try ledger.commit(later, at: now)
        }
        let failed = try #require(try ledger.mail(claimed.id))
        _ = try ledger.record(.refusedLikeAll(words: "554 5.7.1 no"), for: failed, at: now)
        #expect(try ledger.mail(claimed.id)?.state == (isOutrun ? .failed : .scheduled))
    }
}
