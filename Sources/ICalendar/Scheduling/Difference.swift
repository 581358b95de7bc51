import CivilTime

/// What sets two states of one meeting apart, as far as participants are told.
struct Difference {
    /// The meeting is at another instant.
    let hasMoved: Bool
    /// Time, place or status is written otherwise, or somebody is no longer invited.
    let raisesSequence: Bool
    /// Anything at all is to be told.
    let isTold: Bool
    /// The attendees from now on, with what they have answered to what still stands.
    let attendees: [Attendee]
    /// Those who are invited no longer, as they were.
    let left: [Attendee]
    /// Addresses of those who are invited for the first time.
    let joined: [String]
    /// Addresses of those who were invited already.
    let stayed: [String]

    init(from old: Event, to new: Event, announcedStart: Instant?) {
        let before = Dictionary(old.attendees.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.attendees.map(\.key))

        let hasMoved = old.span != new.span || announcedStart.map { $0 != new.span.start } ?? false
        let isRewritten = (old.start, old.end, old.zone) != (new.start, new.end, new.zone)
        let isElsewhere = (old.location, old.conference) != (new.location, new.conference)
        let isReworded =
            (old.summary, old.description) != (new.summary, new.description)
            || (old.transparency, old.classification) != (new.transparency, new.classification)

        left = old.attendees.filter { !after.contains($0.key) }
        joined = new.attendees.filter { before[$0.key] == nil }.map(\.address)
        stayed = new.attendees.filter { before[$0.key] != nil }.map(\.address)
        let isSomebodyOther = new.attendees.contains { attendee in
            before[attendee.key].map { !$0.isDescribed(as: attendee) } ?? false
        }

        self.hasMoved = hasMoved
        raisesSequence = hasMoved || isRewritten || isElsewhere || old.status != new.status || !left.isEmpty
        isTold = raisesSequence || isReworded || isSomebodyOther || !joined.isEmpty
        attendees = new.attendees.map { attendee in
            var attendee = attendee
            let known = before[attendee.key]
            if hasMoved || known == nil {
                attendee.participation = .needsAction
            } else if attendee.participation == .needsAction, let known {
                attendee.participation = known.participation
            }
            return attendee
        }
    }
}

extension Attendee {
    /// Whether calendars show the same of both; an answer, and whether one is asked for, are no news to the others.
    fileprivate func isDescribed(as other: Attendee) -> Bool {
        (name, role, userType) == (other.name, other.role, other.userType)
    }
}
