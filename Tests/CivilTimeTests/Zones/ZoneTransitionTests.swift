import CivilTime
import Testing

struct ZoneTransitionTests {
    @Test func `the changes of two years come with their offsets and names`() throws {
        let range = try instant("2036-06-01T00:00:00Z")..<instant("2038-06-01T00:00:00Z")
        let changes = try systemZone("Europe/Paris").transitions(in: range)
        // The file of most systems ends in 2037: the last one comes from the footer.
        #expect(
            changes.map { "\($0.at) \($0.offsetBefore) \($0.offsetAfter) \($0.abbreviation) \($0.isDaylight)" } == [
                "2036-10-26T01:00:00Z 7200 3600 CET false",
                "2037-03-29T01:00:00Z 3600 7200 CEST true",
                "2037-10-25T01:00:00Z 7200 3600 CET false",
                "2038-03-28T01:00:00Z 3600 7200 CEST true",
            ])
    }

    @Test(arguments: ["2027-03-28T01:00:00Z", "2045-03-26T01:00:00Z"])
    func `a range has its first instant and not its last`(text: String) throws {
        let paris = try systemZone("Europe/Paris")
        let change = try instant(text)
        #expect(paris.transitions(in: change..<change.adding(seconds: 1)).map(\.at) == [change])
        #expect(paris.transitions(in: change.adding(seconds: -9)..<change) == [])
        #expect(paris.transitions(in: change..<change) == [])
    }

    @Test func `a change of the name alone is one and a change of nothing is none`() throws {
        let file = ZoneFile(
            changes: [(0, 1), (10, 2), (20, 0)], types: [(3600, 0, 0), (3600, 0, 0), (3600, 0, 4)],
            abbreviations: "CET\0MEZ\0", footer: "\nCET-1\n")
        let zone = try Zone(name: "Test/Zone", tzif: file.bytes)
        let changes = zone.transitions(in: .earliest ..< .latest)
        #expect(changes.map(\.at.secondsSinceEpoch) == [10, 20])
        #expect(changes.map(\.abbreviation) == ["MEZ", "CET"])
    }

    @Test func `the rule begins at the last explicit change`() throws {
        let file = ZoneFile(
            changes: [(1_800_000_000, 0)], types: [(0, 0, 0)], abbreviations: "AAA\0",
            footer: "\nCET-1CEST,M3.5.0,M10.5.0/3\n")
        let zone = try Zone(name: "Test/Zone", tzif: file.bytes)
        let changes = zone.transitions(in: .earliest..<(try instant("2028-01-01T00:00:00Z")))
        #expect(
            changes.map { "\($0.at) \($0.offsetBefore) \($0.offsetAfter)" } == [
                "2027-01-15T08:00:00Z 0 3600", "2027-03-28T01:00:00Z 3600 7200", "2027-10-31T01:00:00Z 7200 3600",
            ])
        #expect(zone.resolve(try local("2027-01-15T08:30")) == .gap(before: 0, after: 3600))
    }

    @Test func `a zone that gave up changing its clocks has no more changes`() throws {
        let istanbul = try systemZone("Europe/Istanbul")
        #expect(istanbul.transitions(in: try instant("2017-01-01T00:00:00Z") ..< .latest) == [])
        #expect(istanbul.footer?.daylight == nil)
    }

    @Test func `a thousand years ahead have two changes each`() throws {
        let range = try instant("3000-01-01T00:00:00Z")..<instant("4000-01-01T00:00:00Z")
        #expect(try systemZone("Europe/Paris").transitions(in: range).count == 2_000)
    }
}

struct ZoneTests {
    @Test func `zones are equal by name`() throws {
        let file = ZoneFile().bytes
        #expect(try Zone(name: "A", tzif: file) == Zone(name: "A", tzif: ZoneFile(footer: "\nEET-2\n").bytes))
        #expect(try Zone(name: "A", tzif: file) != Zone(name: "B", tzif: file))
        #expect(try Set([Zone(name: "A", tzif: file), Zone(name: "A", tzif: file), .utc]).count == 2)
        #expect(try Zone(name: "Europe/Paris", tzif: file).description == "Europe/Paris")
    }

    @Test func `UTC needs no file`() throws {
        let noon = try instant("2026-12-03T12:00:00Z")
        #expect(Zone.utc.name == "UTC")
        #expect(Zone.utc.offset(at: noon) == 0)
        #expect(Zone.utc.abbreviation(at: noon) == "UTC")
        #expect(Zone.utc.resolve(try local("2026-12-03T12:00")) == .unique(noon))
        #expect(Zone.utc.transitions(in: .earliest ..< .latest) == [])
    }

    @Test func `a zone is one reference wide`() {
        #expect(MemoryLayout<Zone>.size == MemoryLayout<Int>.size)
    }
}
