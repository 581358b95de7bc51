import Foundation
import Testing

@testable import ICalendar

/// The table of Windows' names.
struct WindowsZoneTests {
    @Test(arguments: [
        ("Romance Standard Time", "Europe/Paris"), ("W. Europe Standard Time", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"), ("Eastern Standard Time (Mexico)", "America/Cancun"),
        ("FLE Standard Time", "Europe/Kyiv"), ("UTC-11", "Etc/GMT+11"), ("UTC", "Etc/UTC"),
        ("romance standard time", "Europe/Paris"), ("ROMANCE STANDARD TIME", "Europe/Paris"),
    ])
    func `a Windows name has its IANA name`(name: String, expected: String) {
        #expect(WindowsZone.ianaName(of: name) == expected)
    }

    @Test(arguments: ["Customized Time Zone", "Romance", "Europe/Paris", "", " = "])
    func `another name has none`(name: String) {
        #expect(WindowsZone.ianaName(of: name) == nil)
    }

    @Test func `the table is read to its end`() {
        #expect(WindowsZone.names.count == 142)
        #expect(WindowsZone.names["yukon standard time"] == "America/Whitehorse")
    }

    @Test(arguments: Set(WindowsZone.names.values).sorted())
    func `each zone of the table is one of this system's`(zone: String) {
        #expect(FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + zone))
    }

    @Test(arguments: WindowsPlaces.names.sorted { $0.key < $1.key }.map(\.self))
    func `each place leads to a Windows name, however it is written`(words: String, windows: String) {
        #expect(WindowsZone.ianaName(of: windows) != nil)
        #expect(WindowsPlaces.ianaName(of: words.uppercased()) == WindowsZone.ianaName(of: windows))
    }
}
