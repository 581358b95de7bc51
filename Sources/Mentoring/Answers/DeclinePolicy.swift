/// What follows when somebody who is needed declines.
public enum DeclinePolicy: String, Sendable, Hashable, CaseIterable {
    /// The planner's next date goes to all.
    case propose
    /// The coordinator is told.
    case ask
}

extension Programme {
    /// Seconds that people have to say whether a meeting took place; none where nobody could hear them.
    public var patience: Int64 { followsAnswers ? 3 * 86_400 : 0 }
}
