/// One kind of meeting that comes again and again in a relationship.
public struct Series: Sendable, Hashable {
    /// `session`, `review`, or a name of the admin's own.
    public struct Name: Key {
        public let rawValue: String
        public init(_ rawValue: String) { self.rawValue = rawValue }

        public static let session = Name("session")
        public static let review = Name("review")
    }

    /// How a series that is rarer than the sessions meets them.
    public enum Placement: String, Sendable, Hashable {
        /// The nearest session becomes this meeting: longer, with its agenda.
        case withSession = "session"
        /// A meeting of its own.
        case apart
    }

    public var name: Name
    public var cadence: Cadence
    /// Length of a meeting, in minutes.
    public var minutes: Int
    /// The longest gap, in days, that passes without a warning; nil where none is set.
    public var maxGap: Int?
    /// The relationship's own weekday and hour, on the wall clock of its zone.
    public var preferred: WeekdayTime?
    /// Where the first meeting is; the `then` place where nil.
    public var firstPlace: Place?
    /// Where the others are; nil where nothing is said.
    public var place: Place?
    public var placement: Placement

    public init(
        name: Name, cadence: Cadence, minutes: Int, maxGap: Int? = nil, preferred: WeekdayTime? = nil,
        firstPlace: Place? = nil, place: Place? = nil, placement: Placement = .apart
    ) {
        self.name = name
        self.cadence = cadence
        self.minutes = minutes
        self.maxGap = maxGap
        self.preferred = preferred
        self.firstPlace = firstPlace
        self.place = place
        self.placement = placement
    }

    /// - Parameter ordinal: counted from 1, meetings before Jalon included.
    public func place(ofMeeting ordinal: Int) -> Place? {
        ordinal == 1 ? firstPlace ?? place : place
    }
}
