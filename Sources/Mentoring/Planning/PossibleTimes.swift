import CivilTime
import Scheduling

/// The times at which one series of a relationship could meet, as far as the people's own time is concerned.
struct PossibleTimes {
    let relationship: Relationship
    let series: Series
    let preferred: WeekdayTime
    /// Meetings start on a multiple of so many minutes after midnight.
    let grid: Int
    let holidays: Set<CivilDate>

    /// Days on which a longer meeting is wanted, because a rarer series may take its place.
    let longer: [(days: DateSpan, minutes: Int)]

    /// Those in a common time of all parties, in the order of their starts.
    ///
    /// - Parameter days: the dates on the relationship's calendar that count.
    func candidates(in common: FreeTime, on days: DateSpan) -> [Candidate] {
        guard !days.isEmpty else { return [] }
        let zone = relationship.zone
        let least = Int64(series.minutes) * 60
        let step = Int64(grid) * 60
        var found: [Candidate] = []
        for span in common.spans where span.lowerBound.seconds(until: span.upperBound) >= least {
            let local = zone.local(at: span.lowerBound)
            guard local.date >= days.first.adding(days: -1), local.date <= days.last else { continue }
            let last = span.upperBound.adding(seconds: -least)
            // From the midnight of the wall clock, so that the grid is that of the hours on the wall.
            let into = Int64(local.time.secondsOfDay) % step
            var starts = into == 0 ? span.lowerBound : span.lowerBound.adding(seconds: step - into)
            while starts <= last {
                if let start = unambiguous(starts, in: zone), days.contains(start.date), isOpen(start.date) {
                    append(start, starts, until: span.upperBound, to: &found)
                }
                starts = starts.adding(seconds: step)
            }
        }
        return found
    }

    /// Nil for an hour that comes twice on its day: it is no hour to meet.
    private func unambiguous(_ instant: Instant, in zone: Zone) -> LocalDateTime? {
        let local = zone.local(at: instant)
        guard case .unique = zone.resolve(local) else { return nil }
        return local
    }

    private func isOpen(_ date: CivilDate) -> Bool {
        !holidays.contains(date) && !relationship.skipped.contains(date) && !relationship.isPaused(on: date)
    }

    private func append(
        _ start: LocalDateTime, _ starts: Instant, until end: Instant, to found: inout [Candidate]
    ) {
        let cost = cost(of: start)
        let long = longer.first { $0.days.contains(start.date) && $0.minutes > series.minutes }?.minutes
        let lengths = [(long, cost), (series.minutes, long == nil ? cost : cost + Self.tooShort)]
        for case (let minutes?, let cost) in lengths where minutes <= Int(starts.seconds(until: end) / 60) {
            found.append(
                Candidate(
                    start: Int(starts.minute), day: start.date.dayNumber, month: CivilDate.month(of: start.date),
                    minutes: minutes, cost: cost))
        }
    }

    private func cost(of start: LocalDateTime) -> Int {
        let off = series.name == .session ? 0 : distanceFromIdeal(of: start.date)
        let away = abs(start.time.secondsOfDay - preferred.time.secondsOfDay) / (grid * 60)
        return off + min(away, 8) + (start.date.weekday == preferred.weekday ? 0 : 6)
    }

    /// A rarer series counts its intervals from the start: days beyond a week from where that puts a meeting.
    private func distanceFromIdeal(of date: CivilDate) -> Int {
        guard case .months(let count) = series.cadence, count > 0 else { return 0 }
        let months = (CivilDate.month(of: date) - CivilDate.month(of: relationship.start)) / count
        let distances = (max(0, months - 1)...max(0, months) + 1).map {
            abs(series.cadence.ideal(ordinal: $0, from: relationship.start).days(until: date))
        }
        return max(0, (distances.min() ?? 0) - 7)
    }

    /// What it costs that a review has no more time than a session: as much as another weekday.
    private static let tooShort = 6

    /// The admin's preference or, where there is none, the first hour of the week that all have in common, so that the
    /// meetings keep to one weekday.
    static func preference(
        for series: Series, of relationship: Relationship, people: [Person.ID: Person]
    ) -> WeekdayTime {
        let said = series.preferred ?? relationship.series(named: .session)?.preferred
        if let said { return said }
        let parties = relationship.parties.compactMap { people[$0] }
        // Half a year later as well: windows of two zones may meet on one side of a change of the clocks only.
        for shift in [0, 182] {
            let first = relationship.start.adding(days: shift)
            let week = DateSpan(first: first, last: first.adding(days: 6))
            let hours = parties.map { FreeTime(of: $0, on: week, leavingOut: [.absence, .busy]) }
            let common = hours.dropFirst().reduce(hours.first ?? .none) { $0.common(with: $1) }
            let starts = common.spans.filter { $0.minutes >= series.minutes }
                .map { relationship.zone.local(at: $0.lowerBound) }
            if let start = starts.first(where: { week.contains($0.date) }) {
                return WeekdayTime(weekday: start.date.weekday, time: start.time)
            }
        }
        return WeekdayTime(weekday: relationship.start.weekday, time: .midnight)
    }
}
