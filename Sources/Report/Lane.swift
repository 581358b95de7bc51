public import CivilTime

extension RehearsalReport {
    /// A relationship on the timeline.
    public struct Lane: Sendable, Hashable {
        /// Names the file `calendars/relationships/ID.ics`.
        public var id: String
        public var title: String
        /// Names, mentors first.
        public var people: [String]
        public var start: CivilDate
        /// The last day; nil for an open end.
        public var end: CivilDate?
        /// In the order of time.
        public var meetings: [Mark]
        /// Days on which somebody of the relationship is away, both included.
        public var absences: [ClosedRange<CivilDate>]

        public init(
            id: String, title: String, people: [String], start: CivilDate, end: CivilDate? = nil,
            meetings: [Mark] = [], absences: [ClosedRange<CivilDate>] = []
        ) {
            self.id = id
            self.title = title
            self.people = people
            self.start = start
            self.end = end
            self.meetings = meetings
            self.absences = absences
        }
    }

    /// A meeting on the timeline.
    public struct Mark: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            case session, review
            /// A series that the admin has named.
            case other(String)
        }

        /// What had become of the meeting when the rehearsal ended.
        public enum State: Sendable, Hashable, CaseIterable {
            case held, announced, planned, missed, cancelled
        }

        /// On the wall clock of the relationship.
        public var start: LocalDateTime
        public var minutes: Int
        public var kind: Kind
        /// A place or a link, as text; nil where nothing is said.
        public var place: String?
        public var isVideo: Bool
        public var state: State
        /// What the meeting is called: `Rencontre 3`.
        public var title: String
        /// Where the meeting was first announced for, if it has moved since.
        public var movedFrom: LocalDateTime?

        public init(
            start: LocalDateTime, minutes: Int, kind: Kind, place: String? = nil, isVideo: Bool = false,
            state: State, title: String, movedFrom: LocalDateTime? = nil
        ) {
            self.start = start
            self.minutes = minutes
            self.kind = kind
            self.place = place
            self.isVideo = isVideo
            self.state = state
            self.title = title
            self.movedFrom = movedFrom
        }

        /// A title that counts the meetings of a series, in the page's language: `Point d’étape 2`.
        public static func title(_ kind: Kind, ordinal: Int, language: String) -> String {
            let name = ReportWords(language: language).kind(kind)
            return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(ordinal)"
        }

        var end: LocalDateTime { start.adding(seconds: minutes * 60) }
    }
}
