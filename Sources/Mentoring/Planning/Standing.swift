public import CivilTime

/// Why an announced meeting can no longer be where it is.
public enum Impossibility: Sendable, Hashable {
    case holiday(CivilDate)
    case away(Person.ID)
    case outsideRelationship
    /// The relationship rests that day.
    case paused
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
        if relationship.isPaused(on: date) { return .paused }
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
        // Whose time is taken until when, by which of those that stand.
        var latest: [Person.ID: Meeting] = [:]
        return announced.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }.reduce(into: []) { standing, meeting in
            let parties = relationships[meeting.relationship]?.parties ?? []
            let before = parties.compactMap { latest[$0] }
            guard impossibility(of: meeting, others: before) == nil else { return }
            standing.append(meeting)
            for person in parties where latest[person].map({ $0.ends < meeting.ends }) ?? true {
                latest[person] = meeting
            }
        }
    }
}

extension Impossibility: CustomStringConvertible {
    public var description: String {
        switch self {
        case .holiday(let date): "\(date) is a holiday"
        case .away(let person): "\(person) is away then"
        case .outsideRelationship: "that is outside the dates of the relationship"
        case .paused: "the relationship is paused then"
        case .relationshipGone: "the relationship is no longer in the configuration"
        case .doubleBooked(let person): "\(person) has another meeting then"
        }
    }
}
