import CivilTime
import Foundation
import Ledger
import Testing

@testable import JalonService

@Suite struct ProvenanceTests {
    private let now = Instant(secondsSinceEpoch: 1_796_000_000)

    private func directory() throws -> String {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory.path
    }

    @Test func `the file says which ledger has let how many mails go, and never fewer`() throws {
        let path = try directory() + "/high-water"
        #expect(HighWater.mark(in: path) == nil)
        let water = try HighWater(path: path, mark: .init(ledger: "a1", handedOver: 7), keepsWhatIs: false)
        #expect(HighWater.mark(in: path) == .init(ledger: "a1", handedOver: 7))
        water.raise(to: 12)
        water.raise(to: 9)
        #expect(HighWater.mark(in: path) == .init(ledger: "a1", handedOver: 12))
        let held = try HighWater(path: path, mark: .init(ledger: "a1", handedOver: 3), keepsWhatIs: true)
        #expect(HighWater.mark(in: path) == .init(ledger: "a1", handedOver: 12))
        held.raise(to: 4)
        #expect(HighWater.mark(in: path) == .init(ledger: "a1", handedOver: 4))
    }

    @Test func `an older copy of the ledger, and another ledger, are held with words`() throws {
        let ledger = try Ledger.inMemory()
        let own = try Provenance.mark(of: ledger)
        #expect(!own.ledger.isEmpty && own.handedOver == 0)
        #expect(try Provenance.objection(to: ledger, highWater: nil) == nil)
        #expect(try Provenance.objection(to: ledger, highWater: own) == nil)
        let older = try Provenance.objection(to: ledger, highWater: .init(ledger: own.ledger, handedOver: 5))
        #expect(older?.contains("older copy: 5 mails have left since") == true)
        let other = try Provenance.objection(to: ledger, highWater: .init(ledger: "b2", handedOver: 5))
        #expect(other?.contains("not the one that has sent mail") == true)
    }
}
