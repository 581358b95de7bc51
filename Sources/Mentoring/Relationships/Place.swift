/// Where a meeting is held.
public enum Place: Sendable, Hashable, Codable {
    /// A place to go to, in words: `Café du Sentier, 12 rue du Sentier, Paris`.
    case inPerson(String)
    /// A link to a video room; the configuration has made sure that it is `https`.
    case video(String)

    /// What a calendar shows as the location.
    public var text: String {
        switch self {
        case .inPerson(let text), .video(let text): text
        }
    }
}
