import CivilTime
import Ledger
import Mentoring

/// Reads the facts on which firings are decided; each relationship's once a turn.
struct FiringFacts {
    let office: Office
    let ledger: Ledger
    let now: Instant

    private var meetings: [Relationship.ID: [Meeting]] = [:]
    /// Mails of rules to each person within the budget's time, those of this turn included.
    private var nudges: [Person.ID: Int] = [:]

    init(office: Office, ledger: Ledger, now: Instant) {
        self.office = office
        self.ledger = ledger
        self.now = now
    }

    private var programme: Programme { office.programme }

    /// - Returns: the reason where there is nothing to decide on any longer.
    mutating func facts(for firing: Firing, of rule: Rule) throws -> Result<Facts, SkipReason> {
        let key = firing.key
        switch key.subject {
        case .programme: return try digestFacts(for: firing, of: rule)
        case .relationship(let id): return try facts(for: firing, of: rule, in: id, about: nil)
        case .meeting(let id):
            guard let meeting = try ledger.meeting(id) else { return .failure(.gone) }
            // What somebody has done stays done, whatever becomes of the date.
            let isDone = rule.event(of: firing)?.isOfPerson ?? false
            guard meeting.version == key.version || isDone else { return .failure(.changed) }
            let isCancelled = meeting.state == .cancelled && !rule.trigger.events.contains(.meetingCancelled)
            if isCancelled { return .failure(.notAnnounced) }
            return try facts(for: firing, of: rule, in: meeting.relationship, about: meeting)
        }
    }

    mutating func noteSent(to person: Person.ID) { nudges[person]? += 1 }

    private mutating func facts(
        for firing: Firing, of rule: Rule, in id: Relationship.ID, about meeting: Meeting?
    ) throws -> Result<Facts, SkipReason> {
        guard let relationship = programme.relationships[id],
            // An invitation is for everybody at once: the first party stands for all.
            let reader = firing.key.recipient ?? relationship.parties.first, let recipient = programme.people[reader]
        else { return .failure(.gone) }
        let all = try self.meetings(of: id)
        let announced = try meeting.flatMap { try ledger.announcement(of: $0.id) }
        return .success(
            Facts(
                relationship: relationship, recipient: recipient, meeting: meeting,
                isLastMeeting: meeting.map { isLast($0, of: relationship, among: all) } ?? false,
                hasMetAgain: meeting.map { hasMetAgain($0, among: all) } ?? false,
                answer: announced?.answer(of: recipient.id) ?? .missing, answers: announced?.answers ?? [],
                followsAnswers: programme.followsAnswers, today: relationship.zone.local(at: now).date,
                history: Facts.History(all, met: relationship.met, now: now),
                timesSent: rule.maxTimes == nil ? 0 : try ledger.timesSent(firing.key),
                nudges: try nudges(to: recipient.id), isOvertaken: try isOvertaken(firing),
                isSuspended: try ledger.suspension(of: recipient.address)?.since != nil))
    }

    private func digestFacts(for firing: Firing, of rule: Rule) throws -> Result<Facts, SkipReason> {
        guard let recipient = firing.key.recipient.flatMap({ programme.people[$0] }) else { return .failure(.gone) }
        // Another day or hour may have been chosen since.
        let isCurrent = office.rules.digests(after: firing.due.adding(seconds: -1)).contains { $0.key == firing.key }
        guard isCurrent else { return .failure(.changed) }
        return .success(
            Facts(
                relationship: nil, recipient: recipient, followsAnswers: programme.followsAnswers,
                today: programme.zone.local(at: now).date,
                timesSent: rule.maxTimes == nil ? 0 : try ledger.timesSent(firing.key)))
    }

    private mutating func meetings(of id: Relationship.ID) throws -> [Meeting] {
        if let known = meetings[id] { return known }
        let found = try ledger.meetings(in: [.planned, .announced, .held, .missed], of: [id])
        meetings[id] = found
        return found
    }

    private func isLast(_ meeting: Meeting, of relationship: Relationship, among all: [Meeting]) -> Bool {
        relationship.end != nil
            && !all.contains {
                $0.series == meeting.series && $0.starts > meeting.starts
                    && ($0.state == .planned || $0.state == .announced)
            }
    }

    private func hasMetAgain(_ meeting: Meeting, among all: [Meeting]) -> Bool {
        all.contains { $0.series == meeting.series && $0.starts > meeting.starts && $0.state == .held }
    }

    private mutating func nudges(to person: Person.ID) throws -> Int {
        guard let budget = programme.nudges else { return 0 }
        if let known = nudges[person] { return known }
        let count = try ledger.nudges(to: person, since: now.adding(seconds: -Int64(budget.days) * 86_400))
        nudges[person] = count
        return count
    }

    /// Another reminder of the same meeting to the same person is due as well, and was due later.
    private func isOvertaken(_ firing: Firing) throws -> Bool {
        // What is on time is overtaken by nothing.
        guard isReminder(firing), firing.due < now else { return false }
        return try ledger.openFirings(
            about: firing.key.subject, to: firing.key.recipient, after: firing.due, by: now
        ).contains(where: isReminder)
    }

    private func isReminder(_ firing: Firing) -> Bool {
        guard firing.key.recipient != nil, case .meeting = firing.key.subject else { return false }
        return office.rules.rule(firing.key.rule)?.trigger.timing?.direction == .before
    }
}
