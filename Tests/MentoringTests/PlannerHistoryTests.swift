import CivilTime
import Mentoring
import Testing

@Suite struct PlannerHistoryTests {
    private let id = Relationship.ID("claire-thomas")

    @Test func `a pause has no meeting, and the rhythm begins anew behind it`() throws {
        let (from, through) = (try Samples.date("2027-02-01"), try Samples.date("2027-04-15"))
        var pair = try PlannedPair()
        pair.programme = pair.programme.following([id: [.pause(from: from, through: through)]])
        let plan = try pair.plan()
        #expect(!plan.slots.contains { (from...through).contains($0.start.date) })
        let first = try #require(plan.slots.first { $0.start.date > through })
        #expect(through.days(until: first.start.date) <= 15)
        let before = plan.slots.filter { $0.start.date < from && $0.series == .session }
        #expect(first.ordinal == before.count + 1)
        #expect(plan.warnings.isEmpty, "a pause that was asked for is no gap: \(plan.warnings)")
    }

    @Test func `an open pause leaves nothing behind it`() throws {
        let from = try Samples.date("2027-02-01")
        var pair = try PlannedPair()
        pair.programme = pair.programme.following([id: [.pause(from: from, through: nil)]])
        let plan = try pair.plan()
        #expect(!plan.slots.isEmpty && plan.slots.allSatisfy { $0.start.date < from })
    }

    @Test func `reviews apart have days of their own, a quarter from each other`() throws {
        let plan = try PlannedPair { _, _, relationship in relationship.series[1].placement = .apart }.plan()
        let reviews = plan.slots.filter { $0.series == .review }
        let sessions = plan.slots.filter { $0.series == .session }
        #expect(reviews.count >= 3 && reviews.allSatisfy { $0.minutes == 120 && $0.merged == nil })
        #expect(Set(reviews.map(\.start.date)).isDisjoint(with: sessions.map(\.start.date)))
        #expect(PlannedPair.gaps(reviews).allSatisfy { (80...102).contains($0) })
        #expect(PlannedPair.gaps(sessions).allSatisfy { (21...28).contains($0) })
    }

    @Test func `after a slip the rhythm counts from the meeting that was held`() throws {
        let pair = try PlannedPair()
        var meetings = try Array(pair.meetings().prefix(2))
        meetings[0].state = .held
        meetings[1].state = .missed
        let now = meetings[1].start.date.adding(days: 1)
        let plan = try pair.plan(meetings: meetings, now: "\(now)T08:00")
        let next = try #require(plan.slots.first)
        #expect(next.ordinal == 2)
        #expect(now.days(until: next.start.date) < 14, "as soon as the notice and their hours allow")
    }

    @Test func `a series of the admin's own has its own rhythm`() throws {
        let name = Series.Name("atelier")
        let plan = try PlannedPair { _, _, relationship in
            relationship.series.append(Series(name: name, cadence: .days(56...70), minutes: 60))
        }.plan()
        let own = plan.slots.filter { $0.series == name }
        #expect(own.count >= 5 && PlannedPair.gaps(own).allSatisfy { (56...70).contains($0) })
        #expect(own.map(\.ordinal) == Array(1...own.count))
    }

    @Test(arguments: ["2026-01-05", "2025-09-01", "2020-01-01"])
    func `a relationship that began long ago and has not met yet begins now`(_ start: String) throws {
        let pair = try PlannedPair { _, _, relationship in relationship.start = try Samples.date(start) }
        let plan = try pair.plan()
        #expect(plan.slots.count >= 13 && plan.warnings.isEmpty)
        #expect(try Samples.date("2026-11-16").days(until: plan.slots[0].start.date) <= 5 + 14)
    }

    @Test func `a year with one possible day still has that meeting`() throws {
        let (from, through) = (try Samples.date("2026-11-01"), try Samples.date("2027-11-09"))
        let plan = try PlannedPair { claire, _, _ in claire.away = [from...through] }.plan()
        #expect(plan.slots.count == 1)
    }

    @Test func `a review that is longer takes hours of its own month only`() throws {
        let pair = try PlannedPair { claire, _, relationship in
            claire.minutesPerMonth = 180
            relationship.series[0].cadence = .days(14...14)
            relationship.series[0].maxGap = 21
        }
        let months = Dictionary(grouping: try pair.plan().slots) { "\($0.start.date.year)-\($0.start.date.month)" }
        #expect(months.values.allSatisfy { $0.reduce(0) { $0 + $1.minutes } <= 180 })
        let full = months.values.count { $0.count == 2 }
        #expect(full >= 6, "two sessions of an hour and a half fit in each month without a review: \(full)")
    }

    @Test func `a date that was asked for and has become impossible is asked for no longer`() throws {
        var pair = try PlannedPair()
        var meetings = try pair.meetings(announced: 1)
        meetings[0].isAskedFor = true
        let day = meetings[0].start.date
        pair.programme.people[Person.ID("claire")]?.away = [day...day]
        let revision = MeetingRevision(
            slots: try pair.plan(meetings: meetings).slots, known: meetings, relationship: pair.relationship
        ) { (Meeting.ID("new"), "new") }
        let moved = try #require(revision.ahead.first { $0.id == meetings[0].id })
        #expect(moved.start.date != day && !moved.isAskedFor)
    }

    @Test func `who is planned alone leaves the meetings of others where they are`() throws {
        let people = try ["claire", "thomas", "lea"].map { try Samples.person($0) }
        let relationships = [try Samples.relationship("a"), try Samples.relationship("b", mentee: "lea")]
        var programme = try Samples.programme(people: people, relationships: relationships)
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        let through = try Samples.date("2027-11-16")
        let meetings = Samples.meetings(of: programme, at: now, through: through)
        programme.relationships[Relationship.ID("a")]?.series[0].preferred = nil
        let plans = Planner(programme: programme).plan(
            meetings: meetings, now: now, through: through, only: [Relationship.ID("a")])
        #expect(Array(plans.keys) == [Relationship.ID("a")])
        let theirs = meetings.filter { $0.relationship == Relationship.ID("b") }.map { $0.starts..<$0.ends }
        let slots = try #require(plans[Relationship.ID("a")]).slots
        #expect(slots.count >= 12 && theirs.count >= 12)
        #expect(!slots.contains { slot in theirs.contains { $0.overlaps(slot.span) } })
    }
}
