import CivilTime
import Mentoring
import Testing

/// Claire and Thomas, from December 2026 to November 2027, and what is planned for them.
struct PlannedPair {
    var programme: Programme

    /// - Parameter change: what is different about the mentor, the mentee and their relationship.
    init(
        holidays: Set<CivilDate> = [],
        _ change: (inout Person, inout Person, inout Relationship) throws -> Void = { _, _, _ in }
    ) throws {
        var claire = try Samples.person("claire")
        var thomas = try Samples.person("thomas")
        var relationship = try Samples.relationship()
        try change(&claire, &thomas, &relationship)
        programme = try Samples.programme(people: [claire, thomas], relationships: [relationship], holidays: holidays)
    }

    var relationship: Relationship? { programme.relationships[Relationship.ID("claire-thomas")] }

    /// A year from `now` on, in Paris.
    func plan(meetings: [Meeting] = [], now: String = "2026-11-16T00:00") throws -> Plan {
        let instant = try Samples.moment(now, in: programme.zone)
        let through = programme.zone.local(at: instant).date.adding(days: 365)
        let plans = Planner(programme: programme).plan(meetings: meetings, now: instant, through: through)
        return try #require(plans[Relationship.ID("claire-thomas")])
    }

    /// The meetings of a plan from nothing, the first of them announced.
    func meetings(announced: Int = 0) throws -> [Meeting] {
        let now = try Samples.moment("2026-11-16T00:00", in: programme.zone)
        var meetings = Samples.meetings(of: programme, at: now, through: try Samples.date("2027-11-16"))
        for index in meetings.indices.prefix(announced) { meetings[index].state = .announced }
        return meetings
    }

    static func gaps(_ slots: [Slot]) -> [Int] {
        zip(slots, slots.dropFirst()).map { $0.start.date.days(until: $1.start.date) }
    }
}
