import CivilTime

/// What a new plan does to the meetings of one relationship.
public struct MeetingRevision: Sendable {
    /// All meetings ahead as they should be, known and new ones, in the order of their start.
    public var ahead: [Meeting]
    /// Announced meetings that will not be: their state is `cancelled`, their version is raised.
    public var cancelled: [Meeting]
    /// Planned meetings that nobody knew of and that are no more.
    public var dropped: [Meeting.ID]

    /// - Parameters:
    ///   - slots: the plan, standing meetings included.
    ///   - known: the planned and announced meetings ahead of the relationship.
    ///   - relationship: nil where it has gone from the programme: everything ahead is cancelled.
    ///   - identify: gives a new meeting its id and its UID.
    public init(
        slots: [Slot], known: [Meeting], relationship: Relationship?,
        identify: () -> (id: Meeting.ID, uid: String)
    ) {
        let byID = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
        var open = slots.filter { $0.standing == nil }
        var ahead = slots.compactMap { slot in
            slot.standing.flatMap { byID[$0] }.map { $0.dated(by: slot, in: relationship) }
        }
        let standing = Set(ahead.map(\.id))
        let loose = known.filter { !standing.contains($0.id) }.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
        var cancelled: [Meeting] = []
        // A promise that cannot be kept moves to the nearest new date; only then do the others take what is left.
        for meeting in loose where meeting.state == .announced {
            // Nobody wants to hear in a pause that a date has moved to after it.
            let rests = relationship?.isPaused(on: meeting.start.date) ?? false
            let fitting = rests ? [] : open.indices.filter { open[$0].series == meeting.series }
            let distance = { (index: Int) in abs(open[index].starts.seconds(until: meeting.starts)) }
            if let nearest = fitting.min(by: { distance($0) < distance($1) }) {
                ahead.append(meeting.dated(by: open.remove(at: nearest), in: relationship))
            } else {
                cancelled.append(meeting.calledOff())
            }
        }
        var spare = loose.filter { $0.state == .planned }
        for slot in open {
            if let index = spare.firstIndex(where: { $0.series == slot.series }) {
                ahead.append(spare.remove(at: index).dated(by: slot, in: relationship))
            } else if let relationship {
                let (id, uid) = identify()
                ahead.append(Meeting(id: id, uid: uid, slot: slot, in: relationship))
            }
        }
        self.ahead = ahead.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
        self.cancelled = cancelled
        dropped = spare.map(\.id)
    }
}

extension Meeting {
    /// A new meeting at a date that the planner has chosen.
    init(id: ID, uid: String, slot: Slot, in relationship: Relationship) {
        self.init(
            id: id, uid: uid, relationship: slot.relationship, series: slot.series, ordinal: slot.ordinal,
            merged: slot.merged, start: slot.start, zone: relationship.zone.name, starts: slot.starts,
            minutes: slot.minutes, place: relationship.series(named: slot.series)?.place(ofMeeting: slot.ordinal))
    }

    /// The same meeting at a date of the plan; its version rises when what was promised changes.
    func dated(by slot: Slot, in relationship: Relationship?) -> Meeting {
        var copy = self
        copy.ordinal = slot.ordinal
        copy.merged = slot.merged
        copy.start = slot.start
        copy.starts = slot.starts
        copy.minutes = slot.minutes
        if let relationship {
            copy.zone = slot.standing == nil ? relationship.zone.name : zone
            copy.place = relationship.series(named: series)?.place(ofMeeting: slot.ordinal)
        }
        if copy.starts != starts || copy.minutes != minutes { copy.version += 1 }
        // Another date than the one that was asked for is nobody's wish.
        if copy.starts != starts { copy.isAskedFor = false }
        return copy
    }

    /// The same meeting under the new id of its relationship.
    public func moved(to relationship: Relationship.ID) -> Meeting {
        var copy = self
        copy.relationship = relationship
        return copy
    }

    /// The same meeting, cancelled.
    public func calledOff() -> Meeting {
        var copy = self
        copy.state = .cancelled
        copy.version += 1
        return copy
    }
}
