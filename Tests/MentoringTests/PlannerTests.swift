import CivilTime
import Foundation
import Mentoring
import Testing

@Suite struct PlannerTests {
    @Test func `meetings keep to the preferred hour and to the rhythm`() throws {
        let plan = try PlannedPair().plan()
        #expect(plan.slots.count >= 13)
        #expect(plan.slots.allSatisfy { $0.start.date.weekday == .thursday && $0.start.time.description == "18:30" })
        #expect(PlannedPair.gaps(plan.slots).allSatisfy { (21...28).contains($0) })
        #expect(plan.warnings.isEmpty)
    }

    @Test func `the first meeting falls in the first two weeks`() throws {
        let first = try #require(PlannedPair().plan().slots.first)
        #expect(first.start.date <= (try Samples.date("2026-12-15")))
    }

    @Test func `a session nearest to each quarter becomes the review, and is longer`() throws {
        let plan = try PlannedPair().plan()
        let reviews = plan.slots.filter { $0.merged != nil }
        #expect(reviews.compactMap(\.merged?.ordinal).starts(with: [1, 2, 3]))
        #expect(reviews.allSatisfy { $0.minutes == 120 })
        let start = try Samples.date("2026-12-01")
        for review in reviews {
            let ideal = start.adding(months: 3 * (review.merged?.ordinal ?? 0))
            #expect(abs(review.start.date.days(until: ideal)) <= 21)
        }
    }

    @Test func `nobody meets on a holiday or while somebody is away`() throws {
        let free = try PlannedPair().plan()
        let holiday = free.slots[1].start.date
        let away = free.slots[3].start.date
        let pair = try PlannedPair(holidays: [holiday]) { claire, _, _ in
            claire.away = [away...away.adding(days: 6)]
        }
        let plan = try pair.plan()
        #expect(!plan.slots.contains { $0.start.date == holiday })
        #expect(!plan.slots.contains { (away...away.adding(days: 6)).contains($0.start.date) })
        #expect(!plan.slots.isEmpty)
    }

    @Test func `a person with two relationships is never booked twice`() throws {
        let people = try ["claire", "thomas", "lea"].map { try Samples.person($0) }
        let one = try Samples.relationship("a", mentee: "thomas")
        let other = try Samples.relationship("b", mentee: "lea")
        let programme = try Samples.programme(people: people, relationships: [one, other])
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        let plans = Planner(programme: programme).plan(
            meetings: [], now: now, through: try Samples.date("2027-11-30"))
        let slots = plans.values.flatMap(\.slots).sorted { $0.starts < $1.starts }
        #expect(slots.count > 20)
        for (slot, next) in zip(slots, slots.dropFirst()) {
            #expect(slot.span.upperBound <= next.span.lowerBound)
        }
    }

    @Test func `hours a month are respected`() throws {
        let pair = try PlannedPair { claire, _, relationship in
            claire.minutesPerMonth = 90
            relationship.series.removeLast()
        }
        let months = try pair.plan().slots.map { "\($0.start.date.year)-\($0.start.date.month)" }
        #expect(Set(months).count == months.count)
        #expect(months.count >= 10)
    }

    @Test func `windows of two zones meet where both are open, on either side of a change of the clocks`() throws {
        let pair = try PlannedPair { claire, thomas, relationship in
            claire.available = try [Weekday.tuesday].map { try Samples.window($0, "17:00", "20:00") }
            thomas = try Samples.person(
                "thomas", zone: "America/Toronto", available: [Samples.window(.tuesday, "11:00", "14:00")])
            relationship.series[0].preferred = nil
        }
        let plan = try pair.plan()
        #expect(plan.slots.count >= 12 && PlannedPair.gaps(plan.slots).allSatisfy { (21...28).contains($0) })
        let toronto = try Samples.zone("America/Toronto")
        for slot in plan.slots {
            let there = toronto.local(at: slot.starts)
            #expect((11..<14).contains(there.time.hour))
            #expect(there.adding(seconds: slot.minutes * 60 - 1).time.hour < 14)
            #expect(slot.start.time.hour >= 17)
        }
    }

    @Test func `people without a common hour get a warning that says so, and the others a plan`() throws {
        let people = [
            try Samples.person("claire"), try Samples.person("lea"),
            try Samples.person("thomas", available: [Samples.window(.monday, "08:00", "09:00")]),
        ]
        let stuck = try Samples.relationship("stuck")
        let fine = try Samples.relationship("fine", mentee: "lea")
        let programme = try Samples.programme(people: people, relationships: [stuck, fine])
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        let plans = Planner(programme: programme).plan(
            meetings: [], now: now, through: try Samples.date("2027-11-30"))
        #expect(plans[stuck.id]?.warnings.first?.reason == .noCommonHour(["claire", "thomas"].map { Person.ID($0) }))
        #expect(plans[stuck.id]?.slots == [])
        #expect((plans[fine.id]?.slots.count ?? 0) >= 13)
    }

    @Test func `a gap beyond max_gap is named with its dates`() throws {
        let from = try Samples.date("2027-02-01")
        let pair = try PlannedPair { claire, _, _ in claire.away = [from...from.adding(days: 60)] }
        let warnings = try pair.plan().warnings
        let warning = try #require(warnings.first)
        guard case .gap(let left, let right, let longest) = warning.reason else {
            Issue.record("no gap in \(warnings)")
            return
        }
        #expect(left < from && right > from.adding(days: 60) && longest == 42)
    }

    @Test func `what is announced stands though the preference has changed`() throws {
        let programme = try PlannedPair().programme
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        var first = try #require(
            Samples.meetings(of: programme, at: now, through: try Samples.date("2027-11-16")).first)
        first.state = .announced
        let tuesday = WeekdayTime(weekday: .tuesday, time: try #require(LocalTime("12:00")))
        let changed = try PlannedPair { _, _, relationship in relationship.series[0].preferred = tuesday }
        let plan = try changed.plan(meetings: [first])
        #expect(plan.slots.first?.standing == first.id)
        #expect(plan.slots.first?.start == first.start)
        #expect(plan.slots.dropFirst().allSatisfy { $0.start.date.weekday == .tuesday || $0.merged != nil })
    }

    @Test func `meetings held before count for ordinals and rhythm`() throws {
        let pair = try PlannedPair { _, _, relationship in
            relationship.start = try Samples.date("2026-09-15")
            relationship.met = try ["2026-10-01", "2026-10-29"].map(Samples.date)
        }
        let first = try #require(pair.plan().slots.first)
        #expect(first.ordinal == 3)
        #expect(try Samples.date("2026-10-29").days(until: first.start.date) <= 28)
    }

    @Test func `new dates lie at least the notice ahead`() throws {
        let plan = try PlannedPair().plan(now: "2027-01-11T10:00")
        let first = try #require(plan.slots.first)
        #expect(first.start.date >= (try Samples.date("2027-01-16")))
    }

    @Test func `the order of files does not matter`() throws {
        let people = try ["claire", "thomas", "lea", "yann"].map { try Samples.person($0) }
        let relationships = [
            try Samples.relationship("a", mentee: "thomas"), try Samples.relationship("b", mentee: "lea"),
            try Samples.relationship("c", mentor: "yann", mentee: "claire"),
        ]
        let one = try Samples.programme(people: people, relationships: relationships)
        let other = try Samples.programme(people: people.reversed(), relationships: relationships.reversed())
        let now = try Samples.moment("2026-11-16T00:00", in: one.zone)
        let through = try Samples.date("2027-11-16")
        let plans = [one, other].map { Planner(programme: $0).plan(meetings: [], now: now, through: through) }
        #expect(plans[0] == plans[1])
    }
}
