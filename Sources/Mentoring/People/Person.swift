public import CivilTime
public import MailMessage

/// Somebody who takes part in the programme: an address, a language, a zone, and when they can meet.
public struct Person: Sendable, Hashable, Identifiable {
    /// The admin's key for the person, such as `claire`; unique in a programme.
    public struct ID: Key {
        public let rawValue: String
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    public var name: String
    public var address: EmailAddress
    /// Other addresses whose answers count as this person's.
    public var aliases: [EmailAddress]
    public var language: Language
    public var zone: Zone
    /// The weekly hours in which the person can meet, on the wall clock of `zone`.
    public var available: [WeeklyWindow]
    /// Absences, both days included, in `zone`.
    public var away: [ClosedRange<CivilDate>]
    /// The most hours of meetings in a calendar month, in minutes; nil for no limit.
    public var minutesPerMonth: Int?
    /// Spans that subscribed calendars block, in the order of time; none overlaps another, whatever was given.
    public var busy: [Range<Instant>] {
        didSet { busy = busy.withoutOverlaps }
    }
    /// Rules that never send to this person.
    public var without: Set<Rule.ID>
    /// The id that this person had before, so that history and UIDs stay.
    public var formerly: ID?

    public init(
        id: ID, name: String, address: EmailAddress, aliases: [EmailAddress] = [], language: Language, zone: Zone,
        available: [WeeklyWindow], away: [ClosedRange<CivilDate>] = [], minutesPerMonth: Int? = nil,
        busy: [Range<Instant>] = [], without: Set<Rule.ID> = [], formerly: ID? = nil
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.aliases = aliases
        self.language = language
        self.zone = zone
        self.available = available
        self.away = away
        self.minutesPerMonth = minutesPerMonth
        self.busy = busy.withoutOverlaps
        self.without = without
        self.formerly = formerly
    }

    /// The part of the name by which a mail greets: what stands before the first space.
    public var givenName: String {
        name.split(separator: " ").first.map(String.init) ?? name
    }

    public func isAway(on date: CivilDate) -> Bool {
        away.contains { $0.contains(date) }
    }
}
