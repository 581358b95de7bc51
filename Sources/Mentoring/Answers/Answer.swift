/// A participant's reply to an invitation.
public enum Answer: String, Sendable, Hashable, Codable {
    case accepted, declined, tentative, missing
}
