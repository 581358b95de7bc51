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
        let folder = try PrivateFolder(path: try directory())
        #expect(HighWater.content(in: folder) == .absent)
        let water = try HighWater(in: folder, mark: .init(ledger: "a1", handedOver: 7), keepsWhatIs: false)
        #expect(HighWater.content(in: folder) == .mark(.init(ledger: "a1", handedOver: 7)))
        water.raise(to: 12)
        water.raise(to: 9)
        #expect(HighWater.content(in: folder) == .mark(.init(ledger: "a1", handedOver: 12)))
        let held = try HighWater(in: folder, mark: .init(ledger: "a1", handedOver: 3), keepsWhatIs: true)
        held.raise(to: 4)
        #expect(HighWater.content(in: folder) == .mark(.init(ledger: "a1", handedOver: 12)))
        try held.beginAnew(.init(ledger: "a1", handedOver: 4))
        #expect(HighWater.content(in: folder) == .mark(.init(ledger: "a1", handedOver: 4)))
        #expect(water.tampering == "another file is in its place" && held.tampering == nil)
    }

    @Test func `an older copy of the ledger, and another ledger, are held with words`() throws {
        let ledger = try Ledger.inMemory()
        let own = try Provenance.mark(of: ledger)
        #expect(!own.ledger.isEmpty && own.handedOver == 0)
        #expect(try Provenance.objection(to: ledger, highWater: .absent) == nil)
        #expect(try Provenance.objection(to: ledger, highWater: .mark(own)) == nil)
        let older = try Provenance.objection(to: ledger, highWater: .mark(.init(ledger: own.ledger, handedOver: 5)))
        #expect(older?.contains("older copy: 5 mails have left since") == true)
        let other = try Provenance.objection(to: ledger, highWater: .mark(.init(ledger: "b2", handedOver: 5)))
        #expect(other?.contains("not the one that has sent mail") == true)
    }
}
