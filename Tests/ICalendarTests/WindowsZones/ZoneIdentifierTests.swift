import ICalendar
import Testing

/// What TZIDs of all kinds may mean.
struct ZoneIdentifierTests {
    @Test(arguments: [
        ("Europe/Paris", "Europe/Paris"), ("US/Pacific", "US/Pacific"), ("Etc/GMT+5", "Etc/GMT+5"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"), ("Japan", "Japan"), ("UTC", "UTC"),
        ("GMT", "GMT"), ("EST5EDT", "EST5EDT"), (" Europe/Paris ", "Europe/Paris"),
        ("\"Europe/Paris\"", "Europe/Paris"), ("'Europe/Paris'", "Europe/Paris"),
        ("America/Los Angeles", "America/Los_Angeles"), ("posix/Europe/Vaduz", "Europe/Vaduz"),
        ("right/Europe/Paris", "Europe/Paris"),
    ])
    func `an IANA name comes first`(identifier: String, expected: String) {
        #expect(ZoneIdentifier.candidates(for: identifier).first == expected)
    }

    @Test(arguments: [
        ("Z", "UTC"), ("z", "UTC"), ("tzone://Microsoft/Utc", "UTC"), ("Romance Standard Time", "Europe/Paris"),
        ("\"W. Europe Standard Time\"", "Europe/Berlin"),
        ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"),
        ("(GMT+01.00) Paris", "Europe/Paris"), ("(UTC+01:00) Romance Standard Time", "Europe/Paris"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US and Canada)", "America/New_York"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney"),
        (#"Kuala Lumpur\, Singapore"#, "Asia/Singapore"), ("(UTC-03:00) Brasília", "America/Sao_Paulo"),
        ("Pacific Time (US and Canada); Tijuana", "America/Los_Angeles"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London"), ("(UTC) Coordinated Universal Time", "Etc/UTC"),
        ("UTC+12", "Etc/GMT-12"),
    ])
    func `what is written around or instead of a name is understood`(identifier: String, expected: String) {
        #expect(ZoneIdentifier.candidates(for: identifier).contains(expected))
    }

    @Test(arguments: [
        ("/mozilla.org/20050126_1/Europe/Paris", "Europe/Paris"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox", "America/Indiana/Knox"),
        ("/softwarestudio.org/Tzfile/Europe/Paris", "Europe/Paris"),
        ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago"),
        ("/freeassociation.sourceforge.net/Tzfile/SystemV/EST5EDT", "EST5EDT"),
        ("/Europe/Stockholm", "Europe/Stockholm"),
    ])
    func `the end of a path is the name`(identifier: String, expected: String) {
        #expect(ZoneIdentifier.candidates(for: identifier).contains(expected))
    }

    @Test(arguments: [
        "Customized Time Zone", "Customized Time Zone 1", "tzone://Microsoft/Custom", "", "/", "\"", "../../etc/passwd",
        "/../../etc/passwd/..", "(UTC+01:00) Nowhere", "GMT +0100 (Standard) / GMT +0200 (Daylight)", "(UTC+01:00)",
        "()",
        "(UTC", "UTC+٣", String(repeating: "a", count: 256),
    ])
    func `a name that says nothing has no candidates`(identifier: String) {
        #expect(ZoneIdentifier.candidates(for: identifier) == [])
    }

    @Test(arguments: ["MyTimezone", "Nowhere/Middle", "UTC+", "UTC+1", "custom_Pacific/Fiji"])
    func `a name of nobody's is only itself`(identifier: String) {
        #expect(ZoneIdentifier.candidates(for: identifier) == [identifier])
    }

    @Test(arguments: [
        ("(GMT +01:00)", "Etc/GMT-1"), ("(GMT+01.00)", "Etc/GMT-1"), ("\"(UTC-03:00)\"", "Etc/GMT+3"),
        ("UTC+14", "Etc/GMT-14"), ("gmt-0500", "Etc/GMT+5"), ("(UTC+00:00)", "UTC"), ("UTC-12", "Etc/GMT+12"),
    ])
    func `an offset that stands alone is a zone, counted the other way`(identifier: String, expected: String) {
        #expect(ZoneIdentifier.fixedOffset(for: identifier) == expected)
    }

    @Test(arguments: [
        "(UTC+05:30)", "UTC+15", "UTC-13", "UTC+1:00:00", "UTC-1.5", "UTC+", "UTC", "+01:00", "UTC+٣",
        "(UTC+01:00) Paris",
        "Europe/Paris", "GMT +0100 (Standard) / GMT +0200 (Daylight)", "",
    ])
    func `another name has no offset`(identifier: String) {
        #expect(ZoneIdentifier.fixedOffset(for: identifier) == nil)
    }
}
