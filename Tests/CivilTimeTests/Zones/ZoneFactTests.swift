import CivilTime
import Testing

/// Facts that another implementation gave for tzdata 2025b: Python's `zoneinfo`.
///
/// A legislature that changes its clocks after that will rightly break a row, once the system's tzdata has heard of it.
struct ZoneFactTests {
    private static let moments = [
        "1970-07-01T00:00:00Z",
        "1999-12-31T23:59:59Z",
        "2019-07-01T12:00:00Z",
        "2026-01-15T12:00:00Z",
        "2027-03-28T00:59:59Z",
        "2027-03-28T01:00:00Z",
        "2027-10-31T00:59:59Z",
        "2027-10-31T01:00:00Z",
        "2040-01-15T12:00:00Z",
        "2040-07-15T12:00:00Z",
        "2099-07-15T12:00:00Z",
    ]

    @Test(arguments: [
        ("Europe/Paris", [3600, 3600, 7200, 3600, 3600, 7200, 7200, 3600, 3600, 7200, 7200]),
        ("Europe/London", [3600, 0, 3600, 0, 0, 3600, 3600, 0, 0, 3600, 3600]),
        ("Europe/Dublin", [3600, 0, 3600, 0, 0, 3600, 3600, 0, 0, 3600, 3600]),
        ("Europe/Lisbon", [3600, 0, 3600, 0, 0, 3600, 3600, 0, 0, 3600, 3600]),
        ("Europe/Istanbul", [7200, 7200, 10_800, 10_800, 10_800, 10_800, 10_800, 10_800, 10_800, 10_800, 10_800]),
        ("Atlantic/Azores", [-3600, -3600, 0, -3600, -3600, 0, 0, -3600, -3600, 0, 0]),
        (
            "America/New_York",
            [-14_400, -18_000, -14_400, -18_000, -14_400, -14_400, -14_400, -14_400, -18_000, -14_400, -14_400]
        ),
        (
            "America/Los_Angeles",
            [-25_200, -28_800, -25_200, -28_800, -25_200, -25_200, -25_200, -25_200, -28_800, -25_200, -25_200]
        ),
        ("America/St_Johns", [-9000, -12_600, -9000, -12_600, -9000, -9000, -9000, -9000, -12_600, -9000, -9000]),
        (
            "America/Sao_Paulo",
            [-10_800, -7200, -10_800, -10_800, -10_800, -10_800, -10_800, -10_800, -10_800, -10_800, -10_800]
        ),
        (
            "America/Santiago",
            [-14_400, -10_800, -14_400, -10_800, -10_800, -10_800, -10_800, -10_800, -10_800, -14_400, -14_400]
        ),
        (
            "America/Martinique",
            [-14_400, -14_400, -14_400, -14_400, -14_400, -14_400, -14_400, -14_400, -14_400, -14_400, -14_400]
        ),
        ("Africa/Tunis", [3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600]),
        ("Africa/Johannesburg", [7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200]),
        ("Asia/Kolkata", [19_800, 19_800, 19_800, 19_800, 19_800, 19_800, 19_800, 19_800, 19_800, 19_800, 19_800]),
        ("Asia/Kathmandu", [19_800, 20_700, 20_700, 20_700, 20_700, 20_700, 20_700, 20_700, 20_700, 20_700, 20_700]),
        ("Asia/Tokyo", [32_400, 32_400, 32_400, 32_400, 32_400, 32_400, 32_400, 32_400, 32_400, 32_400, 32_400]),
        ("Asia/Jerusalem", [7200, 7200, 10_800, 7200, 10_800, 10_800, 7200, 7200, 7200, 10_800, 10_800]),
        ("Australia/Sydney", [36_000, 39_600, 36_000, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 36_000, 36_000]),
        (
            "Australia/Lord_Howe",
            [36_000, 39_600, 37_800, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 37_800, 37_800]
        ),
        ("Pacific/Auckland", [43_200, 46_800, 43_200, 46_800, 46_800, 46_800, 46_800, 46_800, 46_800, 43_200, 43_200]),
        ("Pacific/Chatham", [45_900, 49_500, 45_900, 49_500, 49_500, 49_500, 49_500, 49_500, 49_500, 45_900, 45_900]),
        ("Indian/Reunion", [14_400, 14_400, 14_400, 14_400, 14_400, 14_400, 14_400, 14_400, 14_400, 14_400, 14_400]),
        ("Pacific/Noumea", [39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600, 39_600]),
        (
            "Etc/GMT+5",
            [-18_000, -18_000, -18_000, -18_000, -18_000, -18_000, -18_000, -18_000, -18_000, -18_000, -18_000]
        ),
    ])
    func `offsets are those that another implementation finds`(name: String, offsets: [Int]) throws {
        let zone = try systemZone(name)
        #expect(try Self.moments.map { zone.offset(at: try instant($0)) } == offsets)
    }

    @Test(arguments: [
        ("Europe/Paris", "2040-03-25T01:00:00Z", 3600, 7200, "CEST"),
        ("Europe/Paris", "2040-10-28T01:00:00Z", 7200, 3600, "CET"),
        ("Europe/London", "2040-03-25T01:00:00Z", 0, 3600, "BST"),
        ("Europe/London", "2040-10-28T01:00:00Z", 3600, 0, "GMT"),
        ("Europe/Dublin", "2040-03-25T01:00:00Z", 0, 3600, "IST"),
        ("Europe/Dublin", "2040-10-28T01:00:00Z", 3600, 0, "GMT"),
        ("Europe/Lisbon", "2040-03-25T01:00:00Z", 0, 3600, "WEST"),
        ("Europe/Lisbon", "2040-10-28T01:00:00Z", 3600, 0, "WET"),
        ("Atlantic/Azores", "2040-03-25T01:00:00Z", -3600, 0, "+00"),
        ("Atlantic/Azores", "2040-10-28T01:00:00Z", 0, -3600, "-01"),
        ("America/New_York", "2040-03-11T07:00:00Z", -18_000, -14_400, "EDT"),
        ("America/New_York", "2040-11-04T06:00:00Z", -14_400, -18_000, "EST"),
        ("America/Los_Angeles", "2040-03-11T10:00:00Z", -28_800, -25_200, "PDT"),
        ("America/Los_Angeles", "2040-11-04T09:00:00Z", -25_200, -28_800, "PST"),
        ("America/St_Johns", "2040-03-11T05:30:00Z", -12_600, -9000, "NDT"),
        ("America/St_Johns", "2040-11-04T04:30:00Z", -9000, -12_600, "NST"),
        ("America/Santiago", "2040-04-08T03:00:00Z", -10_800, -14_400, "-04"),
        ("America/Santiago", "2040-09-02T04:00:00Z", -14_400, -10_800, "-03"),
        ("Asia/Jerusalem", "2040-03-23T00:00:00Z", 7200, 10_800, "IDT"),
        ("Asia/Jerusalem", "2040-10-27T23:00:00Z", 10_800, 7200, "IST"),
        ("Australia/Sydney", "2040-03-31T16:00:00Z", 39_600, 36_000, "AEST"),
        ("Australia/Sydney", "2040-10-06T16:00:00Z", 36_000, 39_600, "AEDT"),
        ("Australia/Lord_Howe", "2040-03-31T15:00:00Z", 39_600, 37_800, "+1030"),
        ("Australia/Lord_Howe", "2040-10-06T15:30:00Z", 37_800, 39_600, "+11"),
        ("Pacific/Auckland", "2040-03-31T14:00:00Z", 46_800, 43_200, "NZST"),
        ("Pacific/Auckland", "2040-09-29T14:00:00Z", 43_200, 46_800, "NZDT"),
        ("Pacific/Chatham", "2040-03-31T14:00:00Z", 49_500, 45_900, "+1245"),
        ("Pacific/Chatham", "2040-09-29T14:00:00Z", 45_900, 49_500, "+1345"),
    ])
    func `a change beyond the file's last is to the second`(
        name: String, text: String, before: Int, after: Int, abbreviation: String
    ) throws {
        let zone = try systemZone(name)
        let change = try instant(text)
        #expect(zone.offset(at: change.adding(seconds: -1)) == before)
        #expect(zone.offset(at: change) == after)
        #expect(zone.abbreviation(at: change) == abbreviation)
    }
}
