import CivilTime
import Correspondence
import Ledger
import Mentoring

/// A report as JSON; instants are in UTC.
struct ReportDocument: Encodable {
    struct Encounter: Encodable {
        let meeting, relationship, series, start, timezone: String
        /// Who has not answered.
        var people: [String]?

        init(_ meeting: Meeting, people: [Person.ID]? = nil) {
            self.meeting = meeting.id.rawValue
            relationship = meeting.relationship.rawValue
            series = meeting.kind.rawValue
            start = meeting.start.description
            timezone = meeting.zone
            self.people = people?.map(\.rawValue)
        }
    }

    struct Late: Encodable {
        let relationship: String
        let lastHeld: String?
    }

    struct Gap: Encodable {
        let relationship, until: String
    }

    struct Failure: Encodable {
        let person, reason: String
    }

    let at: Instant
    let held, missed, mails, setAside: Int
    let late: [Late]
    let gaps: [Gap]
    let unanswered, uninvited, coming: [Encounter]
    let undelivered: [Failure]

    init(_ digest: Digest, at now: Instant) {
        at = now
        held = digest.held
        missed = digest.missed
        mails = digest.mails
        setAside = digest.setAside
        late = digest.silent.map { Late(relationship: $0.relationship.rawValue, lastHeld: $0.lastHeld?.description) }
        gaps = digest.gaps.map { Gap(relationship: $0.relationship.rawValue, until: $0.until.description) }
        unanswered = digest.unanswered.map { Encounter($0.meeting, people: $0.people) }
        uninvited = digest.uninvited.map { Encounter($0) }
        coming = digest.coming.map { Encounter($0) }
        undelivered = digest.undelivered.map { Failure(person: $0.person.rawValue, reason: $0.reason) }
    }

    enum CodingKeys: String, CodingKey {
        case at, held, missed, mails, late, gaps, unanswered, uninvited, coming, undelivered
        case setAside = "set_aside"
    }
}
