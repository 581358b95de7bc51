/// How long what is no longer needed is kept, in days.
public struct Retention: Sendable, Hashable {
    /// The text of a mail, after it has come to its end.
    public var bodies: Int
    /// What an answer or an order said, after it was carried out; what it has changed stays.
    public var answers: Int
    /// The journal, and what became of each mail.
    public var journal: Int

    public init(bodies: Int = 30, answers: Int = 7, journal: Int = 730) {
        self.bodies = bodies
        self.answers = answers
        self.journal = journal
    }
}
