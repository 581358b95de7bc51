import CivilTime
import Testing

/// A damaged file is refused, or understood as some other zone; it never stops the program.
struct HostileBytesTests {
    @Test(arguments: [
        "Europe/Paris", "Europe/Dublin", "America/Nuuk", "Africa/Casablanca", "Asia/Gaza", "Etc/UTC",
    ])
    func `every shorter part of a system file is refused`(name: String) throws {
        let bytes = try systemZoneFile(name)
        let accepted = bytes.indices.filter { use(Array(bytes[..<$0])) }
        #expect(accepted == [])
        #expect(use(bytes))
    }

    @Test func `every shorter part of a slim file and of a version 1 file is refused`() {
        let old = ZoneFile(version: 0, changes: [(0, 0), (9, 0)], indicators: 1).bytes
        for bytes in [lordHoweFile, old] {
            #expect(bytes.indices.filter { use(Array(bytes[..<$0])) } == [])
            #expect(use(bytes))
        }
    }

    @Test(arguments: 0..<8)
    func `no flipped bit makes the reader or the zone fail`(bit: Int) {
        var accepted = 0
        for index in lordHoweFile.indices {
            var bytes = lordHoweFile
            bytes[index] ^= 1 << bit
            if use(bytes) { accepted += 1 }
        }
        // Flips in reserved octets go unnoticed and those in the magic do not.
        #expect((1..<lordHoweFile.count).contains(accepted))
    }

    @Test(arguments: [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8])
    func `no overwritten octet makes the reader or the zone fail`(octet: UInt8) {
        var accepted = 0
        for index in lordHoweFile.indices {
            var bytes = lordHoweFile
            bytes[index] = octet
            if use(bytes) { accepted += 1 }
        }
        #expect((1..<lordHoweFile.count).contains(accepted))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `no heap of random damage makes the reader or the zone fail`(seed: UInt64) {
        var state = seed
        func random(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var refused = 0
        for _ in 0..<500 {
            var bytes = lordHoweFile
            // The first block's header is spared, or most would stop there.
            for _ in 0...random(below: 8) {
                let index = 60 + random(below: bytes.count - 60)
                bytes[index] = UInt8(random(below: 256))
            }
            if !use(bytes) { refused += 1 }
        }
        #expect((1..<500).contains(refused))
    }

    /// Asks a zone everything that the program could ask it; false if the bytes are refused.
    private func use(_ bytes: [UInt8]) -> Bool {
        guard let zone = try? Zone(name: "Test/Zone", tzif: bytes) else { return false }
        var isSound = true
        for day in [Int.min, -27_000, -25_500, 0, 13_000, 14_000, 20_905, 21_122, 26_000, .max] {
            let instant = zone.instant(of: LocalDateTime(CivilDate(dayNumber: day), .midnight))
            isSound = isSound && (-89_999...93_599).contains(zone.offset(at: instant))
            _ = zone.abbreviation(at: instant)
            _ = zone.resolve(zone.local(at: instant))
        }
        let changes = zone.transitions(in: Instant(secondsSinceEpoch: 0)..<Instant(secondsSinceEpoch: 2_500_000_000))
        isSound = isSound && zip(changes, changes.dropFirst()).allSatisfy { $0.at < $1.at }
        #expect(isSound)
        return true
    }
}
