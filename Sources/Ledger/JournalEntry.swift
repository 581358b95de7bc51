/// One line of the ledger's own history; subjects are opaque ids.
public struct JournalEntry: Sendable, Hashable {
    /// A rule's condition could not be answered; the subject is the rule, the detail the reason.
    public static let conditionFailed = "condition failed"
    /// Something of an answer was left to the coordinator; the subject is the meeting, the detail a `Concern`.
    public static let concern = "concern"
    /// Somebody who is not invited has answered; the subject is the meeting.
    public static let uninvited = "uninvited answer"
    /// Mails do not leave although they are tried; the detail is what of them.
    public static let standstill = "standstill"
    /// A row that cannot be read was set aside; the subject says which.
    public static let damaged = "damaged"
    /// A mail that came in was not read.
    public static let setAside = "set aside"

    public var event: String
    public var subject: String?
    public var detail: String?

    public init(_ event: String, subject: String? = nil, detail: String? = nil) {
        self.event = event
        self.subject = subject
        self.detail = detail
    }
}
