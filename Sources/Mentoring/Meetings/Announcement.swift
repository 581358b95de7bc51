public import CivilTime
public import MailMessage

/// What the participants have been told of a meeting; the next message falls out of comparing it with what is true now.
public struct Announcement: Sendable, Hashable, Codable {
    /// Somebody on the invitation, as they were when they were told.
    public struct Participant: Sendable, Hashable, Codable {
        public var person: Person.ID
        public var address: EmailAddress
        public var name: String
        public var role: Role
        public var language: Language
        /// Without whom the meeting would not be one.
        public var isNeeded: Bool { role == .mentor || role == .mentee }

        /// To the date that is announced; nil for none yet.
        public var answer: GivenAnswer?
        /// When they last proposed another time than the date that is announced; nil for never.
        public var said: Instant?

        /// Whether what was said at a moment is not the last that is known of them, in whatever form that came.
        public func saysSomethingLater(than stamp: Instant) -> Bool {
            [answer?.stamp, said].compactMap(\.self).contains { $0 >= stamp }
        }

        public init(person: Person.ID, address: EmailAddress, name: String, role: Role, language: Language) {
            self.person = person
            self.address = address
            self.name = name
            self.role = role
            self.language = language
        }
    }

    public let meeting: Meeting.ID
    public let uid: String
    /// RFC 5545 section 3.8.7.4; 0 for the first invitation.
    public var sequence: Int
    /// The `sequence` that announced the present date: an answer to an earlier one is about another. Nil for 0.
    public var timeSequence: Int?
    /// When the present date was announced; nil for when the first invitation was composed.
    public var timeAnnounced: Instant?
    /// How often an answer has moved it; nil for never.
    public var movesByAnswers: Int?
    /// Rises with every change of what was said, text included; 0 for the first invitation.
    public var revision: Int
    public var kind: Series.Name
    public var start: LocalDateTime
    /// The instant that `start` meant when it was announced: newer zone data may give the same wall time another one.
    public var starts: Instant
    /// Where the meeting was announced for at first; differs from `start` once it has moved.
    public var firstStart: LocalDateTime
    /// The IANA name of the zone.
    public var zone: String
    public var minutes: Int
    public var place: Place?
    /// Stays with the meeting when the programme's mailbox changes.
    public var organizer: Mailbox
    /// Mentors, mentees, then the referent.
    public var participants: [Participant]
    public var isPrivate: Bool
    public var isCancelled: Bool
    /// When the first invitation was composed.
    public var created: Instant
    public var lastModified: Instant

    /// What is true of a meeting now, as an announcement that nobody has seen yet.
    ///
    /// - Parameter previous: what was announced before, which gives the organizer, the sequence and the birth date.
    public init(
        of meeting: Meeting, in relationship: Relationship, programme: Programme, previous: Announcement? = nil,
        at now: Instant
    ) {
        self.meeting = meeting.id
        uid = meeting.uid
        sequence = previous?.sequence ?? 0
        revision = previous?.revision ?? 0
        kind = meeting.kind
        start = meeting.start
        starts = meeting.starts
        firstStart = previous?.firstStart ?? meeting.start
        zone = meeting.zone
        minutes = meeting.minutes
        place = meeting.place
        organizer = previous?.organizer ?? programme.mailbox
        participants = programme.participants(of: relationship).map { person, role in
            Participant(
                person: person.id, address: person.address, name: person.name, role: role, language: person.language)
        }
        isPrivate = programme.isPrivate
        isCancelled = meeting.state == .cancelled
        created = previous?.created ?? now
        lastModified = previous?.lastModified ?? now
        movesByAnswers = previous?.movesByAnswers
        if let previous, previous.isAtSameTime(as: self), !previous.isCancelled {
            timeSequence = previous.timeSequence
            timeAnnounced = previous.timeAnnounced
            for index in participants.indices {
                let before = previous.participants.first {
                    $0.person == participants[index].person && $0.address == participants[index].address
                }
                participants[index].answer = before?.answer
                participants[index].said = before?.said
            }
        }
    }

    /// The same meeting, called off.
    public func cancelled() -> Announcement {
        var copy = self
        copy.isCancelled = true
        return copy
    }

    /// Whether both are at the same time, for as long: a change of it asks everybody again.
    public func isAtSameTime(as other: Announcement) -> Bool {
        (start, starts, zone, minutes) == (other.start, other.starts, other.zone, other.minutes)
    }

    public var end: LocalDateTime { start.adding(seconds: minutes * 60) }

    public func participants(as role: Role) -> [Participant] {
        participants.filter { $0.role == role }
    }

    /// Whether both say the same to everybody; when they were written does not count.
    public func says(theSameAs other: Announcement) -> Bool {
        var copy = other
        copy.sequence = sequence
        copy.revision = revision
        copy.lastModified = lastModified
        copy.created = created
        return copy == self
    }
}
