/// What follows when somebody who is needed declines.
public enum DeclinePolicy: String, Sendable, Hashable, CaseIterable {
    /// The planner's next date goes to all.
    case propose
    /// The coordinator is told.
    case ask
}

/// What becomes of a meeting that is over and of which nobody has said a word.
public enum Assumption: String, Sendable, Hashable, CaseIterable {
    /// It counts as held.
    case held
    /// It counts as missed until the coordinator, who is asked, says otherwise.
    case ask
}

extension Programme {
    /// Seconds that people have to say whether a meeting took place; none where nobody could hear them.
    public var patience: Int64 { followsAnswers ? 3 * 86_400 : 0 }
}
