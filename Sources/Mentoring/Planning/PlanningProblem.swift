import CivilTime
import Scheduling

/// A programme and its meetings put as demands on people's time, and the solution read back as plans.
struct PlanningProblem {
    let programme: Programme
    let grid: Int
    let now: Instant
    let through: CivilDate
    private let opensWithGap: Bool

    private let held: [Relationship.ID: [Meeting]]
    private let standing: [Relationship.ID: [Meeting]]
    private let loose: [Relationship.ID: [Meeting]]
    private var stretches: [SeriesStretch] = []
    private var demands: [Demand] = []
    private(set) var seed: [[Int32]] = []
    private var numbers: [Person.ID: Int] = [:]
    private var people: [Person.ID] = []
    private var freeTimes: [Person.ID: FreeTime] = [:]
    private var planned: Set<Relationship.ID> = []

    init(
        programme: Programme, grid: Int, now: Instant, through: CivilDate, meetings: [Meeting],
        released: Set<Meeting.ID>, opensWithGap: Bool
    ) {
        self.opensWithGap = opensWithGap
        self.programme = programme
        self.grid = grid
        self.now = now
        self.through = through
        let settled = meetings.filter { $0.stands && !released.contains($0.id) }
        let possible = programme.standing(among: settled)
        let ids = Set(possible.map(\.id))
        held = Dictionary(grouping: meetings.filter { $0.state == .held }, by: \.relationship)
        standing = Dictionary(grouping: possible, by: \.relationship)
        loose = Dictionary(
            grouping: meetings.filter { ($0.state == .planned || released.contains($0.id)) && !ids.contains($0.id) },
            by: \.relationship)
    }

    /// Puts what a relationship needs among the demands.
    mutating func add(_ relationship: Relationship) {
        planned.insert(relationship.id)
        var common: FreeTime?
        for series in relationship.series where series.name == .session || series.placement == .apart {
            let own = { (meetings: [Meeting]?) in (meetings ?? []).filter { $0.series == series.name } }
            let stretches = SeriesStretch.all(
                of: series, in: relationship, programme: programme, now: now, through: through,
                held: held[relationship.id] ?? [], standing: own(standing[relationship.id]))
            for stretch in stretches {
                let time = common ?? commonTime(of: relationship)
                common = time
                add(stretch, in: time, had: own(loose[relationship.id]))
            }
        }
    }

    private mutating func add(_ stretch: SeriesStretch, in common: FreeTime, had: [Meeting]) {
        let relationship = stretch.relationship
        let (candidates, fixed) = stretch.candidates(in: common, grid: grid, holidays: programme.holidays)
        demands.append(
            Demand(
                parties: relationship.parties.map { number(of: $0) },
                companions: relationship.series.count > 1 ? planned.count : nil,
                rhythm: Rhythm(stretch.series, opensWithGap: opensWithGap),
                origin: stretch.origin, end: stretch.days.last.dayNumber, candidates: candidates, standing: fixed))
        let starts = Dictionary(had.map { ($0.starts.minute, $0.minutes) }) { first, _ in first }
        var dates: [Int32] = []
        var last: Int32 = .min
        for (index, candidate) in candidates.enumerated() where candidate.day > last {
            // Of two lengths at one hour the longer comes first.
            guard let minutes = starts[candidate.start], minutes >= Int(candidate.minutes) else { continue }
            dates.append(Int32(index))
            last = candidate.day
        }
        seed.append(dates)
        stretches.append(stretch)
    }

    private mutating func number(of person: Person.ID) -> Int {
        if let number = numbers[person] { return number }
        numbers[person] = people.count
        people.append(person)
        return people.count - 1
    }

    private mutating func commonTime(of relationship: Relationship) -> FreeTime {
        let all = DateSpan(first: programme.zone.local(at: now).date, last: through.adding(days: 1))
        var common: FreeTime?
        for id in relationship.parties {
            guard let person = programme.people[id] else { continue }
            let time = freeTimes[id] ?? FreeTime(of: person, on: all)
            freeTimes[id] = time
            common = common.map { $0.common(with: time) } ?? time
        }
        return common ?? FreeTime.none
    }

    func timetable() -> Timetable {
        var parties = people.map { Party(minutesPerMonth: programme.people[$0]?.minutesPerMonth) }
        let take = { (meeting: Meeting, blocks: Bool, parties: inout [Party]) in
            let month = Int(CivilDate.month(of: meeting.start.date))
            let minutes = Int(meeting.starts.minute)..<Int(meeting.ends.minute)
            for person in programme.relationships[meeting.relationship]?.parties ?? [] {
                guard let number = numbers[person] else { continue }
                parties[number].taken.append(Party.Taken(minutes: minutes, month: month, blocks: blocks))
            }
        }
        let month = CivilDate.month(of: programme.zone.local(at: now).date.adding(days: -1))
        for meeting in held.values.joined() where CivilDate.month(of: meeting.start.date) >= month {
            take(meeting, false, &parties)
        }
        // The meetings of relationships that are not planned now, and of series that are no longer.
        let series = Dictionary(grouping: stretches, by: \.relationship.id).mapValues { Set($0.map(\.series.name)) }
        for meeting in standing.values.joined() where series[meeting.relationship]?.contains(meeting.series) != true {
            take(meeting, true, &parties)
        }
        for meeting in loose.values.joined() where !planned.contains(meeting.relationship) {
            take(meeting, true, &parties)
        }
        return Timetable(parties: parties, demands: demands, buffer: programme.bufferMinutes)
    }

    func plans(from timetable: Timetable) -> [Relationship.ID: Plan] {
        var plans = Dictionary(uniqueKeysWithValues: planned.map { ($0, Plan()) })
        var counts: [Relationship.ID: [Series.Name: Int]] = [:]
        for (index, stretch) in stretches.enumerated() {
            let id = stretch.relationship.id
            let before = counts[id]?[stretch.series.name] ?? stretch.heldBefore
            let chosen = timetable.chosen[index].map { timetable.demands[index].candidates[Int($0)] }
            let slots = stretch.slots(chosen, after: before)
            counts[id, default: [:]][stretch.series.name] = before + slots.count
            plans[id]?.slots += slots
            plans[id]?.warnings += warnings(of: stretch, slots: slots)
        }
        for id in planned {
            guard let relationship = programme.relationships[id], var plan = plans[id] else { continue }
            plan.place(reviewsOf: relationship, held: held[id] ?? [], standing: standing[id] ?? [], through: through)
            plan.slots.sort { ($0.starts, $0.series) < ($1.starts, $1.series) }
            plans[id] = plan
        }
        return plans
    }

    private func warnings(of stretch: SeriesStretch, slots: [Slot]) -> [PlanningWarning] {
        if !slots.isEmpty { return stretch.gaps(among: slots) }
        guard stretch.isDue else { return [] }
        let obstacle = Explanation(programme: programme, grid: grid).obstacle(to: stretch)
        return [PlanningWarning(relationship: stretch.relationship.id, series: stretch.series.name, reason: obstacle)]
    }
}

extension Rhythm {
    init(_ series: Series, opensWithGap: Bool) {
        let window = series.cadence.window
        self.init(
            window: window, maxGap: series.maxGap, minimum: min(7, window.lowerBound),
            opensWithGap: opensWithGap)
    }
}

extension Instant {
    /// Whole minutes since 1970, as the timetable counts; meetings start on a minute.
    var minute: Int32 { Int32(clamping: secondsSinceEpoch / 60) }

    init(minute: Int32) {
        self.init(secondsSinceEpoch: Int64(minute) * 60)
    }
}

extension CivilDate {
    /// A number for a calendar month, higher for a later one.
    static func month(of date: CivilDate) -> Int { date.year * 12 + date.month }
}

extension Meeting {
    /// It moves only where it has become impossible, or when somebody asks.
    public var stands: Bool { state == .announced || state == .planned && isAskedFor }
}
