import CivilTime
import Mentoring
import Testing

@Suite struct MeetingRevisionTests {
    private func replan(
        _ programme: Programme, meetings: [Meeting], at now: Instant
    ) throws -> MeetingRevision {
        let plans = Planner(programme: programme).plan(
            meetings: meetings, now: now, through: programme.zone.local(at: now).date.adding(days: 365))
        let id = Relationship.ID("claire-thomas")
        var number = 100
        return MeetingRevision(
            slots: plans[id]?.slots ?? [], known: meetings, relationship: programme.relationships[id]
        ) {
            number += 1
            return (Meeting.ID("m-\(number)"), "m-\(number)@exemple.fr")
        }
    }

    private func start() throws -> (programme: Programme, now: Instant, meetings: [Meeting]) {
        let people = [try Samples.person("claire"), try Samples.person("thomas")]
        let programme = try Samples.programme(people: people, relationships: [Samples.relationship()])
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        var meetings = Samples.meetings(of: programme, at: now, through: try Samples.date("2027-11-16"))
        for index in 0..<2 { meetings[index].state = .announced }
        return (programme, now, meetings)
    }

    @Test func `planning again changes nothing`() throws {
        let (programme, now, meetings) = try start()
        let revision = try replan(programme, meetings: meetings, at: now)
        #expect(revision.ahead == meetings)
        #expect(revision.cancelled.isEmpty && revision.dropped.isEmpty)
    }

    @Test func `an absence moves the announced meeting that it makes impossible, and no other`() throws {
        var (programme, now, meetings) = try start()
        let day = meetings[1].start.date
        programme.people[Person.ID("claire")]?.away = [day...day]
        let revision = try replan(programme, meetings: meetings, at: now)
        let moved = try #require(revision.ahead.first { $0.id == meetings[1].id })
        #expect(moved.start != meetings[1].start)
        #expect(moved.version == meetings[1].version + 1)
        #expect(moved.uid == meetings[1].uid)
        #expect(revision.ahead.first { $0.id == meetings[0].id } == meetings[0])
        #expect(revision.cancelled.isEmpty)
    }

    @Test func `an earlier end cancels what was announced beyond it`() throws {
        var (programme, now, meetings) = try start()
        programme.relationships[Relationship.ID("claire-thomas")]?.end = meetings[0].start.date
        let revision = try replan(programme, meetings: meetings, at: now)
        #expect(revision.cancelled.map(\.id) == [meetings[1].id])
        #expect(revision.cancelled.first?.state == .cancelled)
        #expect(revision.dropped.count == meetings.count - 2)
        #expect(revision.ahead.map(\.id) == [meetings[0].id])
    }

    @Test func `a relationship that has gone cancels all that was announced`() throws {
        var (programme, now, meetings) = try start()
        programme.relationships = [:]
        let revision = try replan(programme, meetings: meetings, at: now)
        #expect(revision.cancelled.map(\.id) == meetings.prefix(2).map(\.id))
        #expect(revision.ahead.isEmpty)
    }
}
