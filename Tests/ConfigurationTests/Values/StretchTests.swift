import Mentoring
import Testing

@testable import Configuration

@Suite struct StretchTests {
    @Test(arguments: [
        ("3 days", Offset(3, .days)), ("1 day", Offset(1, .days)), ("6 weeks", Offset(6, .weeks)),
        ("1 month", Offset(1, .months)), ("2 hours", Offset(2, .hours)), ("30  minutes", Offset(30, .minutes)),
        ("520 weeks", Offset(520, .weeks)),
    ])
    func `a stretch of time is a number and a unit`(text: String, offset: Offset) throws {
        #expect(try Offset(written: text) == offset)
    }

    @Test(arguments: [
        "", "days", "3", "3days", "three days", "-3 days", "3.5 days", "0 days", "3 years", "3 d", "521 weeks",
        "9999999 days", "3 days ago",
    ])
    func `anything else is no stretch of time`(text: String) {
        #expect(throws: Misspelling.self) { try Offset(written: text) }
    }

    @Test(arguments: [("5 days", 5), ("6 weeks", 42), ("2 months", 62)])
    func `a number of days can be said in weeks or months`(text: String, days: Int) throws {
        #expect(try DaysWritten(written: text).days == days)
    }

    @Test(arguments: ["2 hours", "5", "1h30"])
    func `hours are no number of days`(text: String) {
        #expect(throws: Misspelling.self) { try DaysWritten(written: text) }
    }

    @Test(arguments: [("2 days", 172_800), ("6 hours", 21_600), ("1h30", 5400), ("45min", 2700)])
    func `how late a mail may be is said either way`(text: String, seconds: Int) throws {
        #expect(try LatenessWritten(written: text).seconds == seconds)
    }
}
