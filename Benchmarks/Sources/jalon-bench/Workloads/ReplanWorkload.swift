import CivilTime
import Mentoring
import Scheduling

/// Plans one relationship of many anew after its mentor has gone on leave.
enum ReplanWorkload {
    /// - Parameters:
    ///   - repeating: how many relationships, far from one another, are planned anew.
    ///   - count: how many there are in all.
    static func run(mode: String, repeating: Int, count: Int) throws {
        guard let start = CivilDate("2026-12-01") else { throw BenchmarkError.usage }
        var programme = try ProgrammeMaker.programme(relationships: count, start: start)
        let now = programme.zone.instant(of: LocalDateTime(start.adding(days: -20), .midnight))
        let through = start.adding(days: 364)
        let known = meetings(of: programme, now: now, through: through)
        var measurement = Measurement("replan", unit: "relationship")
        guard mode == "replan" else { return try Files.write(Array(measurement.line().utf8)) }
        let neighbourhood = Neighbourhood(of: programme)
        var times: [Duration] = []
        var dates = 0
        let clock = ContinuousClock()
        for round in 0..<repeating {
            let id = Relationship.ID("r\(round * count / max(1, repeating))")
            guard let mentor = programme.relationships[id]?.mentors.first, let first = known[id]?.first else {
                continue
            }
            programme.people[mentor]?.away = [first.start.date...first.start.date.adding(days: 30)]
            let begun = clock.now
            let near = neighbourhood.around([id]).sorted().flatMap { known[$0] ?? [] }
            let plans = Planner(programme: programme).plan(meetings: near, now: now, through: through, only: [id])
            times.append(begun.duration(to: clock.now))
            dates += plans[id]?.slots.count ?? 0
        }
        guard !times.isEmpty else { return }
        measurement.units = Double(repeating)
        measurement.counts = [
            ("relationships", count), ("dates", dates),
            ("median_us", times.sorted()[times.count / 2].microseconds), ("worst_us", times.max()?.microseconds ?? 0),
        ]
        try Files.write(Array(measurement.line().utf8))
    }

    /// A plan by which every relationship has what the others leave it.
    private static func meetings(
        of programme: Programme, now: Instant, through: CivilDate
    ) -> [Relationship.ID: [Meeting]] {
        let effort = Effort(stepsPerDemand: 0, mostSteps: 0, leastStepsPerDemand: 0)
        let plans = Planner(programme: programme, effort: effort).plan(meetings: [], now: now, through: through)
        return Dictionary(
            uniqueKeysWithValues: plans.map { id, plan in
                let meetings = plan.slots.map { slot in
                    Meeting(
                        id: Meeting.ID("m-\(id)-\(slot.ordinal)"), uid: "\(id)-\(slot.ordinal)", relationship: id,
                        series: slot.series, ordinal: slot.ordinal, start: slot.start, zone: programme.zone.name,
                        starts: slot.starts, minutes: slot.minutes)
                }
                return (id, meetings)
            })
    }
}

extension Duration {
    fileprivate var microseconds: Int {
        Int(components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000)
    }
}
