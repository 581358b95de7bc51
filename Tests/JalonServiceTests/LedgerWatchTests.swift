import CivilTime
import Foundation
import Glibc
import Ledger
import Logging
import Testing

@testable import JalonService

/// The files of a state directory under the feet of a process that has them open.
@Suite struct LedgerWatchTests {
    private struct Place {
        let path: String
        let folder: PrivateFolder
        let ledger: Ledger
        let watch: LedgerWatch

        init() throws {
            path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            folder = try PrivateFolder(path: path)
            ledger = try Ledger.open(path: path + "/ledger.sqlite")
            try ledger.note(.route, "")
            watch = try Self.watch(folder, ledger)
        }

        static func watch(_ folder: PrivateFolder, _ ledger: Ledger) throws -> LedgerWatch {
            try LedgerWatch(
                on: folder, ledger: ledger, clock: VirtualClock(Instant(secondsSinceEpoch: 1_796_000_000)),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        func remove(_ name: String) { unlink(path + "/" + name) }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }

        func copy(_ name: String) throws {
            let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
            remove(name)
            try data.write(to: URL(fileURLWithPath: path + "/" + name))
        }
    }

    @Test func `what stands as it stood lets mails go`() throws {
        let place = try Place()
        for _ in 0..<3 { #expect(try place.watch.permits()) }
        #expect(place.watch.objection() == nil && place.watch.words == nil)
    }

    @Test(arguments: ["gone", "empty", "longer", "another file"])
    func `a high-water that was touched holds, and a release begins it anew`(how: String) throws {
        let place = try Place()
        #expect(try place.watch.permits())
        switch how {
        case "gone": place.remove("high-water")
        case "empty": #expect(truncate(place.path + "/high-water", 0) == 0)
        case "longer": #expect(truncate(place.path + "/high-water", 100) == 0)
        default: try place.copy("high-water")
        }
        #expect(place.watch.objection() != nil)
        #expect(try !place.watch.permits())
        #expect(try place.ledger.sendingHeld()?.contains("high-water says no more") == true)
        try place.ledger.note(.sendingHeld, "")
        #expect(try place.watch.permits())
        #expect(HighWater.content(in: place.folder) == .mark(try Provenance.mark(of: place.ledger)))
    }

    @Test(arguments: ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"], [false, true])
    func `a ledger's file that is deleted or replaced ends the process, and leaves a copy`(
        name: String, isReplaced: Bool
    ) throws {
        let place = try Place()
        #expect(try place.watch.permits())
        if isReplaced { try place.copy(name) } else { place.remove(name) }
        #expect(place.watch.objection()?.contains(name) == true)
        let error = #expect(throws: ServiceError.self) { try place.watch.permits() }
        #expect(error?.endsTheService == true && error?.description.contains("ledger-rescued-") == true)
        let rescued = try FileManager.default.contentsOfDirectory(atPath: place.path)
            .filter { $0.hasPrefix("ledger-rescued-") }
        let copy = try Ledger.open(path: place.path + "/" + (rescued.first ?? ""))
        #expect(try copy.fact(.identity) == place.ledger.fact(.identity) && copy.sendingHeld() != nil)
    }

    @Test func `a directory that is moved away holds until it is back`() throws {
        let place = try Place()
        place.watch.raise(to: 3)
        try place.ledger.note(.handedOver, "3")
        #expect(rename(place.path, place.path + "-away") == 0)
        #expect(try !place.watch.permits())
        #expect(place.watch.words?.contains("is gone, or another is in its place") == true)
        #expect(rename(place.path + "-away", place.path) == 0)
        #expect(try place.watch.permits() && place.watch.words == nil)
    }

    @Test func `an empty directory in its place is told how many have left before the process ends`() throws {
        let place = try Place()
        place.watch.raise(to: 3)
        try place.ledger.note(.handedOver, "3")
        #expect(rename(place.path, place.path + "-away") == 0)
        #expect(mkdir(place.path, 0o700) == 0)
        #expect(throws: ServiceError.self) { try place.watch.permits() }
        let found = HighWater.content(in: try PrivateFolder(path: place.path))
        #expect(found == .mark(.init(ledger: try place.ledger.fact(.identity) ?? "", handedOver: 3)))
    }

    @Test(arguments: [false, true])
    func `a ledger that has sent, or had the file, is held without it`(hasSent: Bool) throws {
        let ledger = try Ledger.inMemory()
        #expect(try Provenance.objection(to: ledger, highWater: .absent) == nil)
        try ledger.note(hasSent ? .handedOver : .highWater, hasSent ? "1" : "kept")
        #expect(try Provenance.objection(to: ledger, highWater: .absent)?.contains("it is gone") == true)
        #expect(try Provenance.objection(to: ledger, highWater: .unreadable("it is empty")) != nil)
    }
}
