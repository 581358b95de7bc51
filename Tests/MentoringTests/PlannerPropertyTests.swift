import CivilTime
import Mentoring
import Testing

@Suite struct PlannerPropertyTests {
    private let through = CivilDate("2027-11-30")

    private func moment(_ programme: Programme) throws -> Instant {
        try Samples.moment("2026-11-16T00:00", in: programme.zone)
    }

    /// Those that begin until the end of January 2027 have been announced.
    private func announced(_ programme: Programme) throws -> [Meeting] {
        let limit = try Samples.date("2027-01-31")
        return Samples.meetings(of: programme, at: try moment(programme), through: try #require(through)).map {
            var meeting = $0
            if meeting.start.date <= limit { meeting.state = .announced }
            return meeting
        }
    }

    @Test(arguments: 1...60)
    func `of the announced meetings just those move that have become impossible`(seed: Int) throws {
        var dice = Dice(seed)
        var programme = try RandomProgramme.make(&dice)
        let meetings = try announced(programme)
        guard !meetings.isEmpty else { return }
        for _ in 0...dice.roll(3) { try RandomProgramme.edit(&programme, meetings: meetings, &dice) }
        let promised = meetings.filter { $0.state == .announced }
        let standing = Set(programme.standing(among: promised).map(\.id))
        let plans = Planner(programme: programme).plan(
            meetings: meetings, now: try moment(programme), through: try #require(through))
        var moved: Set<Meeting.ID> = []
        for id in programme.relationships.keys {
            let revision = MeetingRevision(
                slots: plans[id]?.slots ?? [], known: meetings.filter { $0.relationship == id },
                relationship: programme.relationships[id]
            ) { (Meeting.ID("new"), "new") }
            let now = Dictionary(
                uniqueKeysWithValues: revision.ahead.filter { $0.state == .announced }.map { ($0.id, $0) })
            for meeting in promised where meeting.relationship == id {
                let kept = now[meeting.id].map { $0.starts == meeting.starts && $0.minutes == meeting.minutes } ?? false
                if !kept { moved.insert(meeting.id) }
            }
        }
        #expect(moved.isDisjoint(with: standing))
        #expect(moved == Set(promised.map(\.id)).subtracting(standing))
    }

    @Test(arguments: 1...40)
    func `no plan breaks a hard rule`(seed: Int) throws {
        var dice = Dice(seed)
        var programme = try RandomProgramme.make(&dice)
        programme.bufferMinutes = dice.pick([0, 15, 30])
        let now = try moment(programme)
        let plans = Planner(programme: programme).plan(meetings: [], now: now, through: try #require(through))
        let slots = plans.values.flatMap(\.slots)
        for slot in slots {
            let relationship = try #require(programme.relationships[slot.relationship])
            #expect(slot.start.date >= relationship.start && slot.start.date <= (relationship.end ?? slot.start.date))
            for person in relationship.parties.compactMap({ programme.people[$0] }) {
                let local = (person.zone.local(at: slot.span.lowerBound), person.zone.local(at: slot.span.upperBound))
                let isInside = person.available.contains { window in
                    window.weekday == local.0.date.weekday && window.opens <= local.0.time
                        && local.1.time.secondsOfDay <= window.closes && local.1.date == local.0.date
                }
                #expect(isInside, "\(slot.start) is outside of the hours of \(person.id)")
            }
        }
        for person in programme.people.values {
            let own = slots.filter { programme.relationships[$0.relationship]?.parties.contains(person.id) ?? false }
                .sorted { $0.starts < $1.starts }
            for (slot, next) in zip(own, own.dropFirst()) {
                let free = slot.span.upperBound.seconds(until: next.span.lowerBound)
                #expect(free >= Int64(programme.bufferMinutes) * 60)
            }
            let months = Dictionary(grouping: own) { "\($0.start.date.year)-\($0.start.date.month)" }
            for (month, slots) in months {
                let minutes = slots.reduce(0) { $0 + $1.minutes }
                #expect(minutes <= person.minutesPerMonth ?? minutes, "\(person.id) \(month)")
            }
        }
        for (_, own) in Dictionary(grouping: slots, by: \.relationship) {
            for (slot, next) in zip(
                own.sorted { $0.starts < $1.starts }, own.sorted { $0.starts < $1.starts }.dropFirst())
            {
                #expect(slot.start.date.days(until: next.start.date) >= 7)
            }
        }
    }

    @Test(arguments: 1...10)
    func `a plan that is planned again stays as it is`(seed: Int) throws {
        var dice = Dice(seed)
        let programme = try RandomProgramme.make(&dice)
        let meetings = Samples.meetings(of: programme, at: try moment(programme), through: try #require(through))
        let cost = { (slots: [Slot]) in slots.map(\.starts) }
        let first = Planner(programme: programme).plan(
            meetings: meetings, now: try moment(programme), through: try #require(through))
        let again = Planner(programme: programme).plan(
            meetings: meetings.shuffled(by: &dice), now: try moment(programme), through: try #require(through))
        #expect(first.mapValues { cost($0.slots) } == again.mapValues { cost($0.slots) })
    }
}

extension Array {
    fileprivate func shuffled(by dice: inout Dice) -> [Element] {
        var copy = self
        for index in indices.reversed() { copy.swapAt(index, dice.roll(index + 1)) }
        return copy
    }
}
