/// What becomes of a meeting that is over and of which nobody has said a word.
public enum Assumption: String, Sendable, Hashable, CaseIterable {
    /// It counts as held.
    case held
    /// It counts as missed until the coordinator, who is asked, says otherwise.
    case ask
}
