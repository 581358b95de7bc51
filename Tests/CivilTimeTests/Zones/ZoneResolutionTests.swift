import CivilTime
import Testing

struct ZoneResolutionTests {
    @Test(arguments: [
        ("Europe/Paris", "2027-03-28T01:59:59", "2027-03-28T00:59:59Z"),
        ("Europe/Paris", "2027-03-28T03:00", "2027-03-28T01:00:00Z"),
        ("Europe/Paris", "2027-10-31T01:59:59", "2027-10-30T23:59:59Z"),
        ("Europe/Paris", "2027-10-31T03:00", "2027-10-31T02:00:00Z"),
        ("Europe/Paris", "2026-12-03T18:30", "2026-12-03T17:30:00Z"),
        ("Europe/Paris", "2045-07-01T12:00", "2045-07-01T10:00:00Z"),
        ("Asia/Kathmandu", "2026-12-03T18:30", "2026-12-03T12:45:00Z"),
        ("Etc/UTC", "2026-12-03T18:30", "2026-12-03T18:30:00Z"),
    ])
    func `most times are shown once`(name: String, wall: String, expected: String) throws {
        let zone = try systemZone(name)
        #expect(zone.resolve(try local(wall)) == .unique(try instant(expected)))
        #expect(zone.instant(of: try local(wall)) == (try instant(expected)))
        #expect(zone.local(at: try instant(expected)) == (try local(wall)))
    }

    @Test(arguments: [
        ("Europe/Paris", "2027-03-28T02:00", 3600, 7200, "2027-03-28T01:00:00Z"),
        ("Europe/Paris", "2027-03-28T02:30", 3600, 7200, "2027-03-28T01:30:00Z"),
        ("Europe/Paris", "2027-03-28T02:59:59", 3600, 7200, "2027-03-28T01:59:59Z"),
        ("Europe/Paris", "2045-03-26T02:30", 3600, 7200, "2045-03-26T01:30:00Z"),
        ("Europe/Dublin", "2027-03-28T01:30", 0, 3600, "2027-03-28T01:30:00Z"),
        ("Australia/Lord_Howe", "2027-10-03T02:15", 37_800, 39_600, "2027-10-02T15:45:00Z"),
        ("America/New_York", "2027-03-14T02:30", -18_000, -14_400, "2027-03-14T07:30:00Z"),
        // Samoa went round the date line and had no 30 December 2011.
        ("Pacific/Apia", "2011-12-30T12:00", -36_000, 50_400, "2011-12-30T22:00:00Z"),
    ])
    func `a time that the clocks jump over is counted from before the jump`(
        name: String, wall: String, before: Int, after: Int, expected: String
    ) throws {
        let zone = try systemZone(name)
        #expect(zone.resolve(try local(wall)) == .gap(before: before, after: after))
        #expect(zone.instant(of: try local(wall)) == (try instant(expected)))
    }

    @Test(arguments: [
        ("Europe/Paris", "2027-10-31T02:00", "2027-10-31T00:00:00Z", "2027-10-31T01:00:00Z"),
        ("Europe/Paris", "2027-10-31T02:30", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
        ("Europe/Paris", "2027-10-31T02:59:59", "2027-10-31T00:59:59Z", "2027-10-31T01:59:59Z"),
        ("Europe/Paris", "2045-10-29T02:30", "2045-10-29T00:30:00Z", "2045-10-29T01:30:00Z"),
        ("Europe/Dublin", "2027-10-31T01:30", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
        ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00Z", "2027-04-03T15:15:00Z"),
        ("America/New_York", "2027-11-07T01:30", "2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z"),
        // Kwajalein went round the date line the other way, and had 30 September 1969 twice.
        ("Pacific/Kwajalein", "1969-09-30T12:00", "1969-09-30T01:00:00Z", "1969-10-01T00:00:00Z"),
    ])
    func `of a time that is shown twice the first is meant`(
        name: String, wall: String, first: String, second: String
    ) throws {
        let zone = try systemZone(name)
        #expect(zone.resolve(try local(wall)) == .fold(first: try instant(first), second: try instant(second)))
        #expect(zone.instant(of: try local(wall)) == (try instant(first)))
    }

    @Test(arguments: [
        "Europe/Paris", "Europe/Dublin", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Asia/Gaza",
    ])
    func `what the clocks show at an instant resolves to that instant`(name: String) throws {
        let zone = try systemZone(name)
        var wrong: [Instant] = []
        for start in [try instant("2027-01-01T00:00:00Z"), try instant("2044-01-01T00:00:00Z")] {
            for step in 0..<Int64(365 * 48) {
                let moment = start.adding(seconds: step * 1_800)
                switch zone.resolve(zone.local(at: moment)) {
                case .unique(moment), .fold(moment, _), .fold(_, moment): break
                default: wrong.append(moment)
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func `a change of the name alone makes neither gap nor fold`() throws {
        let file = ZoneFile(
            changes: [(0, 1)], types: [(3600, 0, 0), (3600, 0, 4)], abbreviations: "CET\0MEZ\0", footer: "\n\n")
        let zone = try Zone(name: "Test/Zone", tzif: file.bytes)
        #expect(zone.resolve(try local("1970-01-01T00:59:59")) == .unique(Instant(secondsSinceEpoch: -1)))
        #expect(zone.resolve(try local("1970-01-01T01:00")) == .unique(Instant(secondsSinceEpoch: 0)))
    }

    @Test func `the ends of the calendar are held`() throws {
        let noumea = try systemZone("Pacific/Noumea")
        let latest = noumea.local(at: .latest)
        #expect(latest.description == "9999-12-31T23:59:59")
        #expect(noumea.instant(of: try local("0001-01-01T00:00")) == .earliest)
    }
}
