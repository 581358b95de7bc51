import CivilTime
import Scheduling

/// A series of a relationship between two pauses: its rhythm begins anew with each.
struct SeriesStretch {
    let relationship: Relationship
    let series: Series
    let preferred: WeekdayTime
    /// Days on which new dates may fall; the last counts for the gap at the end.
    let days: DateSpan
    let origin: Demand.Origin
    /// Announced meetings in it, in the order of their starts.
    let standing: [Meeting]
    /// Meetings of the series that were held, here or before Jalon.
    let heldBefore: Int
    /// Days around each review that has no date yet, and how long it is.
    private let reviews: [(days: DateSpan, minutes: Int)]

    /// The stretches that are not over.
    static func all(
        of series: Series, in relationship: Relationship, programme: Programme, now: Instant, through: CivilDate,
        held: [Meeting], standing: [Meeting]
    ) -> [SeriesStretch] {
        let today = relationship.zone.local(at: now).date
        let earliest = max(relationship.start, today.adding(days: programme.noticeDays))
        let last = min(relationship.end ?? through, through)
        let met = series.name == .session ? relationship.met : []
        let own = held.filter { $0.series == series.name }
        let heldDays = (met + own.map(\.start.date)).sorted()
        let preferred = PossibleTimes.preference(for: series, of: relationship, people: programme.people)
        var first = relationship.start
        var found: [SeriesStretch] = []
        let ends = relationship.pauses.map { (last: $0.first.adding(days: -1), next: $0.last?.adding(days: 1)) }
        for (end, next) in ends + [(last, nil)] {
            let days = DateSpan(first: max(first, earliest), last: min(end, last))
            let inside = standing.filter { $0.start.date >= first && $0.start.date <= days.last }
                .sorted { $0.starts < $1.starts }
            if !days.isEmpty || !inside.isEmpty {
                let isFirst = first == relationship.start
                let since = heldDays.last { isFirst || $0 >= first }
                found.append(
                    SeriesStretch(
                        relationship: relationship, series: series, preferred: preferred, days: days,
                        origin: Self.origin(of: series, first: first, earliest: days.first, heldLast: since),
                        standing: inside,
                        heldBefore: heldDays.count,
                        reviews: reviewDays(for: series, in: relationship, through: last, settled: held + standing)))
            }
            guard let next, next <= last else { break }
            first = max(first, next)
        }
        return found
    }

    /// The first session falls in the first two weeks; a rarer series comes an interval after the start.
    ///
    /// - Parameter earliest: the first day that can still be planned: days that have passed without a meeting are no
    ///   reason to give up those to come.
    private static func origin(
        of series: Series, first: CivilDate, earliest: CivilDate, heldLast: CivilDate?
    ) -> Demand.Origin {
        if let heldLast { return .met(heldLast.dayNumber) }
        return series.name == .session ? .opens(max(first, earliest).dayNumber) : .met(first.dayNumber)
    }

    private static func reviewDays(
        for series: Series, in relationship: Relationship, through last: CivilDate, settled: [Meeting]
    ) -> [(days: DateSpan, minutes: Int)] {
        guard series.name == .session else { return [] }
        let reach = (series.cadence.window.upperBound + 1) / 2
        return relationship.reviewsWithSessions(through: last, settled: settled).map { review in
            let days = DateSpan(
                first: review.ideal.adding(days: -reach), last: review.ideal.adding(days: reach))
            return (days, review.series.minutes)
        }
    }

    // MARK: - Dates

    /// The possible times, standing ones among them, and the indices of those.
    func candidates(
        in common: FreeTime, grid: Int, holidays: Set<CivilDate>
    ) -> (candidates: [Candidate], standing: [Int]) {
        let possible = PossibleTimes(
            relationship: relationship, series: series, preferred: preferred, grid: grid, holidays: holidays,
            longer: reviews)
        var candidates = possible.candidates(in: common, on: days)
        var fixed: [Int] = []
        for meeting in standing {
            let candidate = Candidate(
                start: Int(meeting.starts.minute), day: meeting.start.date.dayNumber,
                month: CivilDate.month(of: meeting.start.date), minutes: meeting.minutes, cost: 0)
            let index = candidates.firstIndex { ($0.day, $0.start) >= (candidate.day, candidate.start) }
            let place = index ?? candidates.count
            candidates.insert(candidate, at: place)
            fixed.append(place)
        }
        return (candidates, fixed)
    }

    /// What stands, and what was chosen beside it.
    func slots(_ chosen: [Candidate], after before: Int) -> [Slot] {
        let taken = Set(standing.map { $0.start.date.dayNumber })
        let fresh = chosen.filter { !taken.contains(Int($0.day)) }.map { candidate in
            let starts = Instant(minute: candidate.start)
            return Slot(
                relationship: relationship.id, series: series.name, ordinal: 0,
                start: relationship.zone.local(at: starts), starts: starts, minutes: Int(candidate.minutes))
        }
        let known = standing.map { meeting in
            Slot(
                relationship: relationship.id, series: series.name, ordinal: 0, merged: meeting.merged,
                start: meeting.start, starts: meeting.starts, minutes: meeting.minutes, standing: meeting.id)
        }
        var slots = (fresh + known).sorted { $0.starts < $1.starts }
        for index in slots.indices { slots[index].ordinal = before + index + 1 }
        return slots
    }

    // MARK: - Warnings

    /// Whether a meeting should be in it: a stretch shorter than the rhythm needs none.
    var isDue: Bool {
        guard !days.isEmpty else { return false }
        return switch origin {
        case .opens(let day): days.last.dayNumber - day >= Self.week - 1
        case .met(let day): days.last.dayNumber - day > series.cadence.window.upperBound
        }
    }

    /// Days in which everybody's hours come round.
    private static let week = 7

    func gaps(among slots: [Slot]) -> [PlanningWarning] {
        guard let longest = series.maxGap else { return [] }
        let beginning =
            switch origin {
            case .opens(let day), .met(let day): CivilDate(dayNumber: day)
            }
        let dates = [beginning] + slots.map(\.start.date) + [max(days.last, beginning)]
        return zip(dates, dates.dropFirst()).compactMap { from, to in
            guard from.days(until: to) > longest else { return nil }
            return PlanningWarning(
                relationship: relationship.id, series: series.name,
                reason: .gap(from: from, to: to, longest: longest))
        }
    }
}
