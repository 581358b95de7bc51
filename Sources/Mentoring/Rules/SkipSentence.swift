extension SkipReason {
    /// What stands in the ledger, as a sentence for somebody who asks why a mail did not go.
    public static func sentence(for code: String) -> String {
        let (word, detail) = parts(of: code)
        return switch word {
        case "sent": "sent"
        case "too late when planned": "its time had passed already when the meeting was dated"
        case "too late": "it was due while nothing could be sent, and came to be of no more use"
        case "overtaken": "a later reminder of the same meeting went instead"
        case "not met": "it asks for something that was not so: \(detail)"
        case "condition is false": "its condition was false"
        case "condition failed": "its condition could not be answered: \(detail)"
        case "answers not followed": "it asks for an answer, and answers are not followed"
        case "sent often": "it had been sent \(detail) times already"
        case "over budget": "the person had had \(detail) mails of rules lately, which is the most that is allowed"
        case "suspended": "mails to the person come back: nothing goes there until `jalon people resume`"
        case "not announced": "the meeting is not one that anybody has been told of, or no longer"
        case "changed": "the meeting is another since: its new date has mails of its own"
        case "met again": "the relationship has met again since"
        case "paused": "the relationship was paused"
        case "ended": "the relationship had ended"
        case "asked already": "the same person had asked for the mediator that day already"
        case "answered often": "so much had gone out in answer to the same person that day that the rest is for people"
        case "confidential": "it comes of a mail that nobody but its recipient is to know of"
        case "gone": "the rule, the person or the relationship is no longer in the configuration"
        default: code
        }
    }

    private static func parts(of code: String) -> (word: String, detail: String) {
        guard let colon = code.firstIndex(of: ":") else { return (code, "") }
        return (String(code[..<colon]), String(code[code.index(after: colon)...].drop { $0 == " " }))
    }
}
