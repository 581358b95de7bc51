import CivilTime
import Foundation
import Testing

@testable import Ledger

/// A copy of the ledger, made while it is written to.
@Suite struct BackupTests {
    private let now = LedgerSamples.now

    private func scratch() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    @Test func `a backup has everything, is one file of its owner's alone, and opens held`() throws {
        let directory = try scratch()
        let ledger = try Ledger.open(path: directory.appendingPathComponent("ledger.sqlite").path)
        try ledger.commit(LedgerSamples.owing(["one", "two"]), at: now)
        let path = directory.appendingPathComponent("copy.sqlite").path
        let size = try Ledger.open(path: directory.appendingPathComponent("ledger.sqlite").path, readOnly: true)
            .backUp(to: path, note: "held: a backup")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.size] as? Int == size)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        let copy = try Ledger.open(path: path)
        #expect(try copy.outbox().map(\.key) == ["one", "two"])
        #expect(try copy.sendingHeld() == "held: a backup")
        #expect(try ledger.sendingHeld() == nil)
    }

    @Test func `a backup replaces nothing, and leaves nothing where it fails`() throws {
        let directory = try scratch()
        let ledger = try Ledger.inMemory()
        let taken = directory.appendingPathComponent("taken").path
        try Data("precious".utf8).write(to: URL(fileURLWithPath: taken))
        #expect(throws: LedgerError.exists(path: taken)) { try ledger.backUp(to: taken, note: "") }
        #expect(FileManager.default.contents(atPath: taken) == Data("precious".utf8))
        let lost = directory.appendingPathComponent("nowhere/copy").path
        #expect(throws: LedgerError.self) { try ledger.backUp(to: lost, note: "") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["taken"])
    }
}
