import CivilTime
import Testing

@testable import Configuration

@Suite struct DatesTests {
    @Test(arguments: [
        ("2026-12-21..2027-01-03", "2026-12-21", "2027-01-03"), ("2027-06-24", "2027-06-24", "2027-06-24"),
        ("2028-02-29 .. 2028-02-29", "2028-02-29", "2028-02-29"),
    ])
    func `days are one date or two`(text: String, first: String, last: String) throws {
        let days = try DatesWritten(written: text).days
        #expect(days.lowerBound.description == first && days.upperBound.description == last)
    }

    @Test(arguments: [
        ("2027-01-03..2026-12-21", "ends before it begins"),
        ("2027-02-29..2027-03-01", "is no day of the calendar"),
        ("2027-02-30", "is no day of the calendar"),
        ("21/12/2026", "is neither a date nor a span of dates; write 2026-12-21..2027-01-03"),
        ("2026-12-21..", "is neither a date nor a span of dates; write 2026-12-21..2027-01-03"),
        ("2026-12-21-2027-01-03", "is neither a date nor a span of dates; write 2026-12-21..2027-01-03"),
    ])
    func `anything else says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try DatesWritten(written: text) }
    }

    @Test(arguments: [
        ("1 dec 2026", "is no date; write it as 2026-12-01"), ("2026-13-01", "is no day of the calendar"),
    ])
    func `a date that is none says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try CivilDate(written: text) }
    }
}
