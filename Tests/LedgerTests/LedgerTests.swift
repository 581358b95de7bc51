import CivilTime
import Foundation
import GRDB
import Ledger
import MailMessage
import Mentoring
import Testing

@Suite struct LedgerTests {
    private let now = LedgerSamples.now
    private let lease = LedgerSamples.now.adding(seconds: 600)

    private func file() throws -> String {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.appendingPathComponent("ledger.sqlite").path
    }

    @Test func `a meeting reads back as it was written`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1")]
        try ledger.commit(changes, at: now)
        #expect(try ledger.meetings(in: [.planned]) == changes.meetings)
        #expect(try ledger.meetings(in: [.held]).isEmpty)
    }

    @Test func `a commit is on disk, and durable, when it returns`() throws {
        let path = try file()
        let ledger = try Ledger.open(path: path)
        #expect(try ledger.synchronousLevel() == 2)
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        let other = try Ledger.open(path: path, readOnly: true)
        #expect(try other.outbox().map(\.key) == ["a"])
    }

    @Test func `a ledger of a newer version is refused with a sentence and left as it is`() throws {
        let path = try file()
        _ = try Ledger.open(path: path)
        try DatabaseQueue(path: path).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.newer(path: path)) { try Ledger.open(path: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a file that is no ledger is refused`() throws {
        let path = try file()
        try Data(String(repeating: "no database ", count: 100).utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.cannotOpen(path: path, reason: "it is not a database of Jalon")) {
            try Ledger.open(path: path)
        }
    }

    @Test func `a commit that fails changes nothing`() throws {
        let ledger = try Ledger.inMemory()
        var changes = try LedgerSamples.owing(["a"])
        // A meeting that nobody knows: the schema refuses the mail.
        changes.mails.append(try LedgerSamples.mail("b", about: "m-unknown"))
        #expect(throws: LedgerError.self) { try ledger.commit(changes, at: now) }
        #expect(try ledger.outbox().isEmpty)
    }

    @Test func `a key owes one mail, ever`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        try ledger.commit(LedgerSamples.owing(["a", "b"]), at: now)
        #expect(try ledger.outbox().map(\.key) == ["a", "b"])
    }

    @Test func `a mail is claimed once, and only by its fence can it be settled`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        let first = try #require(ledger.claim(limit: 9, at: now, leaseUntil: lease).first)
        #expect(try ledger.claim(limit: 9, at: now, leaseUntil: lease).isEmpty)
        _ = try ledger.recoverClaims(at: now)
        let second = try #require(ledger.claim(limit: 9, at: now, leaseUntil: lease).first)
        #expect(second.fence == first.fence + 1)
        #expect(try ledger.record(.accepted(words: "250"), for: first, at: now) == nil)
        #expect(try ledger.record(.accepted(words: "250"), for: second, at: now)?.state == .sent)
    }

    @Test func `a later mail about a meeting never overtakes an earlier one to the same address`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = [
            try LedgerSamples.mail("first", about: "m-1"),
            try LedgerSamples.mail("second", about: "m-1", template: .dayBefore),
            try LedgerSamples.mail("other", about: "m-1", to: "claire@exemple.fr"),
        ]
        try ledger.commit(changes, at: now)
        let batch = try ledger.claim(limit: 9, at: now, leaseUntil: lease)
        #expect(batch.map(\.key) == ["first", "other"])
        _ = try ledger.record(.askedToWait(words: "450"), for: batch[0], at: now)
        #expect(try ledger.claim(limit: 9, at: now, leaseUntil: lease).isEmpty)
    }

    @Test func `a mail in doubt does not hold up the next`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = [
            try LedgerSamples.mail("first", about: "m-1"),
            try LedgerSamples.mail("second", about: "m-1", template: .dayBefore),
        ]
        try ledger.commit(changes, at: now)
        let first = try #require(ledger.claim(limit: 9, at: now, leaseUntil: lease).first)
        _ = try ledger.record(.bodyHandedOver, for: first, at: now)
        _ = try ledger.record(.doubtful(words: "lost"), for: first, at: now)
        #expect(try ledger.claim(limit: 9, at: now, leaseUntil: lease).map(\.key) == ["second"])
    }

    @Test func `a claim whose lease is over is given back: owed again, or in doubt once the body was handed over`()
        throws
    {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a", "b"]), at: now)
        let claimed = try ledger.claim(limit: 2, at: now, leaseUntil: lease)
        _ = try ledger.record(.bodyHandedOver, for: claimed[1], at: now)
        #expect(try ledger.nextMail() == lease)
        #expect(try ledger.claim(limit: 9, at: lease.adding(seconds: -1), leaseUntil: lease).isEmpty)
        #expect(try ledger.claim(limit: 9, at: lease, leaseUntil: lease.adding(seconds: 600)).map(\.key) == ["a"])
        #expect(try ledger.outboxCounts() == [.claimed: 1, .unknown: 1])
    }

    @Test func `what is no longer of use expires instead of being sent`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.mails = [try LedgerSamples.mail("a", usefulUntil: now.adding(seconds: 60))]
        try ledger.commit(changes, at: now)
        #expect(try ledger.claim(limit: 9, at: now.adding(seconds: 61), leaseUntil: lease).isEmpty)
        #expect(try ledger.outboxCounts() == [.expired: 1])
    }

    @Test func `an unsent invitation is withdrawn; one that may have arrived races`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = [try LedgerSamples.mail("first", about: "m-1")]
        try ledger.commit(changes, at: now)
        let claimed = try ledger.claim(limit: 1, at: now, leaseUntil: lease)
        _ = try ledger.record(.bodyHandedOver, for: claimed[0], at: now)
        #expect(throws: LedgerError.raced) { try ledger.commit(LedgerSamples.withdrawing("m-1"), at: now) }
        _ = try ledger.record(.askedToWait(words: "450"), for: claimed[0], at: now)
        try ledger.commit(LedgerSamples.withdrawing("m-1"), at: now)
        #expect(try ledger.outboxCounts() == [.cancelled: 1])
    }

    @Test func `a subject's open firings are replaced, its decided ones stay`() throws {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        let subject = Firing.Subject.meeting(Meeting.ID("m-1"))
        let (old, decided) = (LedgerSamples.firing("old", of: "m-1"), LedgerSamples.firing("decided", of: "m-1"))
        changes.firings[subject] = [old, decided]
        try ledger.commit(changes, at: now)
        let fresh = LedgerSamples.firing("fresh", of: "m-1", due: -5)
        var next = Changes()
        // In the commit that decides one, it is among the subject's firings no more.
        next.outcomes = [Changes.Outcome(decided.key, "sent")]
        next.firings[subject] = [fresh]
        try ledger.commit(next, at: now)
        #expect(try ledger.dueFirings(at: now, after: nil, limit: 9).map(\.firing) == [fresh])
        #expect(try ledger.timesSent(decided.key) == 1)
    }

    @Test func `the next moment is the earliest of firings and ends`() throws {
        let ledger = try Ledger.inMemory()
        #expect(try ledger.nextMoment(after: nil) == nil)
        var changes = Changes()
        let meeting = try LedgerSamples.meeting("m-1", state: .announced)
        changes.meetings = [meeting]
        try ledger.commit(changes, at: now)
        #expect(try ledger.nextMoment(after: nil) == meeting.ends)
        var more = Changes()
        more.firings[.meeting(meeting.id)] = [LedgerSamples.firing("r", of: "m-1", due: 60)]
        try ledger.commit(more, at: now)
        #expect(try ledger.nextMoment(after: nil) == now.adding(seconds: 60))
    }

    @Test func `an order is answered once`() throws {
        let ledger = try Ledger.inMemory()
        let id = try ledger.give(.reload(accepting: "abc"), at: now)
        #expect(try ledger.openOrders().map(\.request) == [.reload(accepting: "abc")])
        try ledger.answer(id, with: Order.Answer(accepted: false, text: "held"), at: now)
        try ledger.answer(id, with: Order.Answer(accepted: true, text: "later"), at: now)
        #expect(try ledger.order(id)?.answer == Order.Answer(accepted: false, text: "held"))
        #expect(try ledger.openOrders().isEmpty)
    }

    @Test func `a copy in memory leaves the original alone`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.commit(LedgerSamples.owing(["a"]), at: now)
        let copy = try ledger.copyInMemory()
        try copy.settleAllAsSent(at: now)
        #expect(try ledger.outboxCounts() == [.scheduled: 1])
        #expect(try copy.outboxCounts() == [.sent: 1])
    }
}
