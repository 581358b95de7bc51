public import CivilTime
public import Scheduling

/// Dates every meeting of every relationship, a rolling year ahead.
///
/// Nothing but the arguments counts: the same programme and the same meetings give the same plan on every machine.
/// Planned meetings among them are where the search begins, so that a plan changes only for a better one.
public struct Planner: Sendable {
    public let programme: Programme
    public let effort: Effort
    /// Meetings start on a multiple of so many minutes after midnight.
    public let grid: Int
    /// Whether a relationship that begins late pays for the gap as for any other. The core problem of `jalon solve` asks
    /// for two a day only, so that a few weeks of meetings may cost more than none for half a year.
    public let opensWithGap: Bool

    /// - Parameter grid: a divisor of 1,440.
    public init(programme: Programme, effort: Effort = .quick, grid: Int = 30, opensWithGap: Bool = true) {
        self.programme = programme
        self.effort = effort
        self.grid = grid
        self.opensWithGap = opensWithGap
    }

    /// - Parameters:
    ///   - meetings: all that the ledger knows; held ones give the rhythm, announced ones that are possible stand.
    ///   - now: new dates lie at least the programme's notice after it.
    ///   - through: the last day that is planned.
    ///   - released: announced meetings that may move although they are possible where they are.
    ///   - only: the relationships to plan; the meetings of others stay as they are. Nil for all.
    ///   - progress: called now and then with how much is done, from 0 to 1.
    public func plan(
        meetings: [Meeting], now: Instant, through: CivilDate, releasing released: Set<Meeting.ID> = [],
        only: Set<Relationship.ID>? = nil, progress: (Double) -> Void = { _ in }
    ) -> [Relationship.ID: Plan] {
        var problem = PlanningProblem(
            programme: programme, grid: grid, now: now, through: through, meetings: meetings, released: released,
            opensWithGap: opensWithGap)
        for id in (only.map(Array.init) ?? Array(programme.relationships.keys)).sorted() {
            if let relationship = programme.relationships[id] { problem.add(relationship) }
        }
        var timetable = problem.timetable()
        timetable.plan(effort: effort, from: problem.seed) { done, all in progress(Double(done) / Double(max(1, all))) }
        return problem.plans(from: timetable)
    }
}
