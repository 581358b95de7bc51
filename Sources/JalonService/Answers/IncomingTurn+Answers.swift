import CivilTime
import Correspondence
import ICalendar
import Ledger
import Mentoring

// Accept, decline, propose, and ask again.

extension IncomingTurn {
    /// A meeting is moved by answers so often; then people talk to each other.
    private static let mostMoves = 2
    /// Within so many seconds of its start nothing is moved by mail any more.
    private static let tooNear: Int64 = 86_400

    private func found(_ id: Meeting.ID) throws -> (Meeting, Announcement) {
        guard let meeting = try wheel.ledger.meeting(id), let announcement = try wheel.ledger.announcement(of: id)
        else {
            throw OrderRefusal.noSuchMeeting(id)
        }
        return (meeting, announcement)
    }

    mutating func take(_ given: GivenAnswer, to id: Meeting.ID, from person: Person.ID) throws -> String {
        var (meeting, announcement) = try found(id)
        do throws(AnswerRefusal) {
            try announcement.take(given, from: person)
        } catch {
            if announcement.isRefusalOfFreedDate(given, by: person) {
                return try refuseFreedDate(given, meeting, announcement, by: person)
            }
            return leave(error.rawValue, .answer(id, person, given))
        }
        changes.announcements = [announcement]
        changes.journal = [
            JournalEntry(
                "answered", subject: "\(id) \(wheel.ledger.opaqueID(of: person))", detail: given.answer.rawValue)
        ]
        let text = "\(id): \(given.answer.rawValue)"
        guard let event = given.answer.event, meeting.state == .announced, meeting.starts > now else { return text }
        func firings() -> [Firing] {
            wheel.office.rules.firings(on: event, about: meeting, in: meeting.relationship, by: person, at: now)
        }
        guard event == .meetingDeclined || !firings().isEmpty else { return text }
        guard try spend(.answer, person, about: id) else {
            changes.folded = firings().map { Changes.Folded($0, .answeredOften) }
            // Somebody must take up the telephone all the same; it is told once for each date.
            if event == .meetingDeclined, now.seconds(until: meeting.starts) < Self.tooNear {
                try tell(.declinedShortly, about: announcement, in: meeting.relationship, by: person)
            }
            return text + "; too often in one day, the rest is for people"
        }
        var move: String?
        if event == .meetingDeclined { (meeting, move) = try decline(meeting, announcement, by: person) }
        // A rule speaks of the meeting as it is from now on.
        changes.arisen += firings()
        return text + (move.map { "; \($0)" } ?? "")
    }

    // MARK: - Decline

    /// Somebody refuses the date that another's refusal has freed: nothing moves once more, and rules hear of both.
    private mutating func refuseFreedDate(
        _ given: GivenAnswer, _ meeting: Meeting, _ announcement: Announcement, by person: Person.ID
    ) throws -> String {
        let text = leave(AnswerRefusal.outdated.rawValue, .answer(meeting.id, person, given))
        guard meeting.state == .announced, meeting.starts > now else { return text }
        let firings = wheel.office.rules.firings(
            on: .meetingDeclined, about: meeting, in: meeting.relationship, by: person, at: now)
        guard !firings.isEmpty else { return text }
        var noted = announcement
        noted.note(given.stamp, from: person)
        changes.announcements = [noted]
        guard try spend(.answer, person, about: meeting.id) else {
            changes.folded = firings.map { Changes.Folded($0, .answeredOften) }
            return text + "; too often in one day, the rest is for people"
        }
        changes.arisen = firings
        return text + "; rules hear of it"
    }

    /// - Returns: the meeting from now on, and what was done.
    private mutating func decline(
        _ meeting: Meeting, _ announcement: Announcement, by person: Person.ID
    ) throws -> (Meeting, String) {
        if let concern = reasonToAsk(meeting, announcement, person) {
            try tell(concern, about: announcement, in: meeting.relationship, by: person)
            return (meeting, "the coordinator is told")
        }
        guard let replanning = try anotherDate(for: meeting),
            let moved = replanning.changes.meetings.first(where: { $0.id == meeting.id })
        else {
            try tell(.declinedWithoutDate, about: announcement, in: meeting.relationship, by: person)
            return (meeting, "no other date suits, the coordinator is told")
        }
        adopt(replanning)
        return (moved, "moved to \(moved.start)")
    }

    /// Why nothing goes out by itself; nil where the planner's next date does.
    private func reasonToAsk(_ meeting: Meeting, _ announcement: Announcement, _ person: Person.ID) -> Concern? {
        guard let participant = announcement.participants.first(where: { $0.person == person }), participant.isNeeded
        else { return .declinedByCompanion }
        if now.seconds(until: meeting.starts) < Self.tooNear { return .declinedShortly }
        if announcement.participants.count(where: \.isNeeded) > 2 { return .declinedByGroup }
        if announcement.movesByAnswers ?? 0 >= Self.mostMoves { return .declinedAgain }
        return programme.afterDecline == .ask ? .declined : nil
    }

    /// The plan with the date freed and the planner's next one in its place; nil where that breaks the rhythm.
    private mutating func anotherDate(for meeting: Meeting) throws -> Wheel.Replanning? {
        let id = meeting.relationship
        guard let relationship = programme.relationships[id] else { return nil }
        var asked = Asked()
        asked.only = [id]
        asked.released = [meeting.id]
        asked.movedByAnswers = [meeting.id: .declinedNewDate]
        var own = wheel.office.directives[id] ?? relationship.formerly.flatMap { wheel.office.directives[$0] } ?? []
        own.append(.skip(meeting.start.date))
        let replanning = try wheel.replan(asked, directives: [id: own], at: now)
        guard let moved = replanning.changes.meetings.first(where: { $0.id == meeting.id }),
            moved.state == .announced, moved.starts != meeting.starts
        else { return nil }
        let others = try wheel.ledger.meetings(in: [.announced, .held], of: [id])
        return replanning.office.programme.keepsRhythm(moved, among: others) ? replanning : nil
    }

    // MARK: - Counter

    mutating func take(_ proposal: Proposal, to id: Meeting.ID, from person: Person.ID) throws -> String {
        var (meeting, announcement) = try found(id)
        let incoming = Incoming.proposal(id, person, proposal)
        guard !announcement.isCancelled, meeting.state == .announced, meeting.starts > now else {
            return leave(AnswerRefusal.cancelled.rawValue, incoming)
        }
        guard let participant = announcement.participants.first(where: { $0.person == person }) else {
            return leave(AnswerRefusal.notInvited.rawValue, incoming)
        }
        guard proposal.sequence >= announcement.timeSequence ?? 0 else {
            return leave(AnswerRefusal.outdated.rawValue, incoming)
        }
        guard !participant.saysSomethingLater(than: proposal.stamp) else {
            return leave(AnswerRefusal.earlier.rawValue, incoming)
        }
        guard try spend(.answer, person, about: id) else {
            return leave("too often in one day, the rest is for people", incoming, keeping: true)
        }
        let dates = SuitableDates(of: meeting, office: wheel.office, ledger: wheel.ledger, now: now)
        let isOften = announcement.movesByAnswers ?? 0 >= Self.mostMoves
        let mayMove = participant.isNeeded && !isOften && now.seconds(until: meeting.starts) >= Self.tooNear
        if mayMove, let turn = try dates.move(to: proposal.starts) {
            var asked = turn.asked
            asked.movedByAnswers = [id: .update]
            adopt(try wheel.replan(asked, directives: turn.directives, at: now))
            changes.journal.append(
                JournalEntry("moved by answer", subject: "\(id) \(wheel.ledger.opaqueID(of: person))"))
            return "\(id): moves to the time that was proposed"
        }
        let letter = try wheel.office.convergence.declining(
            counterOf: participant, to: announcement,
            alternatives: mayMove ? try dates.nearest(to: proposal.starts) : [], at: now)
        announcement.note(proposal.stamp, from: person)
        changes.announcements = [announcement]
        let key = "\(id) counter \(proposal.starts) sequence \(announcement.sequence) \(person)"
        try owe(letter, key, in: meeting.relationship)
        changes.journal.append(JournalEntry("counter declined", subject: "\(id) \(wheel.ledger.opaqueID(of: person))"))
        if isOften { try tell(.proposedAgain, about: announcement, in: meeting.relationship, by: person) }
        return "\(id): stays, the time that was proposed does not suit"
    }

    // MARK: - Refresh

    /// The invitation goes again to whoever has lost it, once a day at most.
    mutating func refresh(_ id: Meeting.ID, for person: Person.ID) throws -> String {
        var (meeting, announcement) = try found(id)
        guard !announcement.isCancelled, meeting.state == .announced, meeting.starts > now,
            let participant = announcement.participants.first(where: { $0.person == person })
        else { return leave(AnswerRefusal.cancelled.rawValue, .refresh(id, person)) }
        let day = programme.zone.local(at: now).date
        let key = "\(id) refresh \(day) revision \(announcement.revision) \(person) \(participant.address)"
        guard try !wheel.ledger.hasMail(key: key) else { return leave("it has gone again today", .refresh(id, person)) }
        // One that is under way would be passed by its own copy.
        guard try !wheel.ledger.owesCalendar(about: id, to: participant.address) else {
            return leave("it has not left yet", .refresh(id, person))
        }
        guard try spend(.answer, person, about: id) else {
            return leave("too often in one day, the rest is for people", .refresh(id, person), keeping: true)
        }
        // Of two messages with one SEQUENCE, calendars take the later (RFC 5546 section 2.1.5).
        announcement.lastModified = max(now, announcement.lastModified.adding(seconds: 1))
        changes.announcements = [announcement]
        let letter = try wheel.office.convergence.refreshing(announcement, for: participant)
        try owe(letter, key, in: meeting.relationship)
        changes.journal.append(JournalEntry("refreshed", subject: "\(id) \(wheel.ledger.opaqueID(of: person))"))
        return "\(id): the invitation goes again"
    }

    private mutating func owe(_ letter: Letter, _ key: String, in relationship: Relationship.ID) throws {
        var owed = OwedLetter(key: key, relationship: relationship, letter: letter)
        owed.isAnswer = true
        try wheel.office.owe(owed, in: &changes, ledger: wheel.ledger, at: now, using: &wheel.source)
    }
}

extension Answer {
    /// What a rule can wait for; nil where nothing does.
    fileprivate var event: Trigger.Event? {
        switch self {
        case .accepted: .meetingAccepted
        case .declined: .meetingDeclined
        case .tentative, .missing: nil
        }
    }
}
