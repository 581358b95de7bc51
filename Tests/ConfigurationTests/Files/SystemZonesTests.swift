import CivilTime
import Configuration
import Testing

@Suite struct SystemZonesTests {
    @Test(arguments: ["Europe/Paris", "America/Toronto", "Europe/London", "UTC", "America/Argentina/Buenos_Aires"])
    func `a zone of this machine is found by its name`(name: String) {
        #expect(SystemZones.zone(named: name)?.name == name)
    }

    @Test func `a zone has the offsets of its place`() throws {
        let zone = try #require(SystemZones.zone(named: "Europe/Paris"))
        #expect(zone.offset(at: try #require(Instant("2026-12-01T12:00:00Z"))) == 3600)
        #expect(zone.offset(at: try #require(Instant("2027-07-01T12:00:00Z"))) == 7200)
    }

    @Test(arguments: [
        "", "Europe", "Europe/Atlantis", "../zoneinfo/Europe/Paris", "/usr/share/zoneinfo/Europe/Paris",
        "Europe//Paris",
        "right/Europe/Paris", "posix/Europe/Paris", "localtime", "posixrules", "tzdata.zi", "zone.tab",
        "Europe/Paris\u{0}",
        "europe/../Europe/Paris",
    ])
    func `anything else is no zone`(name: String) {
        #expect(SystemZones.zone(named: name) == nil)
    }

    @Test func `the release of the zone data is a year and a letter`() throws {
        let release = try #require(SystemZones.release)
        #expect(release.wholeMatch(of: /20\d\d[a-z]+/) != nil, "\(release)")
    }
}
