public import CivilTime

/// One dated occurrence of a series: planned, announced, held, missed or cancelled.
public struct Meeting: Sendable, Hashable, Identifiable, Codable {
    /// Opaque, so that it can stand in logs: `m-09QX…`.
    public struct ID: Key {
        public let rawValue: String
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// May move freely: nobody has been told. Left by announcing it, or by planning without it.
        case planned
        /// Its invitation is in the outbox: a promise. Left when it is over, or cancelled.
        case announced
        /// It took place, or nobody said otherwise.
        case held
        /// It did not take place.
        case missed
        /// It was announced and will not be.
        case cancelled
    }

    /// A rarer series that this meeting serves as well, as a session that becomes the quarterly review.
    public struct Merged: Sendable, Hashable, Codable {
        public var series: Series.Name
        public var ordinal: Int

        public init(series: Series.Name, ordinal: Int) {
            self.series = series
            self.ordinal = ordinal
        }
    }

    public let id: ID
    /// The UID of the meeting's VEVENT, for life (RFC 5545 section 3.8.4.7).
    public let uid: String
    public internal(set) var relationship: Relationship.ID
    public let series: Series.Name
    /// The place in its series, counted from 1; meetings before Jalon included.
    public var ordinal: Int
    public var merged: Merged?
    /// On the wall clock of `zone`.
    public var start: LocalDateTime
    /// The IANA name of the zone.
    public var zone: String
    /// The instant of `start`, by the zone data of the day on which it was planned.
    public var starts: Instant
    public var minutes: Int
    public var place: Place?
    public var state: State
    /// Rises when the start, the end or the cancellation changes; a firing belongs to one version.
    public var version: Int
    /// A person asked for this date: it stands, announced or not.
    public var isAskedFor: Bool
    /// When somebody last said whether it took place; nil where nobody has.
    public var said: Instant?

    public init(
        id: ID, uid: String, relationship: Relationship.ID, series: Series.Name, ordinal: Int, merged: Merged? = nil,
        start: LocalDateTime, zone: String, starts: Instant, minutes: Int, place: Place? = nil,
        state: State = .planned, version: Int = 1, isAskedFor: Bool = false
    ) {
        self.id = id
        self.uid = uid
        self.relationship = relationship
        self.series = series
        self.ordinal = ordinal
        self.merged = merged
        self.start = start
        self.zone = zone
        self.starts = starts
        self.minutes = minutes
        self.place = place
        self.state = state
        self.version = version
        self.isAskedFor = isAskedFor
    }

    public var ends: Instant { starts.adding(seconds: Int64(minutes) * 60) }

    public var end: LocalDateTime { start.adding(seconds: minutes * 60) }

    /// The series whose agenda the meeting has: the merged one where there is one.
    public var kind: Series.Name { merged?.series ?? series }

    /// The meeting's place in a series that it serves; nil for another series.
    public func ordinal(in name: Series.Name) -> Int? {
        if name == series { return ordinal }
        return merged?.series == name ? merged?.ordinal : nil
    }
}
