import CivilTime
import Correspondence
import Ledger
import Mentoring

/// Decides firings whose time has come, on the facts of this moment.
struct FiringTurn {
    let office: Office
    let now: Instant
    let due: [DueFiring]

    private let ledger: Ledger
    private var files: FiringFacts
    private(set) var changes = Changes()
    /// Calls for help that a rule does not pass on.
    private var unheard: [Firing] = []

    init(office: Office, ledger: Ledger, now: Instant, due: [DueFiring]) {
        self.office = office
        self.ledger = ledger
        self.now = now
        self.due = due
        files = FiringFacts(office: office, ledger: ledger, now: now)
    }

    private var programme: Programme { office.programme }

    mutating func run(using source: inout TokenSource) throws {
        for entry in due {
            let firing = entry.firing
            if case .programme = firing.key.subject { changes.arisen += office.rules.digests(after: now) }
            guard let rule = office.rules.rule(firing.key.rule) else {
                changes.outcomes.append(Changes.Outcome(firing.key, SkipReason.gone.code))
                continue
            }
            switch try files.facts(for: firing, of: rule) {
            case .failure(let reason):
                changes.outcomes.append(Changes.Outcome(firing.key, reason.code))
                if rule.isCallForHelp(firing) { unheard.append(firing) }
            case .success(let facts):
                try carryOut(
                    office.rules.decide(firing, of: rule, created: entry.created, facts: facts, at: now), firing, rule,
                    facts, using: &source)
            }
        }
        for firing in unheard { try callMediator(firing, using: &source) }
    }

    private mutating func carryOut(
        _ decision: Decision, _ firing: Firing, _ rule: Rule, _ facts: Facts, using source: inout TokenSource
    ) throws {
        switch decision {
        case .skip(let reason):
            changes.outcomes.append(Changes.Outcome(firing.key, reason.code))
            if rule.isCallForHelp(firing) { unheard.append(firing) }
            if case .conditionFailed(let words) = reason {
                changes.journal.append(
                    JournalEntry(JournalEntry.conditionFailed, subject: rule.id.rawValue, detail: words))
            }
        case .wait(let until): changes.outcomes.append(Changes.Outcome(firing.key, waitsUntil: until))
        case .send:
            guard let action = rule.action(ofStep: firing.key.step),
                try send(action, firing, facts, using: &source)
            else {
                changes.outcomes.append(Changes.Outcome(firing.key, SkipReason.notAnnounced.code))
                return
            }
            changes.outcomes.append(Changes.Outcome(firing.key, "sent"))
            if action.isNudge { files.noteSent(to: facts.recipient.id) }
            if let relationship = facts.relationship {
                changes.arisen += office.rules.steps(after: firing, of: rule, in: relationship, at: now)
            }
        }
    }

    /// A call for help is not lost because a rule does not pass it on: where none of them does in the end, Jalon itself
    /// does, once for each call.
    private mutating func callMediator(_ firing: Firing, using source: inout TokenSource) throws {
        guard case .relationship(let id) = firing.key.subject, let person = firing.person,
            let relationship = programme.relationships[id],
            let mediator = relationship.mediator.flatMap({ programme.people[$0] })
        else { return }
        let sent = Set(changes.outcomes.filter { $0.text == "sent" }.map(\.key))
        let decided = Set(due.map(\.firing.key))
        let isHeard = try ledger.firings(ofCall: firing, to: mediator.id).contains { record in
            // One that is still open calls by itself, should it not be sent either.
            let key = record.firing.key
            return sent.contains(key) || record.outcome == "sent" || record.outcome == nil && !decided.contains(key)
        }
        // By the day of the call, as the mail is known that goes at once where no rule writes to the mediator.
        let day = programme.zone.local(at: firing.due).date
        let owed = OwedLetter(callFrom: person, in: relationship, to: mediator, on: day)
        guard !isHeard, !changes.mails.contains(where: { $0.key == owed.key }), try !ledger.hasMail(key: owed.key)
        else { return }
        try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
    }

    /// - Returns: false where there is no meeting to speak of.
    private mutating func send(
        _ action: Rule.Action, _ firing: Firing, _ facts: Facts, using source: inout TokenSource
    ) throws -> Bool {
        switch action {
        case .invitation:
            guard let meeting = facts.meeting, let relationship = facts.relationship else { return false }
            try announce(meeting, in: relationship, isLast: facts.isLastMeeting, using: &source)
        case .template(let template, _):
            var announcement: Announcement?
            if let meeting = facts.meeting {
                announcement = try ledger.announcement(of: meeting.id)
                guard announcement != nil else { return false }
            }
            var letter = Letter(
                template: template, recipient: Recipient(facts.recipient, as: role(in: facts)),
                relationship: facts.relationship, meeting: announcement, history: facts.history,
                ordinal: facts.meeting?.ordinal, asker: firing.person)
            if facts.relationship == nil {
                letter.digest = try DigestMaker(office: office, ledger: ledger).digest(at: now)
            }
            var owed = OwedLetter(
                key: firing.key.text, relationship: facts.relationship?.id ?? Relationship.ID(""), letter: letter)
            let event = office.rules.rule(firing.key.rule)?.event(of: firing)
            let isCall = event?.isCallForHelp ?? false
            owed.isAnswer = firing.cause == .event && !isCall && event?.needsAnswers ?? false
            owed.isUrgent = isCall && firing.key.step == 0
            owed.isConfidential = isCall
            try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
            if letter.digest != nil { changes.facts[.lastDigest] = now.description }
        }
        return true
    }

    /// Who has left sees as little as anybody does.
    private func role(in facts: Facts) -> Role {
        if let role = facts.relationship?.role(of: facts.recipient.id) { return role }
        return facts.recipient.id == programme.coordinator ? .coordinator : .referent
    }

    private mutating func announce(
        _ meeting: Meeting, in relationship: Relationship, isLast: Bool, using source: inout TokenSource
    ) throws {
        var announced = meeting
        announced.state = .announced
        let now = Announcement(of: announced, in: relationship, programme: programme, at: self.now)
        let outcome = try office.convergence.letters(from: nil, to: now, at: self.now)
        guard let announcement = outcome.announcement else { return }
        changes.meetings.append(announced)
        changes.announcements.append(announcement)
        changes.firings[.meeting(meeting.id)] = office.rules.firings(of: announced, isLast: isLast)
        changes.arisen += office.rules.firings(
            on: .meetingAnnounced, about: announced, in: relationship.id, at: self.now)
        changes.journal.append(JournalEntry("announced", subject: meeting.id.rawValue))
        for letter in outcome.letters {
            let owed = OwedLetter(announcement: announcement, relationship: relationship.id, letter: letter)
            try office.owe(owed, in: &changes, ledger: ledger, at: self.now, using: &source)
        }
    }
}

extension Firing.Key {
    /// The key of the mail that this firing owes.
    package var text: String {
        "\(subject) \(rule) step \(step) offset \(offset) version \(version) \(recipient?.rawValue ?? "all")"
            + (occurrence == 0 ? "" : " event \(occurrence)")
    }
}
