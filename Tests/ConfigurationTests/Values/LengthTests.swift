import Testing

@testable import Configuration

@Suite struct LengthTests {
    @Test(arguments: [
        ("1h30", 90), ("2h", 120), ("45min", 45), ("45 min", 45), ("1h30min", 90), ("1 h 05", 65), ("90min", 90),
        ("0h45", 45), ("12h", 720),
    ])
    func `a length is hours and minutes`(text: String, minutes: Int) throws {
        #expect(try Length(written: text).minutes == minutes)
    }

    @Test(arguments: ["", "90", "h", "min", "1h60", "1h99min", "-1h", "1.5h", "1h30s", "2 hours", "1:30", "9999999h"])
    func `anything else is no length`(text: String) {
        #expect(throws: Misspelling.self) { try Length(written: text) }
    }

    @Test(arguments: [("4", 240), ("2.5", 150), ("2h30", 150), ("0.5", 30), ("45min", 45)])
    func `hours of a month are a number or a length`(text: String, minutes: Int) throws {
        #expect(try HoursWritten(written: text).minutes == minutes)
    }

    @Test(arguments: ["0", "0.0", "-2", "2,5", "many", "1e3", "2.55", "4 hours"])
    func `no hours at all, or no number, is a mistake`(text: String) {
        #expect(throws: Misspelling.self) { try HoursWritten(written: text) }
    }
}
