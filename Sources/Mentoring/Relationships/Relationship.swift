public import CivilTime

/// Mentor(s) and mentee(s) who meet at a rhythm between two dates, perhaps with a mediator to turn to.
public struct Relationship: Sendable, Hashable, Identifiable {
    /// The admin's key for the relationship, such as `claire-thomas`; unique in a programme.
    public struct ID: Key {
        public let rawValue: String
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    public var mentors: [Person.ID]
    public var mentees: [Person.ID]
    public var mediator: Person.ID?
    /// Copied on every invitation, for a minor's safety; never an attendee whose absence matters.
    public var referent: Person.ID?
    public var groups: [String]
    public var start: CivilDate
    /// The last day on which a meeting may fall; nil for an open end.
    public var end: CivilDate?
    /// Wall times of the meetings are in this zone.
    public var zone: Zone
    /// `session` always, `review` mostly, and what the admin names; in the order of the file, `session` first.
    public var series: [Series]
    public var objectives: [Objective]
    /// Days of meetings that were held before Jalon; they count for ordinals, rhythm and reviews.
    public var met: [CivilDate]
    /// Rules that never fire for this relationship.
    public var without: Set<Rule.ID>
    public var formerly: ID?
    /// When it rests, in the order of the days; none overlap.
    public internal(set) var pauses: [Pause] = []
    /// Single days on which no meeting falls, because one was called off.
    public internal(set) var skipped: Set<CivilDate> = []

    public init(
        id: ID, mentors: [Person.ID], mentees: [Person.ID], mediator: Person.ID? = nil, referent: Person.ID? = nil,
        groups: [String] = [], start: CivilDate, end: CivilDate? = nil, zone: Zone, series: [Series],
        objectives: [Objective] = [], met: [CivilDate] = [], without: Set<Rule.ID> = [], formerly: ID? = nil
    ) {
        self.id = id
        self.mentors = mentors
        self.mentees = mentees
        self.mediator = mediator
        self.referent = referent
        self.groups = groups
        self.start = start
        self.end = end
        self.zone = zone
        self.series = series
        self.objectives = objectives
        self.met = met
        self.without = without
        self.formerly = formerly
    }

    public func isPaused(on date: CivilDate) -> Bool { pauses.contains { $0.contains(date) } }

    /// Those who must be free for a meeting: mentors, then mentees.
    public var parties: [Person.ID] { mentors + mentees }

    /// The role that a person has here; nil for somebody who has none.
    public func role(of person: Person.ID) -> Role? {
        if mentors.contains(person) { return .mentor }
        if mentees.contains(person) { return .mentee }
        if mediator == person { return .mediator }
        return referent == person ? .referent : nil
    }

    public func series(named name: Series.Name) -> Series? {
        series.first { $0.name == name }
    }
}
