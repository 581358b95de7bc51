/// What a scheduling message asks for: the METHOD property; RFC 5546 section 1.4.
public enum Method: String, Hashable, Sendable, CaseIterable {
    case request = "REQUEST"
    case cancel = "CANCEL"
    case reply = "REPLY"
    case publish = "PUBLISH"
    case add = "ADD"
    case refresh = "REFRESH"
    case counter = "COUNTER"
    case declineCounter = "DECLINECOUNTER"
}
