import CivilTime
import Mentoring
import Testing

@testable import Configuration

@Suite struct WindowTests {
    private static func text(_ windows: [WeeklyWindow]) -> String {
        windows.map { "\($0.weekday.abbreviation) \($0.opens)-\($0.closes)" }.joined(separator: ", ")
    }

    @Test(arguments: [
        ("thu 18:00-21:00", "thu 18:00-75600"),
        ("Thu 9:00-10:30", "thu 09:00-37800"),
        ("sat-sun 10:00-24:00", "sat 10:00-86400, sun 10:00-86400"),
        ("sun-mon 08:00-09:00", "sun 08:00-32400, mon 08:00-32400"),
        ("wed 08:00 – 09:00", "wed 08:00-32400"),
    ])
    func `a window is weekdays and hours`(text: String, windows: String) throws {
        #expect(Self.text(try WindowsWritten(written: text).windows) == windows)
    }

    @Test(arguments: [
        ("thu 21:00-18:00", "ends before it begins; hours past midnight are a second window of the next day"),
        ("thu 18:00-18:00", "ends before it begins; hours past midnight are a second window of the next day"),
        ("thu 18:00-25:00", "has a time that is none; write 18:00-21:00"),
        ("thu 18:61-19:00", "has a time that is none; write 18:00-21:00"),
        ("jeu 18:00-21:00", "does not begin with weekdays; write mon, tue, wed, thu, fri, sat or sun"),
        ("thu", "is no weekly window; write thu 18:00-21:00 or mon-fri 08:00-21:00"),
        ("thu 18-21", "has a time that is none; write 18:00-21:00"),
        ("18:00-21:00", "is no weekly window; write thu 18:00-21:00 or mon-fri 08:00-21:00"),
    ])
    func `anything else says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try WindowsWritten(written: text) }
    }

    @Test func `windows that touch or overlap become one`() throws {
        let windows = try ["tue 14:00-16:00", "tue 12:00-14:00", "tue 15:00-15:30", "wed 12:00-13:00"]
            .flatMap { try WindowsWritten(written: $0).windows }
        #expect(Self.text(windows.merged) == "tue 12:00-57600, wed 12:00-46800")
        #expect(windows.merged.longestMinutes == 240)
    }

    @Test(arguments: [("thu 18:30", 4, 66_600), ("mon 0:00", 1, 0), ("SUN 23:59", 7, 86_340)])
    func `a preferred hour is a weekday and a time`(text: String, weekday: Int, seconds: Int) throws {
        let found = try WeekdayTime(written: text)
        #expect(found.weekday.rawValue == weekday && found.time.secondsOfDay == seconds)
    }

    @Test(arguments: [
        ("thu", "is no hour of a weekday; write thu 18:30"),
        ("thursday 18:30", "does not begin with a weekday; write mon, tue, wed, thu, fri, sat or sun"),
        ("thu 24:00", "is no time of day; write it as 18:30"),
        ("thu 18h30", "is no time of day; write it as 18:30"),
        ("thu 1110", "is no time of day; write it as 18:30"),
    ])
    func `an hour that is none says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try WeekdayTime(written: text) }
    }
}
