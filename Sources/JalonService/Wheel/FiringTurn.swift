import CivilTime
import Correspondence
import Ledger
import Mentoring

/// Decides firings whose time has come, on the facts of this moment.
struct FiringTurn {
    let office: Office
    let ledger: Ledger
    let now: Instant
    let due: [DueFiring]

    private(set) var changes = Changes()

    init(office: Office, ledger: Ledger, now: Instant, due: [DueFiring]) {
        self.office = office
        self.ledger = ledger
        self.now = now
        self.due = due
    }

    private var programme: Programme { office.programme }

    mutating func run(using source: inout TokenSource) throws {
        for entry in due {
            let key = entry.firing.key
            guard let rule = programme.rules.first(where: { $0.id == key.rule }),
                let facts = try facts(for: entry)
            else {
                changes.outcomes.append(Changes.Outcome(key, SkipReason.ended.code))
                continue
            }
            switch office.rules.decide(entry.firing, of: rule, created: entry.created, facts: facts, at: now) {
            case .skip(let reason): changes.outcomes.append(Changes.Outcome(key, reason.code))
            case .wait(let until): changes.outcomes.append(Changes.Outcome(key, waitsUntil: until))
            case .send: try send(rule, key, facts, using: &source)
            }
        }
    }

    private func facts(for entry: DueFiring) throws -> Facts? {
        let key = entry.firing.key
        var meeting: Meeting?
        let id: Relationship.ID
        switch key.subject {
        case .meeting(let subject):
            guard let found = try ledger.meeting(subject), found.version == key.version else { return nil }
            meeting = found
            id = found.relationship
        case .relationship(let subject): id = subject
        }
        guard let relationship = programme.relationships[id],
            // An invitation is for everybody at once: the first party stands for all.
            let reader = key.recipient ?? relationship.parties.first, let recipient = programme.people[reader]
        else { return nil }
        return Facts(
            relationship: relationship, recipient: recipient, meeting: meeting,
            isLastMeeting: try meeting.map { try isLast($0, of: relationship) } ?? false,
            followsAnswers: programme.followsAnswers, timesSent: try ledger.timesSent(key),
            isOvertaken: isOvertaken(entry.firing))
    }

    private func isLast(_ meeting: Meeting, of relationship: Relationship) throws -> Bool {
        guard relationship.end != nil else { return false }
        return try !ledger.hasLaterMeeting(than: meeting)
    }

    /// Another reminder of the same meeting to the same person is due as well, and was due later.
    private func isOvertaken(_ firing: Firing) -> Bool {
        due.contains { other in
            other.firing.key.subject == firing.key.subject && other.firing.key.recipient == firing.key.recipient
                && other.firing.due > firing.due && isReminder(other.firing) && isReminder(firing)
        }
    }

    private func isReminder(_ firing: Firing) -> Bool {
        guard firing.key.recipient != nil, case .meeting = firing.key.subject else { return false }
        return programme.rules.first { $0.id == firing.key.rule }?.trigger.direction == .before
    }

    private mutating func send(
        _ rule: Rule, _ key: Firing.Key, _ facts: Facts, using source: inout TokenSource
    ) throws {
        switch rule.action {
        case .invitation:
            guard let meeting = facts.meeting else { return }
            try announce(meeting, in: facts.relationship, isLast: facts.isLastMeeting, using: &source)
        case .template(let template, _):
            var announcement: Announcement?
            if let meeting = facts.meeting {
                announcement = try ledger.announcement(of: meeting.id)
                guard announcement != nil else {
                    changes.outcomes.append(Changes.Outcome(key, SkipReason.notAnnounced.code))
                    return
                }
            }
            let role = facts.relationship.role(of: facts.recipient.id) ?? .coordinator
            let letter = Letter(
                template: template, recipient: Recipient(facts.recipient, as: role), relationship: facts.relationship,
                meeting: announcement)
            let owed = OwedLetter(key: key.text, relationship: facts.relationship.id, letter: letter)
            try office.owe(owed, in: &changes, ledger: ledger, at: now, using: &source)
        }
        changes.outcomes.append(Changes.Outcome(key, "sent"))
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
        changes.journal.append(JournalEntry("announced", subject: meeting.id.rawValue))
        for letter in outcome.letters {
            let owed = OwedLetter(announcement: announcement, relationship: relationship.id, letter: letter)
            try office.owe(owed, in: &changes, ledger: ledger, at: self.now, using: &source)
        }
    }
}

extension Firing.Key {
    /// The key of the mail that this firing owes.
    var text: String {
        "\(subject) \(rule) offset \(offset) version \(version) \(recipient?.rawValue ?? "all")"
    }
}
