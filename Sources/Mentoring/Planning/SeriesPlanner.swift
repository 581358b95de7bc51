import CivilTime

/// Plans one series of one relationship against the diaries so far.
struct SeriesPlanner {
    let series: Series
    let hours: CommonHours
    let span: DateSpan
    let held: [Meeting]
    let fixed: [Meeting]

    init(series: Series, hours: CommonHours, span: DateSpan, held: [Meeting], fixed: [Meeting]) {
        self.series = series
        self.hours = hours
        self.span = span
        self.held = held.filter { $0.series == series.name }.sorted { $0.starts < $1.starts }
        self.fixed = fixed.filter { $0.series == series.name }.sorted { $0.starts < $1.starts }
        finder = DayFinder(hours: hours, preferred: Self.preference(of: series, hours: hours))
    }

    let finder: DayFinder

    /// - Parameter others: what another series of the relationship has already; two meetings of a pair fall on two days.
    func plan(diary: Diary, apartFrom others: [Slot]) -> Plan {
        let takenDays = Set(others.map(\.start.date))
        var banned: Set<CivilDate> = []
        // Each round bans one day at least, so there are no more rounds than days.
        for _ in 0...span.days.count {
            let slots = slots(diary: diary, without: takenDays.union(banned))
            guard let overfull = overfullDay(of: slots, diary: diary) else {
                return Plan(slots: slots, warnings: warnings(for: slots))
            }
            banned.insert(overfull)
        }
        return Plan(warnings: [warning(.noFreeDay)])
    }

    private var relationship: Relationship { hours.relationship }

    /// The last day on which a meeting took place, before Jalon or with it.
    private var heldLast: CivilDate? {
        let before = series.name == .session ? relationship.met : []
        return (before + held.map(\.start.date)).max()
    }

    private func slots(diary: Diary, without closed: Set<CivilDate>) -> [Slot] {
        let fixedDays = Set(fixed.map(\.start.date))
        let free: [(RhythmPath.Node, Slot)] = span.days.compactMap { date in
            guard !closed.contains(date), !fixedDays.contains(date),
                let candidate = finder.best(on: date, minutes: series.minutes, diary: diary)
            else { return nil }
            let slot = Slot(
                relationship: relationship.id, series: series.name, ordinal: 0, start: candidate.start,
                starts: candidate.starts, minutes: series.minutes)
            return (RhythmPath.Node(date: date, cost: candidate.cost, isFixed: false), slot)
        }
        let standing = fixed.map { meeting in
            let slot = Slot(
                relationship: relationship.id, series: series.name, ordinal: 0, merged: meeting.merged,
                start: meeting.start, starts: meeting.starts, minutes: meeting.minutes, standing: meeting.id)
            return (RhythmPath.Node(date: meeting.start.date, cost: 0, isFixed: true), slot)
        }
        let all = (free + standing).sorted { $0.0.date < $1.0.date }
        let path = RhythmPath(
            rhythm: Rhythm(series), nodes: all.map(\.0), heldLast: heldLast, start: relationship.start, end: span.last)
        let before = series.name == .session ? relationship.met.count : 0
        return path.cheapest().enumerated().map { index, chosen in
            var slot = all[chosen].1
            slot.ordinal = before + held.count + index + 1
            return slot
        }
    }

    /// A chosen day that takes somebody over their hours, because several of this series fall in one month.
    private func overfullDay(of slots: [Slot], diary: Diary) -> CivilDate? {
        var copy = diary
        for slot in slots where slot.standing == nil {
            guard copy.hasRoom(for: slot.minutes, on: slot.start.date, people: hours.parties) else {
                return slot.start.date
            }
            copy.enter(slot.span, on: slot.start.date, for: relationship.parties)
        }
        return nil
    }

    private func warnings(for slots: [Slot]) -> [PlanningWarning] {
        guard !span.days.isEmpty else { return [] }
        guard !slots.isEmpty else {
            let reason: PlanningWarning.Reason =
                hours.existInAWeek(minutes: series.minutes, from: span.first) ? .noFreeDay : .noCommonHour
            // A span shorter than the rhythm needs no meeting.
            let from = heldLast ?? relationship.start
            return from.days(until: span.last) <= series.cadence.window.upperBound && reason == .noFreeDay
                ? [] : [warning(reason)]
        }
        guard let maxGap = series.maxGap else { return [] }
        let dates = [heldLast ?? relationship.start] + slots.map(\.start.date) + [span.last]
        return zip(dates, dates.dropFirst()).compactMap { from, to in
            from.days(until: to) > maxGap ? warning(.gap(from: from, to: to, longest: maxGap)) : nil
        }
    }

    private func warning(_ reason: PlanningWarning.Reason) -> PlanningWarning {
        PlanningWarning(relationship: relationship.id, series: series.name, reason: reason)
    }

    /// The admin's preference or, where there is none, the first hour of the week that all have in common, so that the
    /// meetings keep to one weekday.
    private static func preference(of series: Series, hours: CommonHours) -> WeekdayTime {
        if let preferred = series.preferred { return preferred }
        let sessions = hours.relationship.series(named: .session)?.preferred
        if let sessions { return sessions }
        let start = hours.relationship.start
        for shift in 0..<28 {
            let date = start.adding(days: shift)
            if let span = hours.spans(on: date).first(where: { $0.minutes >= series.minutes }) {
                let time = hours.relationship.zone.local(at: span.lowerBound).time
                return WeekdayTime(weekday: date.weekday, time: time)
            }
        }
        return WeekdayTime(weekday: start.weekday, time: .midnight)
    }
}
