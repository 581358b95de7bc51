import CivilTime
import Testing

struct ZoneCursorTests {
    @Test(arguments: [
        "Europe/Paris", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        "Africa/Casablanca", "America/Nuuk", "Etc/UTC", "Asia/Tehran",
    ])
    func `a cursor says what its zone says, in any order`(name: String) throws {
        let zone = try systemZone(name)
        var cursor = ZoneCursor(zone)
        // Every 37 hours of the years 2010 to 2045, then back again in greater steps.
        let start = try local("2010-01-01T00:00")
        for step in 0..<8_500 {
            let wall = start.adding(seconds: step * 133_200)
            #expect(cursor.instant(of: wall) == zone.instant(of: wall))
        }
        for step in 0..<500 {
            let wall = start.adding(seconds: (500 - step) * 2_260_000)
            #expect(cursor.instant(of: wall) == zone.instant(of: wall))
        }
    }

    @Test func `the days about a change are as the zone says`() throws {
        let zone = try systemZone("Europe/Paris")
        for change in ["2027-03-28T00:00", "2027-10-31T00:00", "2050-03-27T00:00"] {
            var cursor = ZoneCursor(zone)
            let middle = try local(change)
            for tenMinutes in -600..<600 {
                let wall = middle.adding(seconds: 600 * tenMinutes)
                #expect(cursor.instant(of: wall) == zone.instant(of: wall))
            }
        }
    }

    @Test(arguments: ["0001-01-01T00:00", "9999-12-31T23:59:59"])
    func `the ends of the calendar are held`(text: String) throws {
        let zone = try systemZone("Pacific/Apia")
        var cursor = ZoneCursor(zone)
        let wall = try local(text)
        #expect(cursor.instant(of: wall) == zone.instant(of: wall))
        #expect(cursor.instant(of: wall) == zone.instant(of: wall))
    }
}
