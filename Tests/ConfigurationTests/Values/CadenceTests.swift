import Mentoring
import Testing

@testable import Configuration

@Suite struct CadenceTests {
    @Test(arguments: [
        ("3-4 weeks", Cadence.days(21...28)), ("3–4 weeks", .days(21...28)), ("3 - 4 weeks", .days(21...28)),
        ("3 weeks", .days(21...21)), ("1 week", .days(7...7)), ("21-28 days", .days(21...28)),
        ("3 months", .months(3)), ("1 month", .months(1)),
    ])
    func `a rhythm is a window of days or weeks, or some months`(text: String, cadence: Cadence) throws {
        #expect(try Cadence(written: text) == cadence)
    }

    @Test(arguments: [
        ("4-3 weeks", "ends before it begins"),
        ("0-4 weeks", "begins below 1"),
        ("2-3 months", "has no exact length; write it in weeks or days, such as 8-13 weeks"),
        ("3 hours", "is too short for a rhythm; write days, weeks or months"),
        ("9999 days", "is a rhythm of more than ten years"),
        ("3-4", "is no rhythm; write 3-4 weeks, 3 weeks, 21-28 days or 3 months"),
        ("every week", "is no rhythm; write 3-4 weeks, 3 weeks, 21-28 days or 3 months"),
        ("", "is no rhythm; write 3-4 weeks, 3 weeks, 21-28 days or 3 months"),
        ("3-4-5 weeks", "is no rhythm; write 3-4 weeks, 3 weeks, 21-28 days or 3 months"),
    ])
    func `anything else says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try Cadence(written: text) }
    }
}
