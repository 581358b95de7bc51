public import CivilTime

/// Why an announced meeting can no longer be where it is.
public enum Impossibility: Sendable, Hashable {
    case holiday(CivilDate)
    case away(Person.ID)
    case outsideRelationship
    case relationshipGone
    /// A party has another meeting at that time, as when one person replaces another.
    case doubleBooked(Person.ID)
}

extension Programme {
    /// What makes an announced meeting impossible; nil where it stands, whatever else may have changed.
    ///
    /// - Parameter others: announced meetings that stand, against which nobody may be booked twice.
    public func impossibility(of meeting: Meeting, others: [Meeting]) -> Impossibility? {
        guard let relationship = relationships[meeting.relationship] else { return .relationshipGone }
        let date = meeting.start.date
        if date < relationship.start || relationship.end.map({ date > $0 }) ?? false { return .outsideRelationship }
        if holidays.contains(date) { return .holiday(date) }
        let parties = relationship.parties.compactMap { people[$0] }
        if let absent = parties.first(where: { $0.isAway(on: $0.zone.local(at: meeting.starts).date) }) {
            return .away(absent.id)
        }
        for other in others where other.starts < meeting.ends && meeting.starts < other.ends && other.id != meeting.id {
            let booked = Set(relationships[other.relationship]?.parties ?? [])
            if let twice = relationship.parties.first(where: booked.contains) { return .doubleBooked(twice) }
        }
        return nil
    }

    /// The announced meetings that stand, in the order of their start.
    ///
    /// Of two that book one person twice, the earlier one stands.
    public func standing(among announced: [Meeting]) -> [Meeting] {
        announced.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }.reduce(into: []) { standing, meeting in
            if impossibility(of: meeting, others: standing) == nil { standing.append(meeting) }
        }
    }
}
