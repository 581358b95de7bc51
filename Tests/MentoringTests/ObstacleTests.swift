import CivilTime
import Mentoring
import Testing

/// What is said of a relationship that cannot be planned, and of a date that is not at its preferred hour.
@Suite struct ObstacleTests {
    private let claire = Person.ID("claire")
    private let thomas = Person.ID("thomas")

    private func year() throws -> ClosedRange<CivilDate> { try Samples.date("2026-11-01")...Samples.date("2027-12-31") }

    private func reason(_ pair: PlannedPair) throws -> PlanningWarning.Reason? {
        try pair.plan().warnings.first?.reason
    }

    @Test func `absences that leave no day are named with whose they are`() throws {
        let pair = try PlannedPair { claire, _, _ in claire.away = [try year()] }
        #expect(try reason(pair) == .absences([claire]))
    }

    @Test func `a calendar that leaves no hour is named with whose it is`() throws {
        let paris = try Samples.zone("Europe/Paris")
        let pair = try PlannedPair { _, thomas, _ in
            thomas.busy = [
                try Samples.moment("2026-11-01T00:00", in: paris)..<Samples.moment("2028-01-01T00:00", in: paris)
            ]
        }
        #expect(try reason(pair) == .calendars([thomas]))
    }

    @Test func `holidays that leave no day are named`() throws {
        let first = try Samples.date("2026-11-01")
        let holidays = Set((0..<430).map { first.adding(days: $0) })
        #expect(try reason(PlannedPair(holidays: holidays)) == .noDay)
    }

    @Test func `hours a month that are too few are named`() throws {
        #expect(try reason(PlannedPair { claire, _, _ in claire.minutesPerMonth = 60 }) == .otherMeetings)
    }

    @Test func `each of the three who can never meet together is named`() throws {
        let lea = try Samples.person("lea", available: [Samples.window(.monday, "08:00", "12:00")])
        var pair = try PlannedPair { claire, thomas, relationship in
            claire.available = try [
                Samples.window(.monday, "08:00", "10:00"), Samples.window(.tuesday, "08:00", "10:00"),
            ]
            thomas.available = try [
                Samples.window(.tuesday, "08:00", "10:00"), Samples.window(.monday, "10:00", "12:00"),
            ]
            relationship.mentees.append(lea.id)
        }
        pair.programme.people[lea.id] = lea
        #expect(try reason(pair) == .noCommonHour([claire, thomas, lea.id]))
    }

    @Test func `a relationship of ten days without a common hour is named, too`() throws {
        let pair = try PlannedPair { _, thomas, relationship in
            thomas.available = [try Samples.window(.monday, "08:00", "10:00")]
            relationship.end = try Samples.date("2026-12-10")
        }
        #expect(try reason(pair) == .noCommonHour([claire, thomas]))
    }

    // MARK: - A date

    @Test func `hours that go on over midnight are those of the day that is asked for`() throws {
        let morning = try #require(LocalTime("08:00"))
        let tuesday = try #require(WeeklyWindow(weekday: .tuesday, opens: morning, closes: 86_400))
        let wednesday = try Samples.window(.wednesday, "00:00", "12:00")
        let pair = try PlannedPair { claire, _, _ in claire.available = [tuesday, wednesday] }
        let (midnight, noon) = (
            try #require(LocalDateTime("2027-01-06T00:00")), try #require(LocalDateTime("2027-01-06T12:00"))
        )
        #expect(try hindrances(pair, on: "2027-01-06").contains(.hours(claire, [midnight..<noon])))
    }

    private func hindrances(
        _ pair: PlannedPair, on date: String, meetings: [Meeting] = []
    ) throws -> [Hindrance] {
        let relationship = try #require(pair.relationship)
        return pair.programme.hindrances(
            of: relationship.series[0], in: relationship, on: try Samples.date(date), meetings: meetings,
            now: try Samples.moment("2026-11-16T00:00", in: pair.programme.zone))
    }

    @Test func `nothing speaks against the preferred hour of a free day`() throws {
        #expect(try hindrances(PlannedPair(), on: "2027-01-07") == [])
    }

    @Test func `what speaks against a day is said, hardest first`() throws {
        let day = try Samples.date("2027-01-06")
        let pair = try PlannedPair(holidays: [day]) { claire, thomas, _ in
            claire.away = [day...day]
            thomas.minutesPerMonth = 60
        }
        let preferred = try #require(pair.relationship?.series[0].preferred)
        let found = try hindrances(pair, on: "2027-01-06")
        #expect(
            found == [
                .holiday, .away(claire), .hours(claire, []), .hours(thomas, []), .month(thomas, used: 0, most: 60),
                .otherWeekday(preferred: preferred),
            ])
    }

    @Test(arguments: [
        ("2026-11-19", "the relationship goes from 2026-12-01 to 2027-11-30"),
        ("2027-12-02", "the relationship goes from 2026-12-01 to 2027-11-30"),
        ("2026-11-19", "new dates lie at least 5 days ahead"),
        ("2026-12-31", "it would be 14 days after the meeting before; the rhythm is 21 to 28 days"),
    ])
    func `the sentence names the dates`(_ date: String, _ sentence: String) throws {
        let pair = try PlannedPair()
        var met = try #require(pair.meetings().first)
        met.start = try #require(LocalDateTime("2026-12-17T18:30"))
        #expect(try hindrances(pair, on: date, meetings: [met]).map(\.description).contains(sentence))
    }
}
