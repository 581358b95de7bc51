public import CivilTime

/// Why an announced meeting, which stands, no longer suits; a person may have it moved.
public enum Conflict: Sendable, Hashable {
    /// It lies outside the hours in which somebody can meet.
    case outsideHours(Person.ID)
    /// Somebody's own calendar has something else at that time.
    case busy(Person.ID)
}

extension Conflict: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outsideHours(let person): "outside the hours of \(person)"
        case .busy(let person): "\(person) is busy then"
        }
    }
}

extension Programme {
    /// What speaks against the time of a meeting and yet does not make it impossible.
    public func conflicts(of meeting: Meeting) -> [Conflict] {
        guard let relationship = relationships[meeting.relationship] else { return [] }
        let span = meeting.starts..<meeting.ends
        return relationship.parties.compactMap { people[$0] }.flatMap { person -> [Conflict] in
            let suits = person.hours(around: person.zone.local(at: meeting.starts).date).contains {
                $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound
            }
            let isBusy = !person.busy.overlapping(span).isEmpty
            return (suits ? [] : [.outsideHours(person.id)]) + (isBusy ? [.busy(person.id)] : [])
        }
    }

    /// Whose hours of the month a meeting goes beyond, with the minutes that they would meet.
    ///
    /// - Parameter others: what counts for the month besides.
    public func fullMonths(
        with meeting: Meeting, among others: [Meeting]
    ) -> [(person: Person.ID, minutes: Int, most: Int)] {
        let month = CivilDate.month(of: meeting.start.date)
        let near = others.filter { $0.id != meeting.id && CivilDate.month(of: $0.start.date) == month }
        return (relationships[meeting.relationship]?.parties ?? []).compactMap { id in
            guard let most = people[id]?.minutesPerMonth else { return nil }
            let own = near.filter { relationships[$0.relationship]?.parties.contains(id) ?? false }
            let minutes = own.reduce(meeting.minutes) { $0 + $1.minutes }
            return minutes > most ? (id, minutes, most) : nil
        }
    }

    /// Announced meetings of a relationship that could be better: against somebody's hours or calendar, off the
    /// rhythm, or away from the preferred hour. Those within the notice are not among them.
    public func unsuited(among meetings: [Meeting], of id: Relationship.ID, now: Instant) -> [Meeting] {
        guard let relationship = relationships[id] else { return [] }
        let earliest = relationship.zone.local(at: now).date.adding(days: noticeDays)
        let own = meetings.filter { $0.relationship == id }.sorted { $0.starts < $1.starts }
        return own.indices.compactMap { index in
            let meeting = own[index]
            guard meeting.state == .announced, !meeting.isAskedFor, meeting.start.date >= earliest,
                let series = relationship.series(named: meeting.series)
            else { return nil }
            let neighbours =
                [own[..<index].last { $0.series == meeting.series }?.start.date]
                + [own[(index + 1)...].first { $0.series == meeting.series }?.start.date]
            let isOffRhythm = neighbours.compactMap(\.self).contains {
                !series.cadence.window.contains(abs($0.days(until: meeting.start.date)))
            }
            let isPreferred =
                series.preferred.map { $0.weekday == meeting.start.date.weekday && $0.time == meeting.start.time }
                ?? true
            return isOffRhythm || !isPreferred || !conflicts(of: meeting).isEmpty ? meeting : nil
        }
    }
}
