import CivilTime
import ICalendar
import Testing

/// Definitions that serve more than one calendar.
struct ZoneDefinitionsTests {
    /// An hour less from 2027-02-08 to 2027-03-14, as in Casablanca in Ramadan.
    private func casablanca() throws -> Zone {
        let bytes = SampleZones.tzif(
            changes: [(at: 0, type: 1), (at: 1_802_048_400, type: 0), (at: 1_804_989_600, type: 1)],
            types: [(0, false), (3600, false)], rule: "<+01>-1")
        return try Zone(name: "Africa/Casablanca", tzif: bytes)
    }

    private func start(_ day: String, in zone: Zone, _ definitions: inout ZoneDefinitions) throws -> String? {
        var event = try SampleEvents.meeting(in: zone)
        event.start = try #require(LocalDateTime(day + "T18:30"))
        event.end = try #require(LocalDateTime(day + "T19:30"))
        let message = SchedulingMessage(method: .request, event: event, reason: .invited)
        let bytes = message.serialized(for: SampleEvents.claire.address, reusing: &definitions)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        return lines.last { $0.hasPrefix("DTSTART") }.map(String.init)
    }

    @Test(
        arguments: [
            ("2027-02-01", "DTSTART;TZID=Africa/Casablanca:20270201T183000"),
            ("2027-02-20", "DTSTART:20270220T183000Z"),
            ("2027-06-01", "DTSTART;TZID=Africa/Casablanca:20270601T183000"),
            ("2029-06-01", "DTSTART;TZID=Africa/Casablanca:20290601T183000"),
        ])
    func `a change beside the rule leaves to UTC only the meetings within`(_ day: String, _ line: String) throws {
        var definitions = ZoneDefinitions()
        for _ in 0..<2 {
            #expect(try start(day, in: casablanca(), &definitions) == line)
        }
    }

    @Test(
        arguments: [
            ("2026-12-31", "DTSTART;TZID=Asia/Tokyo:20261231T183000"),
            ("2027-01-01", "DTSTART;TZID=Asia/Tokyo:20270101T183000"),
            ("1970-01-02", "DTSTART;TZID=Asia/Tokyo:19700102T183000"), ("1969-12-30", "DTSTART:19691230T093000Z"),
            ("0001-01-01", "DTSTART:00010101T093000Z"), ("9999-12-31", "DTSTART;TZID=Asia/Tokyo:99991231T183000"),
        ])
    func `a meeting at the turn of a year has its zone, and UTC before the first onset`(
        _ day: String, _ line: String
    ) throws {
        var definitions = ZoneDefinitions()
        #expect(try start(day, in: SampleZones.tokyo(), &definitions) == line)
    }
}
