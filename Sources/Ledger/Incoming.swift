public import CivilTime
public import Mentoring

/// What a mail that has come in asks of whoever turns the wheel; of the mail itself no more is kept.
public enum Incoming: Sendable, Hashable, Codable {
    /// A participant's answer to the invitation to a meeting.
    case answer(Meeting.ID, Person.ID, GivenAnswer)
    /// Another time is proposed.
    case proposal(Meeting.ID, Person.ID, Proposal)
    /// The invitation is asked for again (RFC 5546 section 3.2.6).
    case refresh(Meeting.ID, Person.ID)
    /// The meeting took place, or did not; when that was said.
    case met(Meeting.ID, Person.ID, Bool, at: Instant? = nil)
    case mediatorWanted(Relationship.ID, Person.ID, at: Instant? = nil)
    case pauseWanted(Relationship.ID, Person.ID)
    /// It is for the coordinator to look at; the person is whom it concerns, as far as that is known.
    case concern(Concern, Meeting.ID, Person.ID?)
    /// It answers for somebody who is not invited: listed, and nothing more.
    case uninvited(Meeting.ID)
    /// A mail server says that a mail cannot be delivered; its words.
    case bounce(OutboxEntry.ID, String)
    /// More has come from somebody, or in their name, than is dealt with in a day.
    case flood(Person.ID)
    /// A mail exceeds a bound and was not read; why.
    case setAside(String)
}

extension Incoming {
    /// One word for programs.
    public var kind: String {
        switch self {
        case .answer: "answer"
        case .proposal: "proposal"
        case .refresh: "refresh"
        case .met(_, _, let met, _): met ? "held" : "missed"
        case .mediatorWanted: "mediator"
        case .pauseWanted: "pause"
        case .concern(let concern, _, _): concern.rawValue
        case .uninvited: "uninvited"
        case .bounce: "bounce"
        case .flood: "flood"
        case .setAside: "set-aside"
        }
    }

    public var meeting: Meeting.ID? {
        switch self {
        case .answer(let id, _, _), .proposal(let id, _, _), .refresh(let id, _), .met(let id, _, _, _),
            .concern(_, let id, _), .uninvited(let id):
            id
        case .mediatorWanted, .pauseWanted, .bounce, .flood, .setAside: nil
        }
    }

    public var person: Person.ID? {
        switch self {
        case .answer(_, let id, _), .proposal(_, let id, _), .refresh(_, let id), .met(_, let id, _, _),
            .mediatorWanted(_, let id, _), .pauseWanted(_, let id), .flood(let id):
            id
        case .concern(_, _, let id): id
        case .uninvited, .bounce, .setAside: nil
        }
    }
}
