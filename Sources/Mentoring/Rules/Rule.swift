/// A trigger, what must hold, and what to send; read from the admin's files.
public struct Rule: Sendable, Hashable, Identifiable {
    /// The admin's key for the rule, such as `day-before`; unique in a programme.
    public struct ID: Key {
        public let rawValue: String
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    public let id: ID
    public var trigger: Trigger
    /// All of them must hold; each is met by any one of its alternatives.
    public var onlyIf: [Condition]
    public var action: Action
    /// How long after its time a firing is still worth sending, in seconds; nil where the rule does not say.
    public var tooLateAfter: Int?
    /// The most firings that send, for one subject and recipient; nil for no limit.
    public var maxTimes: Int?
    /// Only relationships that carry one of these groups; all where empty.
    public var groups: [String]

    /// What `only_if` lists: one phrase, or several joined by "or".
    public struct Condition: Sendable, Hashable {
        public var alternatives: [Phrase]
        public init(anyOf alternatives: [Phrase]) { self.alternatives = alternatives }
    }

    public enum Action: Sendable, Hashable {
        /// Announce the meeting to those whom it concerns.
        case invitation(to: [Audience])
        case template(TemplateName, to: [Audience])

        public var audience: [Audience] {
            switch self {
            case .invitation(let audience), .template(_, let audience): audience
            }
        }

        public var template: TemplateName {
            switch self {
            case .invitation: .invitation
            case .template(let name, _): name
            }
        }
    }

    public init(
        id: ID, trigger: Trigger, onlyIf: [Condition] = [], action: Action, tooLateAfter: Int? = nil,
        maxTimes: Int? = nil, groups: [String] = []
    ) {
        self.id = id
        self.trigger = trigger
        self.onlyIf = onlyIf
        self.action = action
        self.tooLateAfter = tooLateAfter
        self.maxTimes = maxTimes
        self.groups = groups
    }
}
