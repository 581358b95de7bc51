import CivilTime
import Configuration
import Correspondence
import Ledger
import MailMessage
import Mentoring

/// Plans all relationships anew and finds what that changes: meetings, firings, and the letters to those who were told
/// something else.
struct PlanningTurn {
    let office: Office
    let now: Instant
    private let asked: Asked
    private let meetings: [Meeting]
    private let announcements: [Meeting.ID: Announcement]
    /// Who took part in each relationship at the last planning.
    private let parties: [Relationship.ID: Set<Person.ID>]
    private let through: CivilDate
    /// Of what people have been told there, something cannot be read.
    private let unsound: Set<Relationship.ID>

    private(set) var changes = Changes()
    private(set) var letters: [OwedLetter] = []
    private(set) var consequences = Consequences()

    /// Days that are planned ahead, …
    static let horizon = 365
    /// … and days after which the horizon is moved on.
    static let interval = 7

    /// - Parameter asked: what an order wants, where there is one.
    init(office: Office, ledger: Ledger, at now: Instant, asked: Asked = Asked()) throws {
        self.office = office
        self.now = now
        self.asked = asked
        let states: Set<Meeting.State> = [.planned, .announced, .held, .missed]
        if let only = asked.only {
            // What one relationship costs does not depend on how many others there are.
            meetings = try ledger.meetings(in: states, of: office.neighbourhood.around(only))
            announcements = try meetings.reduce(into: [:]) { told, meeting in
                guard only.contains(meeting.relationship) else { return }
                told[meeting.id] = try ledger.announcement(of: meeting.id)
            }
        } else {
            meetings = try ledger.meetings(in: states)
            announcements = try ledger.announcements()
        }
        parties = try ledger.parties()
        unsound = try ledger.unsoundRelationships()
        through = office.programme.zone.local(at: now).date.adding(days: Self.horizon)
    }

    private var programme: Programme { office.programme }

    /// - Parameter progress: how much of the planning is done, from 0 to 1.
    mutating func run(using source: inout TokenSource, progress: (Double) -> Void = { _ in }) throws {
        let ordered = Dictionary(uniqueKeysWithValues: asked.meetings.map { ($0.id, $0) })
        let present = meetings.map(programme.underPresentName).map(underPresentZoneData).map { ordered[$0.id] ?? $0 }
        let plans = Planner(programme: programme)
            .plan(
                meetings: present, now: now, through: through, releasing: asked.released, only: asked.only,
                progress: progress)
        close(present)
        // What is over but not yet closed is no longer planned.
        let ahead = present.filter { $0.state == .planned || $0.state == .announced && $0.ends > now }
        let known = Dictionary(grouping: ahead, by: \.relationship)
        for id in asked.only.map(Array.init) ?? Set(plans.keys).union(known.keys).sorted() {
            if unsound.contains(id) {
                consequences.warnings.append("\(id) is left as it is: what the ledger says of it cannot be read")
                continue
            }
            consequences.warnings += (plans[id]?.warnings ?? []).map(\.description)
            var revision = MeetingRevision(
                slots: plans[id]?.slots ?? [], known: known[id] ?? [], relationship: programme.relationships[id]
            ) {
                let id = OpaqueID.meeting(using: &source)
                return (id, "\(id)@\(programme.mailbox.address.domain)")
            }
            revision.cancelled += asked.meetings.filter { $0.state == .cancelled && $0.relationship == id }
            try apply(revision, to: id)
        }
        let planned = asked.only.map { $0.compactMap { programme.relationships[$0] } }
        for relationship in planned ?? programme.relationships.values.sorted(by: { $0.id < $1.id }) {
            changes.firings[.relationship(relationship.id)] = office.rules.firings(of: relationship)
            noteParties(of: relationship)
        }
        if let event = asked.event, let id = asked.only?.first {
            changes.arisen += office.rules.firings(on: event, in: id, at: now)
        }
        guard asked.only == nil else { return }
        noteFormerMailboxes()
        changes.arisen += office.rules.digests(after: now)
        noteNextPlanning()
    }

    /// Tells the rules of who has come and who has gone since the last planning.
    private mutating func noteParties(of relationship: Relationship) {
        let before = parties[relationship.id] ?? relationship.formerly.flatMap { parties[$0] }
        let present = Set(relationship.parties)
        guard before != present || parties[relationship.id] == nil else { return }
        changes.parties[relationship.id] = relationship.parties
        guard let before else { return }
        for (event, people) in [
            (Trigger.Event.personJoins, present.subtracting(before)), (.personLeaves, before.subtracting(present)),
        ] {
            for person in people.sorted() where programme.people[person] != nil {
                changes.arisen += office.rules.firings(on: event, in: relationship.id, by: person, at: now)
            }
        }
    }

    /// A meeting stays with the mailbox that has announced it: its answers go there, and its updates come from there.
    private mutating func noteFormerMailboxes() {
        let ahead = meetings.filter { $0.state == .announced && $0.starts > now }
        let strangers = Dictionary(grouping: ahead) { announcements[$0.id]?.organizer.address }
            .filter { address, _ in address.map { !programme.ownAddresses.contains($0) } ?? false }
        for (address, meetings) in strangers.sorted(by: { "\($0.key, default: "")" < "\($1.key, default: "")" }) {
            guard let address, let last = meetings.map(\.start.date).max() else { continue }
            consequences.warnings.append(
                "\(meetings.count) announced meetings keep \(address) as their organizer until \(last): see that it "
                    + "can still send and receive, and name it under `former_mailboxes:`")
        }
    }

    private mutating func noteNextPlanning() {
        let next = programme.zone.local(at: now).date.adding(days: Self.interval)
        let hour = LocalTime(hour: 4, minute: 0) ?? .midnight
        changes.facts[.nextPlanning] = programme.zone.instant(of: LocalDateTime(next, hour)).description
        changes.facts[.fingerprint] = office.configuration.fingerprint
    }

    /// Keeps what has become of meetings that are over.
    private mutating func close(_ present: [Meeting]) {
        for (old, new) in zip(meetings, present) where old != new && (new.state == .held || new.state == .missed) {
            changes.meetings.append(new)
            if old.state != new.state {
                changes.firings[.meeting(new.id)] =
                    new.state == .held ? office.rules.firings(of: new, isLast: false) : []
                changes.arisen += office.rules.firings(
                    on: new.state == .held ? .meetingHeld : .meetingMissed, about: new, in: new.relationship, at: now)
            }
        }
    }

    /// A meeting ahead at the instant that its wall time means by the zone data of today.
    private func underPresentZoneData(_ meeting: Meeting) -> Meeting {
        guard meeting.state == .planned || meeting.state == .announced, meeting.ends > now,
            let zone = SystemZones.zone(named: meeting.zone)
        else {
            return meeting
        }
        var meeting = meeting
        let starts = zone.instant(of: meeting.start)
        if starts != meeting.starts {
            meeting.starts = starts
            meeting.version += 1
        }
        return meeting
    }

    private mutating func apply(_ revision: MeetingRevision, to id: Relationship.ID) throws {
        let before = Dictionary(uniqueKeysWithValues: meetings.map { ($0.id, $0) })
        changes.dropped += revision.dropped
        for dropped in revision.dropped { changes.firings[.meeting(dropped)] = [] }
        for meeting in revision.cancelled {
            changes.meetings.append(meeting)
            changes.firings[.meeting(meeting.id)] = []
            guard let told = announcements[meeting.id] else { continue }
            try tell(of: meeting, from: told, to: told.cancelled(), because: reason(for: meeting, of: id))
        }
        if programme.relationships[id] == nil, !revision.cancelled.isEmpty { consequences.vanished.append(id) }
        guard let relationship = programme.relationships[id] else { return }
        let last = Dictionary(grouping: revision.ahead, by: \.series).compactMapValues { $0.last?.id }
        let endsWithin = relationship.end.map { $0 <= through } ?? false
        for meeting in revision.ahead {
            if before[meeting.id] != meeting { changes.meetings.append(meeting) }
            changes.firings[.meeting(meeting.id)] = office.rules.firings(
                of: meeting, isLast: endsWithin && last[meeting.series] == meeting.id)
            noteConflicts(of: meeting)
            guard meeting.state == .announced, let told = announcements[meeting.id] else { continue }
            let now = Announcement(of: meeting, in: relationship, programme: programme, previous: told, at: self.now)
            if !now.says(theSameAs: told) { try tell(of: meeting, from: told, to: now, because: nil) }
        }
    }

    private mutating func noteConflicts(of meeting: Meeting) {
        guard meeting.state == .announced, !meeting.isAskedFor, meeting.starts > now else { return }
        let conflicts = programme.conflicts(of: meeting)
        guard !conflicts.isEmpty else { return }
        consequences.warnings.append(
            "\(meeting.relationship): the announced \(meeting.kind) on \(meeting.start) stands, and yet "
                + conflicts.map(\.description).joined(separator: ", ")
                + (meeting.start.date < programme.zone.local(at: now).date.adding(days: programme.noticeDays)
                    ? "; it is too near to be planned anew: `jalon meeting move` or `cancel` is for a person to say"
                    : "; `jalon relationship replan \(meeting.relationship)` moves it"))
    }

    private func reason(for cancelled: Meeting, of id: Relationship.ID) -> CancellationReason {
        if asked.meetings.contains(where: { $0.id == cancelled.id }) { return .calledOff }
        guard let relationship = programme.relationships[id] else { return .relationshipEnded }
        if relationship.isPaused(on: cancelled.start.date) { return .relationshipPaused }
        return relationship.end.map { $0 < cancelled.start.date } ?? false ? .relationshipEnded : .planChanged
    }

    private mutating func tell(
        of meeting: Meeting, from told: Announcement, to now: Announcement, because reason: CancellationReason?
    ) throws {
        let outcome = try office.convergence.letters(from: told, to: now, reason: reason, at: self.now)
        guard var announcement = outcome.announcement else { return }
        announcement.revision = told.revision + 1
        var written = outcome.letters
        if let template = asked.movedByAnswers[meeting.id], !now.isCancelled {
            announcement.movesByAnswers = (told.movesByAnswers ?? 0) + 1
            for index in written.indices where written[index].template == .update { written[index].template = template }
        }
        changes.announcements.append(announcement)
        letters += written.map {
            OwedLetter(announcement: announcement, relationship: meeting.relationship, letter: $0)
        }
        let hasMoved = (now.start, now.starts) != (told.start, told.starts)
        let change: Consequences.Change =
            if now.isCancelled { .cancelled } else if hasMoved { .moved(to: now.start) } else { .edited }
        var shown = meeting
        shown.start = told.start
        consequences.items.append(
            Consequences.Item(
                meeting: shown, change: change,
                recipients: written.map(\.recipient.person)))
        if now.isCancelled || hasMoved {
            changes.arisen += office.rules.firings(
                on: now.isCancelled ? .meetingCancelled : .meetingMoved, about: meeting, in: meeting.relationship,
                at: self.now)
        }
        let event = now.isCancelled ? "cancelled" : change == .edited ? "edited" : "moved"
        changes.journal.append(JournalEntry(event, subject: meeting.id.rawValue))
    }
}

extension OwedLetter {
    /// A letter about a meeting's present state: one a revision, template and recipient.
    init(announcement: Announcement, relationship: Relationship.ID, letter: Letter) {
        self.letter = letter
        self.relationship = relationship
        key =
            "\(announcement.meeting) \(letter.template) revision \(announcement.revision) "
            + "\(letter.recipient.person) \(letter.recipient.address)"
    }
}

extension Programme {
    /// A meeting of a relationship that has another id now, under that id.
    func underPresentName(_ meeting: Meeting) -> Meeting {
        guard relationships[meeting.relationship] == nil,
            let renamed = relationships.values.first(where: { $0.formerly == meeting.relationship })
        else { return meeting }
        return meeting.moved(to: renamed.id)
    }
}
