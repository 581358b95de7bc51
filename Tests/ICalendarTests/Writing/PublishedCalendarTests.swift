import CivilTime
import ICalendar
import Testing

/// Calendar files.
struct PublishedCalendarTests {
    private func calendar() throws -> PublishedCalendar {
        var tokyo = try SampleEvents.meeting(in: SampleZones.tokyo())
        tokyo.uid = "tokyo@exemple.fr"
        tokyo.location = nil
        tokyo.classification = .private
        tokyo.alarms = [Alarm(minutesBefore: 90, description: "Dans 1 h 30 : Tokyo, enfin")]
        let events = [try SampleEvents.announced(), tokyo]
        return PublishedCalendar(
            name: "Mentorat de Claire, Thomas", refreshInterval: .seconds(43_200), events: events)
    }

    @Test func `a calendar file is written byte for byte`() throws {
        #expect(try calendar().serialized() == Golden.bytes(Golden.published))
    }

    @Test func `the order of the events does not matter`() throws {
        var other = try calendar()
        other.events.reverse()
        #expect(try other.serialized() == calendar().serialized())
    }

    @Test func `a calendar without events is still one`() {
        let bytes = PublishedCalendar(name: "Vide", refreshInterval: .zero, events: []).serialized()
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jalon//Jalon 0.1//EN", "CALSCALE:GREGORIAN"]
        #expect(bytes == Golden.bytes((head + ["NAME:Vide", "END:VCALENDAR"]).joined(separator: "\n")))
    }

    @Test func `a zone that changes beside its rule somewhere in the file is in UTC all through it`() throws {
        // Paris until 2027-01-01T00:00:00Z, then Tokyo's time for ever.
        let bytes = SampleZones.tzif(
            changes: [(at: 1_798_761_600, type: 1)], types: [(3600, false), (32_400, false)], rule: "JST-9")
        let zone = try Zone(name: "Test/Moved", tzif: bytes)
        var before = try SampleEvents.meeting(in: zone)
        var after = before
        before.uid = "avant"
        after.start = try #require(LocalDateTime("2027-02-01T18:00"))
        after.end = try #require(LocalDateTime("2027-02-01T19:00"))
        let text = String(
            decoding: PublishedCalendar(name: "", refreshInterval: .zero, events: [before, after]).serialized(),
            as: UTF8.self)
        #expect(text.contains("DTSTART:20261203T173000Z"))
        #expect(text.contains("DTSTART:20270201T090000Z"))
        #expect(!text.contains("VTIMEZONE"))
    }
}
