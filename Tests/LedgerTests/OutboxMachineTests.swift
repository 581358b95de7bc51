import CivilTime
import Foundation
import Ledger
import Mentoring
import Testing

@Suite struct OutboxMachineTests {
    private static let now = LedgerSamples.now
    private static let lease = now.adding(seconds: 60)

    /// Each event under the name that docs/outbox.md has for it.
    private static let events: [(name: String, event: OutboxEntry.Event, isLate: Bool)] = [
        ("claimed", .claimed(leaseUntil: lease), false),
        ("body handed over", .bodyHandedOver, false),
        ("body handed over too late", .bodyHandedOver, true),
        ("accepted", .accepted(words: "250"), false),
        ("asked to wait", .askedToWait(words: "450"), false),
        ("refused", .refused(words: "550"), false),
        ("refused like all", .refusedLikeAll(words: "554"), false),
        ("doubtful", .doubtful(words: "lost"), false),
        ("route failed", .routeFailed(words: "down"), false),
        ("lease over", .leaseOver, false),
        ("superseded", .withdrawn(.superseded), false),
        ("cancelled", .withdrawn(.cancelled), false),
        ("looked at", .lookedAt, false),
        ("looked at too late", .lookedAt, true),
        ("retried", .retried, false),
        ("dropped", .dropped, false),
        ("came back", .cameBack(words: "5.1.1"), false),
    ]

    /// How a mail comes into each state.
    private static let ways: [OutboxEntry.State: [OutboxEntry.Event]] = [
        .scheduled: [],
        .claimed: [.claimed(leaseUntil: lease)],
        .committing: [.claimed(leaseUntil: lease), .bodyHandedOver],
        .deferred: [.claimed(leaseUntil: lease), .askedToWait(words: "450")],
        .unknown: doubt,
        .sent: [.claimed(leaseUntil: lease), .accepted(words: "250")],
        .bounced: [.claimed(leaseUntil: lease), .accepted(words: "250"), .cameBack(words: "5.1.1")],
        .failed: [.claimed(leaseUntil: lease), .refused(words: "550")],
        .needsAttention: doubt + doubt + doubt,
        .superseded: [.withdrawn(.superseded)],
        .cancelled: [.withdrawn(.cancelled)],
        .expired: [.lookedAt],
    ]
    private static let doubt: [OutboxEntry.Event] = [
        .claimed(leaseUntil: lease), .bodyHandedOver, .doubtful(words: "lost"),
    ]

    private func entry(in state: OutboxEntry.State) throws -> OutboxEntry {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.mails = [try LedgerSamples.mail("a", usefulUntil: Self.now.adding(seconds: 30 * 86_400))]
        try ledger.commit(changes, at: Self.now)
        var entry = try #require(ledger.outbox().first)
        let moment = state == .expired ? Self.now.adding(seconds: 31 * 86_400) : Self.now
        for event in try #require(Self.ways[state]) { _ = entry.apply(event, at: moment) }
        try #require(entry.state == state)
        return entry
    }

    @Test(arguments: OutboxEntry.State.allCases)
    func `a state knows just the events that the documentation has`(state: OutboxEntry.State) throws {
        var lines: [String] = []
        for (name, event, isLate) in Self.events {
            var entry = try entry(in: state)
            // The lease of a mail that is late has not ended.
            if isLate, state == .claimed { entry.leaseUntil = Self.now.adding(seconds: 40 * 86_400) }
            let fence = entry.fence
            let moment = isLate ? Self.now.adding(seconds: 31 * 86_400) : Self.now
            let action = entry.apply(event, at: moment)
            let isStopped = state == .claimed && entry.state == .expired
            if action == .refuse {
                #expect(entry.state == state && entry.fence == fence, "\(name)")
            } else if !(isLate && event == .bodyHandedOver && !isStopped) {
                lines.append("| \(state.rawValue) | \(name) | \(entry.state.rawValue) |")
            }
        }
        let documented = try Self.documentation().filter { $0.hasPrefix("| \(state.rawValue) |") }
        #expect(Set(lines) == Set(documented))
    }

    private static func documentation() throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/outbox.md"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    @Test func `an answer counts after the lease has ended, and not after somebody else has claimed the mail`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: Self.now)
        let first = try #require(ledger.claim(limit: 1, at: Self.now, leaseUntil: Self.lease).first)
        #expect(try ledger.record(.bodyHandedOver, for: first, at: Self.now)?.state == .committing)
        let later = Self.now.adding(seconds: 3600)
        #expect(try ledger.claim(limit: 1, at: later, leaseUntil: later.adding(seconds: 60)).isEmpty)
        #expect(try ledger.outboxCounts() == [.unknown: 1])
        let copy = try ledger.copyInMemory()
        #expect(try ledger.record(.accepted(words: "250"), for: first, at: later)?.state == .sent)
        let muchLater = later.adding(seconds: 3600)
        #expect(try copy.claim(limit: 1, at: muchLater, leaseUntil: muchLater.adding(seconds: 60)).count == 1)
        #expect(try copy.record(.accepted(words: "250"), for: first, at: muchLater) == nil)
    }

    @Test func `after the lease has ended, or the mail is of no more use, it is not ended`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.mails = [
            try LedgerSamples.mail("a"), try LedgerSamples.mail("b", usefulUntil: Self.now.adding(seconds: 30)),
        ]
        try ledger.commit(changes, at: Self.now)
        let claimed = try ledger.claim(limit: 2, at: Self.now, leaseUntil: Self.lease)
        let reports = zip(claimed, [60, 30] as [Int64]).map { entry, seconds in
            Ledger.Report(.bodyHandedOver, for: entry, at: Self.now.adding(seconds: seconds))
        }
        let rulings = try ledger.record(reports)
        #expect(rulings.map(\.action) == [.refuse, .rest])
        #expect(try ledger.outbox().map(\.state) == [.claimed, .expired])
    }

    @Test func `a mail that is withdrawn under way is stopped at the marker, and nobody need race`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = [try LedgerSamples.mail("first", about: "m-1")]
        try ledger.commit(changes, at: Self.now)
        let claimed = try #require(ledger.claim(limit: 1, at: Self.now, leaseUntil: Self.lease).first)
        try ledger.commit(LedgerSamples.withdrawing("m-1"), at: Self.now)
        #expect(try ledger.record(.bodyHandedOver, for: claimed, at: Self.now) == nil)
        #expect(try ledger.outboxCounts() == [.cancelled: 1])
    }

    @Test(arguments: [
        OutboxEntry.Event.doubtful(words: "lost"), .askedToWait(words: "451"), .leaseOver, .routeFailed(words: "down"),
    ])
    func `what is withdrawn while its answer is awaited does not come back`(event: OutboxEntry.Event) throws {
        var entry = try entry(in: .committing)
        _ = entry.apply(.withdrawn(.superseded), at: Self.now)
        #expect(entry.state == .committing)
        var taken = entry
        _ = taken.apply(.accepted(words: "250"), at: Self.now)
        #expect(taken.state == .sent)
        _ = entry.apply(event, at: Self.now)
        #expect(entry.state == .superseded)
    }

    @Test func `the ledger counts what it has handed over`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a", "b", "c"]), at: Self.now)
        let claimed = try ledger.claim(limit: 9, at: Self.now, leaseUntil: Self.lease)
        let reports = claimed.prefix(2).map { Ledger.Report(.bodyHandedOver, for: $0, at: Self.now) }
        #expect(try ledger.record(reports).map(\.handedOver) == [1, 2])
        #expect(try ledger.handedOver() == 2)
    }
}
