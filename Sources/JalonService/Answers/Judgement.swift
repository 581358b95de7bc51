public import MailMessage
public import Mentoring

/// What a mail that has come in means for the programme.
public enum Judgement: Sendable, Hashable {
    /// A participant's answer to an invitation.
    case answer(Meeting.ID, Person.ID, GivenAnswer)
    /// It could be an answer, and whoever sent it is not known to be the one who answers.
    case unverified(Meeting.ID, String)
    /// It answers for somebody who is not invited.
    case uninvited(Meeting.ID)
    /// It answers a meeting, and changes nothing.
    case left(Meeting.ID, String)
    /// A report that a mail could, or could not, be delivered; of which one, as far as it says.
    case report(MessageID?, isFinal: Bool)
    /// A program wrote it, and it answers nothing.
    case automatic
    /// For the humans who read the mailbox.
    case forHumans(String)
    /// It exceeds a bound, and was not read.
    case setAside(String)

    /// One word for programs.
    public var kind: String {
        switch self {
        case .answer: "answer"
        case .unverified: "unverified"
        case .uninvited: "uninvited"
        case .left: "left"
        case .report: "report"
        case .automatic: "automatic"
        case .forHumans: "for-humans"
        case .setAside: "set-aside"
        }
    }

    public var meeting: Meeting.ID? {
        switch self {
        case .answer(let id, _, _), .unverified(let id, _), .uninvited(let id), .left(let id, _): id
        case .report, .automatic, .forHumans, .setAside: nil
        }
    }

    /// Why, in words.
    public var reason: String {
        switch self {
        case .answer(_, _, let given): "\(given.answer.rawValue)"
        case .unverified(_, let reason), .left(_, let reason), .forHumans(let reason), .setAside(let reason): reason
        case .uninvited: "whoever answers is not invited"
        case .report(_, let isFinal): isFinal ? "a mail could not be delivered" : "a report on a delivery"
        case .automatic: "a program wrote it, and it answers nothing"
        }
    }
}
