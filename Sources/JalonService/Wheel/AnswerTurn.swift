import CivilTime
import Ledger
import Mentoring

extension Wheel {
    /// Writes down a participant's answer, with what rules make of it.
    ///
    /// - Returns: what became of it; one that does not count is no fault of whoever handed it in.
    mutating func take(
        _ given: GivenAnswer, to id: Meeting.ID, from person: Person.ID, as order: Order.ID, at now: Instant
    ) throws -> Order.Answer {
        guard let meeting = try ledger.meeting(id), var announcement = try ledger.announcement(of: id) else {
            throw OrderRefusal.noSuchMeeting(id)
        }
        var changes = Changes()
        let subject = "\(id.rawValue) \(OpaqueID.of(person))"
        do throws(AnswerRefusal) {
            try announcement.take(given, from: person)
            changes.announcements = [announcement]
            changes.journal = [JournalEntry("answered", subject: subject, detail: given.answer.rawValue)]
            changes.answers[order] = Order.Answer(accepted: true, text: "\(id.rawValue): \(given.answer.rawValue)")
            if let event = given.answer.event, meeting.state == .announced, meeting.starts > now {
                changes.arisen = office.rules.firings(
                    on: event, about: meeting, in: meeting.relationship, by: person, at: now)
            }
        } catch {
            changes.journal = [JournalEntry("answer left", subject: subject, detail: error.rawValue)]
            changes.answers[order] = Order.Answer(accepted: true, text: "\(id.rawValue): left, \(error.rawValue)")
        }
        try commit(changes, at: now)
        return changes.answers[order] ?? Order.Answer(accepted: true, text: "")
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
