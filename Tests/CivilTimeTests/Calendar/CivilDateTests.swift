import CivilTime
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("0001-01-01", -719_162, Weekday.monday),
        ("0004-02-29", -718_008, .sunday),
        ("1582-10-15", -141_427, .friday),
        ("1600-02-29", -135_081, .tuesday),
        ("1900-02-28", -25_509, .wednesday),
        ("1900-03-01", -25_508, .thursday),
        ("1969-12-31", -1, .wednesday),
        ("1970-01-01", 0, .thursday),
        ("2000-01-01", 10_957, .saturday),
        ("2000-02-29", 11_016, .tuesday),
        ("2026-12-01", 20_788, .tuesday),
        ("2027-03-28", 20_905, .sunday),
        ("2100-02-28", 47_540, .sunday),
        ("2100-03-01", 47_541, .monday),
        ("2400-02-29", 157_113, .tuesday),
        ("9999-12-31", 2_932_896, .friday),
    ])
    func `a date has the day number and the weekday that other calendars give it`(
        text: String, dayNumber: Int, weekday: Weekday
    ) throws {
        let date = try #require(CivilDate(text))
        #expect(date.dayNumber == dayNumber)
        #expect(date.weekday == weekday)
        #expect(CivilDate(dayNumber: dayNumber) == date)
        #expect(date.description == text)
    }

    @Test(arguments: [-719_162...(-718_000), -146_500...(-134_000), -26_000...51_000, 2_932_000...2_932_896])
    func `every day follows the one before it as a calendar on the wall does`(days: ClosedRange<Int>) throws {
        var expected = CivilDate(dayNumber: days.lowerBound)
        var wrong: [Int] = []
        for dayNumber in days.dropFirst() {
            let date = CivilDate(dayNumber: dayNumber)
            let monthEnds = expected.day == CivilDate.daysInMonth(expected.month, year: expected.year)
            let yearEnds = monthEnds && expected.month == 12
            let year = yearEnds ? expected.year + 1 : expected.year
            let month = yearEnds ? 1 : monthEnds ? expected.month + 1 : expected.month
            expected = try #require(CivilDate(year: year, month: month, day: monthEnds ? 1 : expected.day + 1))
            if date != expected || (date.year, date.month) != (year, month) || expected.dayNumber != dayNumber {
                wrong.append(dayNumber)
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
    func `February has a leap day every fourth year but three in four centuries`(year: Int, length: Int) {
        #expect(CivilDate.daysInMonth(2, year: year) == length)
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == (length == 29))
    }

    @Test func `a month that does not exist has no days`() {
        #expect(CivilDate.daysInMonth(0, year: 2026) == 0)
        #expect(CivilDate.daysInMonth(13, year: 2026) == 0)
    }

    @Test(arguments: [
        (2026, 2, 30), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (0, 1, 1),
        (10000, 1, 1), (2026, -1, 1), (2026, 1, .min), (.max, 1, 1), (2026, .min, 1),
    ])
    func `a day that does not exist is nil`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 3, "2026-04-30"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -1, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-08-31", 0, "2026-08-31"),
        ("2026-05-31", -25, "2024-04-30"),
    ])
    func `adding months keeps the day or takes the month's last`(start: String, months: Int, end: String) throws {
        #expect(try #require(CivilDate(start)).adding(months: months).description == end)
    }

    @Test(arguments: [
        ("2026-12-01", 31, "2027-01-01"), ("2028-02-28", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-01"),
        ("2000-01-01", -1, "1999-12-31"), ("2026-12-01", 0, "2026-12-01"), ("1970-01-01", 20_788, "2026-12-01"),
    ])
    func `adding days and counting them agree`(start: String, days: Int, end: String) throws {
        let (start, end) = (try #require(CivilDate(start)), try #require(CivilDate(end)))
        #expect(start.adding(days: days) == end)
        #expect(start.days(until: end) == days)
        #expect(end.days(until: start) == -days)
    }

    @Test(arguments: [Int.max, 1_000_000_000_000, 4_000_000])
    func `arithmetic is held at the first and the last day`(amount: Int) throws {
        let date = try #require(CivilDate("2026-12-01"))
        #expect(date.adding(days: amount) == .latest)
        #expect(date.adding(days: -amount) == .earliest)
        #expect(date.adding(months: amount) == .latest)
        #expect(date.adding(months: -amount) == .earliest)
        #expect(date.adding(days: .min) == .earliest)
        #expect(date.adding(months: .min) == .earliest)
        #expect(CivilDate.latest.description == "9999-12-31")
        #expect(CivilDate.earliest.description == "0001-01-01")
    }

    @Test(arguments: [
        "", "2026", "2026-12", "2026-12-1", "2026-12-011", "02026-12-01", "2026-02-30", "2026/12/01", "+026-12-01",
        "2026-12-01 ", " 2026-12-01", "2026-12-01T", "0000-01-01", "-2026-12-01", "20261201", "2026-12-0é",
        "٢٠٢٦-١٢-٠١", "2026-12--1", "2026-13-01", "99999999999999999999-01-01",
    ])
    func `a text that is not a date is nil`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `dates are in the order of time`() throws {
        let texts = ["0999-12-31", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"]
        let dates = try texts.map { try #require(CivilDate($0)) }
        #expect(dates.reversed().sorted() == dates)
    }
}

struct WeekdayTests {
    @Test(arguments: zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1...7))
    func `a weekday has its ISO number and its abbreviation`(abbreviation: String, number: Int) throws {
        let weekday = try #require(Weekday(abbreviation: abbreviation))
        #expect(weekday.rawValue == number)
        #expect(weekday.abbreviation == abbreviation)
    }

    @Test(arguments: ["", "Mon", "monday", "mo", "lun"])
    func `any other abbreviation is nil`(text: String) {
        #expect(Weekday(abbreviation: text) == nil)
    }

    @Test func `the week begins on Monday`() {
        #expect(Weekday.allCases.sorted().first == .monday)
        #expect(Weekday.saturday < .sunday)
    }
}
