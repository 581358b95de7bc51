/// Why a firing did not send; what `jalon why` answers.
public enum SkipReason: Error, Hashable {
    /// Its time had passed already when the meeting was dated.
    case tooLateWhenPlanned
    /// It was due while nobody could send it, and is of no more use.
    case tooLate
    /// A later reminder of the same meeting was due as well, and went instead.
    case overtaken
    case notMet(Rule.Condition)
    /// The rule's `condition:` is false.
    case conditionFalse
    /// The rule's `condition:` cannot be answered, and why.
    case conditionFailed(String)
    /// The text asks for an answer, and none could arrive.
    case answersNotFollowed
    case sentOften(Int)
    /// The recipient has had so many mails of rules lately.
    case overBudget(Int)
    /// Mails to the recipient come back.
    case suspended
    /// The meeting is not one that anybody has been told of, or no longer.
    case notAnnounced
    /// The meeting, or who takes part, is another since the firing was made.
    case changed
    /// The relationship has met again since.
    case metAgain
    /// The relationship rests.
    case paused
    case ended
    /// The same person has asked for the mediator that day already, who knows.
    case askedAlready
    /// So much has gone out in answer to the person that day that the rest is for people.
    case answeredOften
    /// What it comes of concerned a mail that nobody but its recipient is to know of.
    case confidential
    /// The rule, its recipient or the relationship is no longer in the configuration.
    case gone

    /// One word for the ledger, with what it was about behind a colon.
    public var code: String {
        switch self {
        case .tooLateWhenPlanned: "too late when planned"
        case .tooLate: "too late"
        case .overtaken: "overtaken"
        case .notMet(let condition): "not met: \(condition)"
        case .conditionFalse: "condition is false"
        case .conditionFailed(let words): "condition failed: \(words)"
        case .answersNotFollowed: "answers not followed"
        case .sentOften(let times): "sent often: \(times)"
        case .overBudget(let most): "over budget: \(most)"
        case .suspended: "suspended"
        case .notAnnounced: "not announced"
        case .changed: "changed"
        case .metAgain: "met again"
        case .paused: "paused"
        case .ended: "ended"
        case .askedAlready: "asked already"
        case .answeredOften: "answered often"
        case .confidential: "confidential"
        case .gone: "gone"
        }
    }
}
