import CivilTime
import Mentoring
import Testing

@Suite struct PlannerZoneTests {
    struct Place: Sendable, CustomTestStringConvertible {
        let zone: String
        /// Hours of each Tuesday, there and in Paris.
        let there: Range<Int>
        let inParis: Range<Int>

        init(_ zone: String, _ there: Range<Int>, inParis: Range<Int>) {
            self.zone = zone
            self.there = there
            self.inParis = inParis
        }

        var testDescription: String { zone }
    }

    private func pair(_ place: Place, minutes: Int = 90) throws -> PlannedPair {
        func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }
        func window(_ hours: Range<Int>) throws -> WeeklyWindow {
            try Samples.window(.tuesday, clock(hours.lowerBound), clock(hours.upperBound))
        }
        return try PlannedPair { claire, thomas, relationship in
            claire.available = [try window(place.inParis)]
            thomas = try Samples.person("thomas", zone: place.zone, available: [window(place.there)])
            relationship.series = relationship.series.filter { $0.name == .session }
            relationship.series[0].preferred = nil
            relationship.series[0].minutes = minutes
        }
    }

    @Test(arguments: [
        Place("America/Montreal", 11..<14, inParis: 17..<20), Place("Indian/Reunion", 19..<22, inParis: 16..<19),
        Place("Asia/Tokyo", 17..<21, inParis: 10..<13), Place("Australia/Lord_Howe", 18..<22, inParis: 8..<12),
    ])
    func `over a year with its changes of the clocks, each meets within their own hours`(_ place: Place) throws {
        let pair = try pair(place)
        let plan = try pair.plan()
        #expect(plan.slots.count >= 12 && plan.warnings.isEmpty)
        #expect(PlannedPair.gaps(plan.slots).allSatisfy { (21...28).contains($0) })
        let zone = try Samples.zone(place.zone)
        for slot in plan.slots {
            for (zone, hours) in [(zone, place.there), (pair.programme.zone, place.inParis)] {
                let (start, end) = (zone.local(at: slot.starts), zone.local(at: slot.span.upperBound))
                #expect(start.date.weekday == .tuesday && end.date == start.date)
                #expect(hours.lowerBound <= start.time.hour && end.time.secondsOfDay <= hours.upperBound * 3600)
            }
        }
    }

    @Test func `hours that two have in common on one side of a change only give meetings there, and a warning`() throws
    {
        // On Réunion it is three hours later in winter, and two in summer: an hour and a half becomes half an hour.
        let pair = try pair(Place("Indian/Reunion", 20..<22, inParis: 17..<19))
        let plan = try pair.plan()
        let (spring, autumn) = (try Samples.date("2027-03-28"), try Samples.date("2027-10-31"))
        #expect(plan.slots.contains { $0.start.date < spring } && plan.slots.contains { $0.start.date >= autumn })
        #expect(!plan.slots.contains { (spring..<autumn).contains($0.start.date) })
        let warning = try #require(plan.warnings.first)
        guard case .gap(let from, let to, 42) = warning.reason, plan.warnings.count == 1 else {
            Issue.record("\(plan.warnings)")
            return
        }
        #expect(from < spring && to >= autumn)
    }

    @Test func `nobody meets at an hour that the clocks leave out or show twice`() throws {
        let pair = try PlannedPair { claire, thomas, relationship in
            claire.available = [try Samples.window(.sunday, "02:00", "04:00")]
            thomas.available = claire.available
            relationship.series = relationship.series.filter { $0.name == .session }
            relationship.series[0].cadence = .days(7...7)
            relationship.series[0].minutes = 60
            relationship.series[0].preferred = WeekdayTime(
                weekday: .sunday, time: try #require(LocalTime("02:30")))
        }
        let starts = Dictionary(
            uniqueKeysWithValues: try pair.plan().slots.map { ($0.start.date.description, $0.start.time.description) })
        #expect(starts["2027-03-21"] == "02:30" && starts["2027-10-24"] == "02:30")
        #expect(starts["2027-03-28"] == "03:00")
        #expect(starts["2027-10-31"] == "03:00")
    }
}
