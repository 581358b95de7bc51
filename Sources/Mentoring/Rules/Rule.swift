public import Conditions

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
    /// What phrases cannot say; must hold too.
    public var condition: Expression?
    /// States of a relationship in which the rule fires although rules do not.
    public var evenIf: Set<Rest>
    public var action: Action
    /// What follows, so long as what must hold still holds.
    public var then: [Step]
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

    /// A state in which nothing is sent, unless a rule says otherwise.
    public enum Rest: String, Sendable, Hashable, CaseIterable {
        case paused = "relationship is paused"
        case ended = "relationship is ended"
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

    /// `then: {after: 10 days, send: …}`.
    public struct Step: Sendable, Hashable {
        /// Counted from the moment at which the rule itself has sent.
        public var after: Offset
        public var action: Action

        public init(after: Offset, action: Action) {
            self.after = after
            self.action = action
        }
    }

    public init(
        id: ID, trigger: Trigger, onlyIf: [Condition] = [], condition: Expression? = nil, evenIf: Set<Rest> = [],
        action: Action, then: [Step] = [], tooLateAfter: Int? = nil, maxTimes: Int? = nil, groups: [String] = []
    ) {
        self.id = id
        self.trigger = trigger
        self.onlyIf = onlyIf
        self.condition = condition
        self.evenIf = evenIf
        self.action = action
        self.then = then
        self.tooLateAfter = tooLateAfter
        self.maxTimes = maxTimes
        self.groups = groups
    }

    /// - Parameter step: 0 for the rule's own, 1 for the first that follows; nil for one that is no more.
    public func action(ofStep step: Int) -> Action? {
        step == 0 ? action : then.indices.contains(step - 1) ? then[step - 1].action : nil
    }

    /// Everything that it sends.
    public var actions: [Action] { [action] + then.map(\.action) }
}
