public import CivilTime

/// A meeting as calendars hold it: one VEVENT; RFC 5545 section 3.6.1.
///
/// Texts may hold any character; what a calendar cannot carry is escaped or left out when the event is written.
public struct Event: Hashable, Sendable {
    /// Names the meeting for life, in every calendar: `f3a9c1@exemple.fr`.
    public var uid: String
    /// The revision, from 0; raised when time, place or status changes, or when somebody is no longer invited.
    public var sequence: Int
    /// When these words were composed: DTSTAMP.
    public var stamp: Instant
    /// When the meeting was first announced.
    public var created: Instant
    /// When what is said of the meeting last changed.
    public var lastModified: Instant

    /// The wall time in `zone` at which the meeting starts.
    public var start: LocalDateTime
    /// The wall time in `zone` at which the meeting ends, not before `start`.
    public var end: LocalDateTime
    public var zone: Zone

    /// The title.
    public var summary: String
    /// Plain text; empty for none.
    public var description: String
    /// Where people meet; nil writes the conference's link there, if there is one.
    public var location: String?
    /// The https URI of a video conference; RFC 7986 section 5.11.
    public var conference: String?

    public var organizer: Organizer
    public var attendees: [Attendee]
    public var status: Status
    public var transparency: Transparency
    public var classification: Classification
    /// A word on this revision, such as why a meeting is cancelled.
    public var comment: String?
    /// Whether an attendee may propose another time; otherwise Outlook is told not to offer it.
    public var takesCounters: Bool
    /// Written in published calendars only: in invitations clients drop alarms, or reset the person's own.
    public var alarms: [Alarm]

    public init(
        uid: String, sequence: Int = 0, stamp: Instant, created: Instant, lastModified: Instant,
        start: LocalDateTime, end: LocalDateTime, zone: Zone, summary: String, description: String = "",
        location: String? = nil, conference: String? = nil, organizer: Organizer, attendees: [Attendee],
        status: Status = .confirmed, transparency: Transparency = .opaque,
        classification: Classification = .public, comment: String? = nil, takesCounters: Bool = false,
        alarms: [Alarm] = []
    ) {
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.created = created
        self.lastModified = lastModified
        self.start = start
        self.end = end
        self.zone = zone
        self.summary = summary
        self.description = description
        self.location = location
        self.conference = conference
        self.organizer = organizer
        self.attendees = attendees
        self.status = status
        self.transparency = transparency
        self.classification = classification
        self.comment = comment
        self.takesCounters = takesCounters
        self.alarms = alarms
    }

    /// Whether the meeting stands: the STATUS property; RFC 5545 section 3.8.1.11.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// Whether the time is taken: the TRANSP property; RFC 5545 section 3.8.2.7.
    public enum Transparency: String, Hashable, Sendable, CaseIterable {
        case opaque = "OPAQUE"
        case transparent = "TRANSPARENT"
    }

    /// Who may see it in a shared calendar: the CLASS property; RFC 5545 section 3.8.1.3.
    public enum Classification: String, Hashable, Sendable, CaseIterable {
        case `public` = "PUBLIC"
        case `private` = "PRIVATE"
        case confidential = "CONFIDENTIAL"
    }

    /// The instants that the wall times mean; a time in a gap takes the offset before it, one in a fold the first.
    public var span: (start: Instant, end: Instant) {
        (zone.instant(of: start), zone.instant(of: end))
    }
}
