public import Mentoring

/// By what something is known that has been taken in, and is not to act once more.
public struct TakenInMark: Sendable, Hashable {
    public var text: String
    /// From whom it is taken to be; empty where nobody knows.
    public var person: Person.ID
    /// One word, as `Incoming.kind`.
    public var kind: String
    /// The meeting; empty where it is about none.
    public var subject: String

    public init(_ text: String, from person: Person.ID?, kind: String, about subject: String = "") {
        self.text = text
        self.person = person ?? Person.ID("")
        self.kind = kind
        self.subject = subject
    }
}
