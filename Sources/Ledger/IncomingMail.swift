/// What a mail that has come in asks, and by what the mail is known when it comes again.
public struct IncomingMail: Sendable, Hashable {
    public var incoming: Incoming
    /// The same for each copy of the mail, from the same sender; nil where nothing tells it from others.
    public var mark: String?

    public init(_ incoming: Incoming, mark: String? = nil) {
        self.incoming = incoming
        self.mark = mark
    }
}
