import CivilTime
import Testing

struct LocalTimeTests {
    @Test(arguments: [("00:00", 0), ("18:30", 66_600), ("18:30:15", 66_615), ("23:59:59", 86_399), ("09:05", 32_700)])
    func `a time is its seconds since midnight`(text: String, seconds: Int) throws {
        let time = try #require(LocalTime(text))
        #expect(time.secondsOfDay == seconds)
        #expect(LocalTime(secondsOfDay: seconds) == time)
        #expect(LocalTime(hour: time.hour, minute: time.minute, second: time.second) == time)
        #expect(time.description == text)
    }

    @Test func `zero seconds are not written`() {
        #expect(LocalTime("18:30:00")?.description == "18:30")
        #expect(LocalTime.midnight.description == "00:00")
    }

    @Test(arguments: [
        "", "18", "18:", "18:3", "8:30", "018:30", "24:00", "18:60", "18:30:60", "18:30:", "18:30:1", "18.30", "18h30",
        "-1:30", "+8:30", "18:30Z", " 18:30", "18:30 ", "18:30:15.5", "１８:30",
    ])
    func `a text that is not a time is nil`(text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 60), (0, 0, -1)])
    func `a time that no clock shows is nil`(hour: Int, minute: Int, second: Int) {
        #expect(LocalTime(hour: hour, minute: minute, second: second) == nil)
    }

    @Test(arguments: [-1, 86_400, .min, .max])
    func `seconds beyond the day are nil`(seconds: Int) {
        #expect(LocalTime(secondsOfDay: seconds) == nil)
    }
}

struct LocalDateTimeTests {
    @Test(arguments: [
        ("2026-12-03T18:30", 3_600, "2026-12-03T19:30"), ("2026-12-31T23:59:59", 1, "2027-01-01T00:00"),
        ("2027-01-01T00:00", -1, "2026-12-31T23:59:59"), ("2028-02-28T12:00", 86_400, "2028-02-29T12:00"),
        ("1970-01-01T00:00", -86_401, "1969-12-30T23:59:59"), ("2026-03-29T01:30", 3_600, "2026-03-29T02:30"),
    ])
    func `seconds are added and counted on the wall`(start: String, seconds: Int, end: String) throws {
        let (first, last) = (try #require(LocalDateTime(start)), try #require(LocalDateTime(end)))
        #expect(first.adding(seconds: seconds) == last)
        #expect(first.seconds(until: last) == seconds)
        #expect(last.description == end)
        #expect((first < last) == (seconds > 0))
    }

    @Test func `arithmetic is held at the first and the last second`() throws {
        let noon = try #require(LocalDateTime("2026-12-03T12:00"))
        #expect(noon.adding(seconds: .max).description == "9999-12-31T23:59:59")
        #expect(noon.adding(seconds: .min).description == "0001-01-01T00:00")
    }

    @Test(arguments: [
        "", "2026-12-03", "2026-12-03T", "2026-12-03 18:30", "2026-12-03t18:30", "T18:30", "2026-12-03T18:30Z",
        "2026-02-30T18:30", "2026-12-03T24:00", "2026-12-03T18:30+01:00",
    ])
    func `a text that is not a local date and time is nil`(text: String) {
        #expect(LocalDateTime(text) == nil)
    }
}
