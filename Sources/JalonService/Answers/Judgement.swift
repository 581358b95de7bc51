public import Ledger
public import Mentoring

/// What a mail that has come in means for the programme.
public enum Judgement: Sendable, Hashable {
    /// Somebody who may has said something, or a server has; the wheel is to hear of it.
    case incoming(Incoming)
    /// It answers a meeting, and changes nothing; why.
    case left(Meeting.ID, String)
    /// It has been taken in already, and acts once; the meeting, where it is about one.
    case again(Meeting.ID?)
    /// A report on a delivery that changes nothing; why.
    case report(String)
    /// A program wrote it, and it answers nothing.
    case automatic
    /// For the humans who read the mailbox; why.
    case forHumans(String)

    /// One word for programs.
    public var kind: String {
        switch self {
        case .incoming(let incoming): incoming.kind
        case .left: "left"
        case .again: "again"
        case .report: "report"
        case .automatic: "automatic"
        case .forHumans: "for-humans"
        }
    }

    public var meeting: Meeting.ID? {
        switch self {
        case .incoming(let incoming): incoming.meeting
        case .left(let id, _): id
        case .again(let id): id
        case .report, .automatic, .forHumans: nil
        }
    }

    public var incoming: Incoming? { if case .incoming(let incoming) = self { incoming } else { nil } }

    /// Whether Jalon deals with the mail, so that no human need.
    var isHandled: Bool {
        switch self {
        case .incoming(.setAside): false
        case .incoming, .again, .report: true
        case .left, .automatic, .forHumans: false
        }
    }

    /// Why, in words.
    public var reason: String {
        switch self {
        case .incoming(let incoming): incoming.reason
        case .left(_, let reason), .report(let reason), .forHumans(let reason): reason
        case .again: "it has been taken in already"
        case .automatic: "a program wrote it, and it answers nothing"
        }
    }
}

extension Incoming {
    fileprivate var reason: String {
        switch self {
        case .answer(_, _, let given): given.answer.rawValue
        case .proposal: "another time is proposed"
        case .refresh: "the invitation is asked for again"
        case .met(_, _, true, _): "the meeting took place"
        case .met(_, _, false, _): "the meeting did not take place"
        case .mediatorWanted: "the mediator is asked for"
        case .pauseWanted: "a pause is asked for"
        case .concern(.unverified, _, _): "whoever sent it is not known to be the one who answers"
        case .concern(.delegated, _, _): "somebody else is sent instead, which Jalon does not follow"
        case .concern(let concern, _, _): concern.rawValue
        case .uninvited: "whoever answers is not invited"
        case .bounce(let mail, let words): "mail \(mail) could not be delivered: \(words.withoutAddresses)"
        case .flood: "more has come from one person than is dealt with in a day"
        case .setAside(let reason): reason
        }
    }
}
