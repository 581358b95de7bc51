import CivilTime
import FaultyDisk
import Foundation
import GRDB
import Testing

@testable import Ledger

/// The ledger on a disk that fails, fills, and loses its power.
@Suite(.serialized) struct DiskTests {
    private let now = LedgerSamples.now
    private let path: String

    init() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.appendingPathComponent("ledger.sqlite").path
        try #require(faulty_disk_register() == 0)
        faulty_disk_reset()
    }

    private func open(synchronous: String = "FULL") throws -> Ledger {
        try Ledger.open(path: "file:\(path)?vfs=faulty", readOnly: false, synchronous: synchronous)
    }

    /// What a mail goes through, each step in a commit of its own.
    private func deliver(_ key: String, in ledger: Ledger) throws {
        try ledger.commit(LedgerSamples.owing([key]), at: now)
        let entry = try #require(
            ledger.claim(limit: 1, at: now, leaseUntil: now.adding(seconds: 600)).first { $0.key == key })
        _ = try ledger.record(.bodyHandedOver, for: entry, at: now)
        _ = try ledger.record(.accepted(words: "250 ok"), for: entry, at: now)
    }

    private func isSound(_ ledger: Ledger) throws -> Bool {
        try ledger.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok"
    }

    // MARK: - Power

    /// - Returns: the keys of the mails that were acknowledged before the power failed.
    private func loseThePower(after mails: Int, seed: UInt32, synchronous: String = "FULL") throws -> [String] {
        let ledger = try open(synchronous: synchronous)
        let keys = (0..<mails).map { "mail-\($0)" }
        for key in keys { try deliver(key, in: ledger) }
        faulty_disk_power_off(seed, seed.isMultiple(of: 2) ? 0 : 500)
        return keys
    }

    @Test(arguments: 1...40 as ClosedRange<UInt32>)
    func `what was acknowledged is there after the power has failed`(seed: UInt32) throws {
        let keys = try loseThePower(after: Int(seed % 7) + 1, seed: seed)
        faulty_disk_reset()
        let ledger = try open()
        #expect(try ledger.outbox().map(\.key) == keys)
        #expect(try ledger.outbox().allSatisfy { $0.state == .sent })
        #expect(try isSound(ledger))
        try deliver("afterwards", in: ledger)
    }

    @Test func `with synchronous NORMAL the same disk loses what was acknowledged, so the test can see it`() throws {
        let keys = try loseThePower(after: 5, seed: 2, synchronous: "NORMAL")
        faulty_disk_reset()
        let kept = try open().outbox().filter { $0.state == .sent }.map(\.key)
        #expect(kept.count < keys.count)
    }

    @Test func `every connection that writes is durable, and says so`() throws {
        for _ in 0..<3 { #expect(try Ledger.open(path: path).synchronousLevel() == 2) }
    }

    // MARK: - Errors

    private static let faults: [(operation: faulty_operation, code: Int32)] = [
        (FAULTY_WRITE, ResultCode.SQLITE_FULL.rawValue), (FAULTY_WRITE, ResultCode.SQLITE_IOERR_WRITE.rawValue),
    ]

    @Test(arguments: faults.indices)
    func `at whichever write the disk is full or fails, a step is done wholly or not at all, and it recovers`(
        index: Int
    ) throws {
        let (operation, code) = Self.faults[index]
        let first = try open()
        try deliver("before", in: first)
        let before = faulty_disk_count(operation)
        try deliver("rehearsal", in: first)
        let writes = faulty_disk_count(operation) - before
        #expect(writes > 10)
        for number in 1...writes {
            let key = "mail-\(number)"
            faulty_disk_fail(operation, number, 1_000_000, code)
            let error = #expect(throws: LedgerError.self) { try deliver(key, in: first) }
            #expect("\(try #require(error))".hasPrefix("the ledger cannot be written: the disk"))
            faulty_disk_fail(operation, 1, 0, code)
            #expect(try isSound(first))
            let left = try first.outbox().first { $0.key == key }
            // Bytes and state are one: nothing is half-written.
            if let left { #expect(try first.body(of: left.id) == Array(key.utf8)) }
            _ = try first.recoverClaims(at: now)
            try first.settleAllAsSent(at: now)
            try deliver("after-\(number)", in: first)
        }
    }

    @Test func `after a sync that failed nothing is written any more, and a new start finds a sound ledger`() throws {
        let ledger = try open()
        try deliver("before", in: ledger)
        faulty_disk_fail(FAULTY_SYNC, 1, 1, ResultCode.SQLITE_IOERR_FSYNC.rawValue)
        let error = #expect(throws: LedgerError.self) { try ledger.commit(LedgerSamples.owing(["lost"]), at: now) }
        guard case .notDurable = error else {
            Issue.record("\(error.map { "\($0)" } ?? "nothing")")
            return
        }
        // The disk works again; whoever believes it does not know what it has forgotten.
        #expect(throws: LedgerError.self) { try ledger.commit(LedgerSamples.owing(["later"]), at: now) }
        faulty_disk_power_off(1, 0)
        faulty_disk_reset()
        let again = try open()
        #expect(try isSound(again))
        #expect(try again.outbox().map(\.key) == ["before"])
        try deliver("after", in: again)
    }

    @Test func `a ledger that cannot be opened is refused with a sentence`() throws {
        faulty_disk_fail(FAULTY_OPEN, 1, 100, ResultCode.SQLITE_CANTOPEN.rawValue)
        #expect(throws: LedgerError.self) { try open() }
        faulty_disk_reset()
        try deliver("after", in: open())
    }
}
