import CivilTime
import Testing

struct TZifTests {
    private func zone(_ file: ZoneFile) throws(ZoneError) -> Zone {
        try Zone(name: "Test/Zone", tzif: file.bytes)
    }

    private func refusal(of file: ZoneFile) -> ZoneError? {
        do {
            _ = try zone(file)
            return nil
        } catch {
            return error
        }
    }

    private static let twoTypes: [(offset: Int32, daylight: UInt8, abbreviation: UInt8)] = [(3600, 0, 0), (7200, 1, 4)]

    @Test func `a file of version 1 gives its changes in 32 bits and no footer`() throws {
        let file = ZoneFile(
            version: 0, changes: [(-1_000, 1), (1_000, 0)], types: Self.twoTypes, abbreviations: "CET\0CEST\0")
        let zone = try zone(file)
        let seconds: [Int64] = [-1_001, -1_000, 999, 1_000, 4_000_000_000]
        #expect(seconds.map { zone.offset(at: Instant(secondsSinceEpoch: $0)) } == [3600, 7200, 7200, 3600, 3600])
        #expect(zone.abbreviation(at: Instant(secondsSinceEpoch: 0)) == "CEST")
        #expect(zone.footer == nil)
    }

    @Test(arguments: ["2", "3", "4"])
    func `a file of a later version gives its changes in 64 bits and its footer`(version: String) throws {
        var file = ZoneFile(
            changes: [(-5_000_000_000, 1)], types: Self.twoTypes, abbreviations: "CET\0CEST\0", footer: "\nEET-2\n")
        file.version = try #require(version.utf8.first)
        let zone = try zone(file)
        #expect(zone.offset(at: Instant(secondsSinceEpoch: -5_000_000_001)) == 3600)
        #expect(zone.offset(at: Instant(secondsSinceEpoch: -5_000_000_000)) == 7200)
        #expect(zone.abbreviation(at: Instant(secondsSinceEpoch: -5_000_000_000)) == "EET")
        #expect(zone.footer == ZoneRule("EET-2"))
    }

    @Test func `the last period goes on when the footer is empty`() throws {
        let zone = try zone(
            ZoneFile(changes: [(0, 1)], types: Self.twoTypes, abbreviations: "CET\0CEST\0", footer: "\n\n"))
        #expect(zone.footer == nil)
        #expect(zone.offset(at: .latest) == 7200)
        #expect(zone.isDaylight(at: .latest))
        #expect(!zone.isDaylight(at: .earliest))
    }

    @Test func `indicators are stepped over`() throws {
        #expect(try zone(ZoneFile(indicators: 1)).footer == ZoneRule("CET-1"))
    }

    @Test(arguments: [
        (ZoneFile(magic: "TZof"), ZoneError.notAZoneFile(zone: "Test/Zone")),
        (ZoneFile(version: UInt8(ascii: "5")), .unknownVersion(zone: "Test/Zone", version: "5")),
        (ZoneFile(version: 1), .unknownVersion(zone: "Test/Zone", version: "octet 1")),
        (ZoneFile(footer: "\nCET-1"), .truncated(zone: "Test/Zone")),
        (ZoneFile(footer: "\nCET-1CEST\n"), .badFooter(zone: "Test/Zone", footer: "CET-1CEST")),
        (ZoneFile(announcedChanges: .max), .truncated(zone: "Test/Zone")),
        (ZoneFile(leapSeconds: [(78_796_800, 1)]), .countsLeapSeconds(zone: "Test/Zone")),
    ])
    func `a file that cannot be read says which kind of thing is wrong`(file: ZoneFile, expected: ZoneError) {
        #expect(refusal(of: file) == expected)
    }

    @Test(arguments: [
        (ZoneFile(types: []), "no local time"),
        (ZoneFile(abbreviations: ""), "no local time"),
        (ZoneFile(changes: [(0, 1)]), "leads nowhere"),
        (ZoneFile(changes: [(5, 0), (5, 0)]), "out of order"),
        (ZoneFile(changes: [(5, 0), (4, 0)]), "out of order"),
        (ZoneFile(changes: [(.max, 0)]), "seconds from the epoch"),
        (ZoneFile(changes: [(.min, 0)]), "seconds from the epoch"),
        (ZoneFile(types: [(93_600, 0, 0)]), "an offset of 93600"),
        (ZoneFile(types: [(.min, 0, 0)]), "an offset of -2147483648"),
        (ZoneFile(types: [(0, 2, 0)]), "daylight flag"),
        (ZoneFile(types: [(0, 0, 4)]), "abbreviation"),
        (ZoneFile(types: [(0, 0, 255)]), "abbreviation"),
        (ZoneFile(abbreviations: "CET"), "abbreviation"),
        (ZoneFile(abbreviations: "C\nT\0"), "abbreviation"),
        (ZoneFile(abbreviations: "é\0"), "abbreviation"),
        (ZoneFile(indicators: 2), "contradict"),
        (ZoneFile(footer: "CET-1\n"), "new line"),
    ])
    func `a file that contradicts the format says how`(file: ZoneFile, words: String) throws {
        let error = try #require(refusal(of: file))
        guard case .malformed("Test/Zone", let defect) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(defect.contains(words))
        #expect(error.description.contains("Test/Zone"))
    }

    @Test func `two blocks of different versions are refused`() {
        var bytes = ZoneFile().bytes
        bytes[4] = UInt8(ascii: "3")
        #expect(throws: ZoneError.self) { try Zone(name: "Test/Zone", tzif: bytes) }
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "../etc/passwd", "Europe/../Paris", "Europe//Paris", "Europe/Paris/", "Europe/.hidden",
        "-x", "Paris time", "Europe/Pâris", "Europe/Paris\n", "Europe\\Paris", "A:B", "\0",
    ])
    func `a name that no zone could have is refused`(name: String) {
        #expect(!Zone.isName(name))
        #expect(throws: ZoneError.badName(name)) { try Zone(name: name, tzif: ZoneFile().bytes) }
    }

    @Test(arguments: [
        "UTC", "Etc/GMT+5", "Etc/GMT-14", "America/Port-au-Prince", "America/North_Dakota/New_Salem", "EST5EDT",
    ])
    func `the names of the database are accepted`(name: String) throws {
        #expect(try Zone(name: name, tzif: ZoneFile().bytes).name == name)
    }
}
