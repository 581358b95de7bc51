import CivilTime
import Testing

struct ZoneRuleTests {
    /// A zone of which nothing is known but its footer.
    private func zone(_ footer: String) throws -> Zone {
        try Zone(name: "Test/Zone", tzif: ZoneFile(footer: "\n\(footer)\n").bytes)
    }

    private func changes(_ footer: String, in year: Int) throws -> [String] {
        let range = try instant("\(year)-01-01T00:00:00Z")..<instant("\(year + 1)-01-01T00:00:00Z")
        return try zone(footer).transitions(in: range).map { "\($0.at) \($0.offsetAfter) \($0.abbreviation)" }
    }

    @Test func `a footer is read into its periods and moments`() throws {
        let rule = try #require(ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(rule.standard.offset == 3600)
        #expect(rule.standard.abbreviation == "CET")
        #expect(!rule.standard.isDaylight)
        let daylight = try #require(rule.daylight)
        #expect(daylight.period.offset == 7200)
        #expect(daylight.period.abbreviation == "CEST")
        #expect(daylight.period.isDaylight)
        #expect(daylight.start.day == .weekday(.sunday, week: 5, month: 3))
        #expect(daylight.start.secondsOfDay == 7200)
        #expect(daylight.end.day == .weekday(.sunday, week: 5, month: 10))
        #expect(daylight.end.secondsOfDay == 10_800)
    }

    @Test(arguments: [
        ("UTC0", 0, "UTC"), ("JST-9", 32_400, "JST"), ("EST5", -18_000, "EST"), ("<+0545>-5:45", 20_700, "+0545"),
        ("<-03>3", -10_800, "-03"), ("LMT+0:09:21", -561, "LMT"), ("XYZ-24:59:59", 89_999, "XYZ"),
        ("<AB1>-05", 18_000, "AB1"),
    ])
    func `a footer without daylight saving holds for ever`(text: String, offset: Int, abbreviation: String) throws {
        let zone = try zone(text)
        #expect(zone.footer?.daylight == nil)
        for moment in [Instant.earliest, Instant(secondsSinceEpoch: 0), .latest] {
            #expect(zone.offset(at: moment) == offset)
            #expect(zone.abbreviation(at: moment) == abbreviation)
        }
    }

    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", ["2027-03-28T01:00:00Z 7200 CEST", "2027-10-31T01:00:00Z 3600 CET"]),
        // Dublin: standard time is that of summer.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", ["2027-03-28T01:00:00Z 3600 IST", "2027-10-31T01:00:00Z 0 GMT"]),
        // Lord Howe: half an hour, and south of the equator.
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
            ["2027-04-03T15:00:00Z 37800 +1030", "2027-10-02T15:30:00Z 39600 +11"]
        ),
        // Nuuk: an hour before midnight of the Sunday, on Saturday.
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", ["2027-03-28T01:00:00Z -3600 -01", "2027-10-31T01:00:00Z -7200 -02"]),
        // Santiago and Gaza: beyond the day's end.
        (
            "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
            ["2027-04-04T03:00:00Z -14400 -04", "2027-09-05T04:00:00Z -10800 -03"]
        ),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", ["2027-03-27T00:00:00Z 10800 EEST", "2027-10-29T23:00:00Z 7200 EET"]),
        // Hours at their bounds carry a change into the year before and the year after.
        ("AAA0BBB,M1.1.5/-167,M6.1.5/167", ["2027-06-10T22:00:00Z 0 AAA", "2027-12-31T01:00:00Z 3600 BBB"]),
        ("AAA0BBB,M6.1.5/-167:59:59,J365/167", ["2027-01-06T22:00:00Z 0 AAA", "2027-05-28T00:00:01Z 3600 BBB"]),
        ("AAA0BBB,0/-167,1/-167", ["2027-12-25T01:00:00Z 3600 BBB", "2027-12-26T00:00:00Z 0 AAA"]),
        ("AAA3BBB,J60/0,J300/1:30", ["2027-03-01T03:00:00Z -7200 BBB", "2027-10-27T03:30:00Z -10800 AAA"]),
        ("AAA3BBB2:30,59/0,299", ["2027-03-01T03:00:00Z -9000 BBB", "2027-10-27T04:30:00Z -10800 AAA"]),
        // The first, fifth and last weekday that there is.
        ("AAA0BBB,M2.1.1,M5.4.1", ["2027-02-01T02:00:00Z 3600 BBB", "2027-05-24T01:00:00Z 0 AAA"]),
        ("AAA0BBB,M2.5.1,M5.5.1", ["2027-02-22T02:00:00Z 3600 BBB", "2027-05-31T01:00:00Z 0 AAA"]),
    ])
    func `a footer gives the changes of a year`(footer: String, expected: [String]) throws {
        #expect(try changes(footer, in: 2027) == expected)
    }

    @Test func `Jn does not count the leap day and n does`() throws {
        let julian = "AAA0BBB,J60/0,J365/1"
        let ordinal = "AAA0BBB,59/0,364/1"
        #expect(try changes(julian, in: 2027) == ["2027-03-01T00:00:00Z 3600 BBB", "2027-12-31T00:00:00Z 0 AAA"])
        #expect(try changes(ordinal, in: 2027) == changes(julian, in: 2027))
        #expect(try changes(julian, in: 2028) == ["2028-03-01T00:00:00Z 3600 BBB", "2028-12-31T00:00:00Z 0 AAA"])
        #expect(try changes(ordinal, in: 2028) == ["2028-02-29T00:00:00Z 3600 BBB", "2028-12-30T00:00:00Z 0 AAA"])
    }

    @Test(arguments: ["EST5EDT,0/0,J365/25", "XXX3EDT4,0/0,J365/23"])
    func `daylight saving all year has no change`(footer: String) throws {
        for year in 2026...2029 { #expect(try changes(footer, in: year) == []) }
        let zone = try zone(footer)
        #expect(zone.offset(at: try instant("2028-01-01T04:00:00Z")) == -14_400)
        #expect(zone.isDaylight(at: try instant("2028-07-01T00:00:00Z")))
        #expect(zone.isDaylight(at: try instant("2028-12-31T23:59:59Z")))
        #expect(zone.resolve(try local("2028-01-01T00:00")) == .unique(try instant("2028-01-01T04:00:00Z")))
    }

    @Test func `the change before a time may belong to the year before the last`() throws {
        // Daylight saving pauses for a day in the first week of January, by the rule for the year that has ended.
        let zone = try zone("AAA0BBB,J365/167,J364/167")
        #expect(zone.offset(at: try instant("2028-01-03T00:00:00Z")) == 3600)
        #expect(zone.offset(at: try instant("2028-01-06T12:00:00Z")) == 0)
    }

    @Test func `daylight saving is what the authority calls so`() throws {
        let dublin = try zone("IST-1GMT0,M10.5.0,M3.5.0/1")
        #expect(dublin.isDaylight(at: try instant("2027-01-15T12:00:00Z")))
        #expect(!dublin.isDaylight(at: try instant("2027-07-15T12:00:00Z")))
    }

    @Test(arguments: [
        "", "CET", "CE-1", "-1", "CET-25", "CET-1:60", "CET-1:00:60", "CET-1:", "CET--1", "CET-1 ", " CET-1",
        "<CET-1", "<CE>-1", "<C T>-1", "C3T-1", "CÉT-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,",
        "CET-1CEST,M3.5.0,M10.5.0/", "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,M3.5.0,M10.5.0/-168",
        "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J1,J366",
        "CET-1CEST,0,366", "CET-1CEST,1,0001", "CET-1CEST,M3.5.0,M10.5.0/3,", "CET-1CEST,M3.5.0,M10.5.0/3x",
        "CET-1C,M3.5.0,M10.5.0", "CET-1CEST-25,M3.5.0,M10.5.0", ":Europe/Paris", "CET-99999999999999999999",
    ])
    func `a text that is not a TZ string is nil`(text: String) {
        #expect(ZoneRule(text) == nil)
    }
}
