import CivilTime

/// Finds what keeps people from meeting.
struct Explanation {
    let programme: Programme
    let grid: Int

    /// Why a stretch of a series has no date at all: the first thing that leaves nothing, and whose it is.
    func obstacle(to stretch: SeriesStretch) -> PlanningWarning.Reason {
        let relationship = stretch.relationship
        let parties = relationship.parties.compactMap { programme.people[$0] }
        let week = DateSpan(first: stretch.days.first, last: stretch.days.first.adding(days: 370))
        let hours = parties.map { FreeTime(of: $0, on: week, leavingOut: [.absence, .busy]) }
        let isLong = { (time: FreeTime) in time.spans.contains { $0.minutes >= stretch.series.minutes } }
        guard isLong(Self.common(of: hours)) else {
            for (one, mine) in hours.enumerated() {
                for (other, theirs) in hours.enumerated() where other > one && !isLong(mine.common(with: theirs)) {
                    return .noCommonHour([parties[one].id, parties[other].id])
                }
            }
            return .noCommonHour(parties.map(\.id))
        }
        if !leavesDay(stretch, parties: parties, without: [.absence, .busy]) { return .noDay }
        if !leavesDay(stretch, parties: parties, without: [.busy]) {
            return .absences(culprits(stretch, parties) { $0.away = [] })
        }
        if !leavesDay(stretch, parties: parties, without: []) {
            return .calendars(culprits(stretch, parties) { $0.busy = [] })
        }
        return .otherMeetings
    }

    private func leavesDay(_ stretch: SeriesStretch, parties: [Person], without: Set<FreeTime.Part>) -> Bool {
        let span = DateSpan(first: stretch.days.first.adding(days: -1), last: stretch.days.last.adding(days: 1))
        let common = Self.common(of: parties.map { FreeTime(of: $0, on: span, leavingOut: without) })
        return !stretch.candidates(in: common, grid: grid, holidays: programme.holidays).candidates.isEmpty
    }

    /// Those of whom any one, relieved, would leave a day; all where nobody alone is the reason.
    private func culprits(
        _ stretch: SeriesStretch, _ parties: [Person], relieving: (inout Person) -> Void
    ) -> [Person.ID] {
        let alone = parties.indices.filter { index in
            var relieved = parties
            relieving(&relieved[index])
            return leavesDay(stretch, parties: relieved, without: [])
        }
        return (alone.isEmpty ? Array(parties.indices) : alone).map { parties[$0].id }
    }

    private static func common(of times: [FreeTime]) -> FreeTime {
        times.dropFirst().reduce(times.first ?? .none) { $0.common(with: $1) }
    }
}
