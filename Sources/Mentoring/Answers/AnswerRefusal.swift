/// Why an answer changes nothing.
public enum AnswerRefusal: String, Error, Sendable, Hashable {
    case cancelled = "the meeting is cancelled"
    case notInvited = "that person is not invited"
    case outdated = "it answers a date that the meeting no longer has"
    case earlier = "a later answer is known, or this one is"
}
