import CivilTime
import ICalendar
import Testing

/// VTIMEZONEs made from zone files.
struct VTimeZoneTests {
    /// From 2026-11-22, two years.
    private static let start = Instant(secondsSinceEpoch: 1_795_305_600)
    private static let twoYears = start..<start.adding(seconds: 731 * 86_400)

    private func lines(_ zone: Zone, _ window: Range<Instant> = twoYears) -> [String]? {
        VTimeZone(zone: zone, covering: window).map { definition in
            String(decoding: definition.serialized(), as: UTF8.self).split(separator: "\r\n").map(String.init)
        }
    }

    @Test func `two yearly rules are a DAYLIGHT and a STANDARD`() throws {
        #expect(lines(try SampleZones.paris()) == Golden.paris.split(separator: "\n").map(String.init))
    }

    @Test func `a zone without a rule is one STANDARD`() throws {
        #expect(
            lines(try SampleZones.tokyo()) == [
                "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE",
            ])
    }

    @Test func `a zone without a rule begins at its last change`() throws {
        // -00:44:30 until 1972-01-07T00:44:30Z, as in Monrovia.
        let bytes = SampleZones.tzif(
            changes: [(at: 63_593_070, type: 1)], types: [(-2670, false), (0, false)], rule: "GMT0")
        let zone = try Zone(name: "Africa/Monrovia", tzif: bytes)
        #expect(
            lines(zone)?[3...5] == ["DTSTART:19720107T000000", "TZOFFSETFROM:-004430", "TZOFFSETTO:+0000"])
    }

    @Test func `negative summer time is written positively`() throws {
        let dublin = try #require(lines(try SampleZones.zone("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1")))
        #expect(
            dublin[2..<8] == [
                "BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:IST",
            ])
        #expect(
            dublin[9..<15] == [
                "BEGIN:STANDARD", "DTSTART:19701025T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT",
            ])
    }

    @Test func `half an hour of daylight saving is half an hour, south of the equator too`() throws {
        let zone = try SampleZones.zone("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
        let lordHowe = try #require(lines(zone))
        #expect(
            lordHowe[2..<8] == [
                "BEGIN:STANDARD", "DTSTART:19700405T020000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
                "TZOFFSETFROM:+1100", "TZOFFSETTO:+1030", "TZNAME:+1030",
            ])
    }

    @Test(
        arguments: [
            ("America/Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"), ("Africa/Cairo", "EET-2EEST,M4.5.5/0,M10.5.4/24"),
            ("America/Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"), ("Asia/Gaza", "EET-2EEST,M3.4.4/50,M10.4.4/50"),
            ("Test/Julian", "AAA0BBB,J60/2,J300/2"), ("Etc/UTC", "UTC0"),
        ])
    func `what two rules on weekdays cannot say is left to UTC`(_ name: String, _ rule: String) throws {
        #expect(lines(try SampleZones.zone(name, rule)) == nil)
    }

    @Test func `UTC has no VTIMEZONE`() {
        #expect(lines(.utc) == nil)
    }

    @Test func `a change inside the window alone leaves the zone to UTC`() throws {
        // An hour less from 2027-02-08 to 2027-03-14, as in Casablanca in Ramadan.
        let (from, to) = (Int64(1_802_048_400), Int64(1_804_989_600))
        let bytes = SampleZones.tzif(
            changes: [(at: 0, type: 1), (at: from, type: 0), (at: to, type: 1)],
            types: [(0, false), (3600, false)], rule: "<+01>-1")
        let zone = try Zone(name: "Africa/Casablanca", tzif: bytes)
        func isDefined(_ start: Int64, _ end: Int64) -> Bool {
            let window = Instant(secondsSinceEpoch: start)..<Instant(secondsSinceEpoch: end)
            return VTimeZone(zone: zone, covering: window) != nil
        }
        #expect(isDefined(from - 7200, from))
        #expect(!isDefined(from - 7200, from + 1))
        #expect(!isDefined(from, from + 7200))
        #expect(!isDefined(to - 1, to + 7200))
        #expect(isDefined(to, to + 7200))
    }

    @Test func `rules begin in the first year from which they hold`() throws {
        // No daylight saving before 2010; then Paris's rule, of which the file lists the first year.
        let bytes = SampleZones.tzif(
            changes: [(at: 1_269_738_000, type: 1), (at: 1_288_486_800, type: 0)],
            types: [(3600, false), (7200, true)], rule: "ODD-1ODD-2,M3.5.0,M10.5.0/3")
        let zone = try Zone(name: "Test/Late", tzif: bytes)
        let onsets = lines(zone)?.filter { $0.hasPrefix("DTSTART") }
        #expect(onsets == ["DTSTART:20100328T020000", "DTSTART:20101031T030000"])
        let before = Instant(secondsSinceEpoch: 1_262_304_000)  // 2010-01-01
        #expect(VTimeZone(zone: zone, covering: before..<before.adding(seconds: 3600)) == nil)
    }

    @Test func `every zone of this machine keeps its offsets for two years, or is left to UTC`() throws {
        var described = 0
        for zone in try SampleZones.system() {
            guard let definition = VTimeZone(zone: zone, covering: Self.twoYears) else { continue }
            described += 1
            let evaluation = try Evaluation(definition)
            var instants = Array(stride(from: Int64(0), to: 731 * 86_400, by: 25 * 3600))
            for change in zone.transitions(in: Self.twoYears) {
                let seconds = Self.start.seconds(until: change.at)
                instants += [-3600, -1, 0, 1, 3600].map { seconds + $0 }
            }
            for seconds in instants {
                let instant = Self.start.adding(seconds: seconds)
                let offset = evaluation.offset(at: instant)
                #expect(offset == zone.offset(at: instant), "\(zone) at \(instant)")
            }
        }
        #expect(described > 300)
    }
}
