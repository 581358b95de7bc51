import CivilTime
import Configuration
import ICalendar
import Ledger
import MailMessage
import Mentoring

// Answers that calendars give: REPLY, COUNTER and REFRESH (RFC 5546 section 3.2).

extension MailJudge {
    /// - Throws: `AnswerFault` never for what is known; a ledger that cannot be read.
    func judge(_ answer: CalendarAnswer, in mail: ReceivedMessage, at now: Instant) throws(AnswerFault) -> Judgement {
        let found: Announcement?
        do {
            found = try records.uid(answer.uid)
        } catch {
            return .forHumans("\(error)")
        }
        guard let found else { return .forHumans("it answers no meeting that Jalon knows") }
        let id = found.meeting
        let writer: Attendee
        switch answeringAttendee(of: answer, mail, among: found) {
        case .success(let attendee): writer = attendee
        case .failure(let reason): return .left(id, reason.words)
        }
        let participant = EmailAddress(writer.address).map { SenderAddress($0) }.flatMap { key in
            found.participants.first { addresses(of: $0).contains(key) }
        }
        guard let participant else {
            return .incoming(.uninvited(id))
        }
        if proof.doubt(that: addresses(of: participant), sent: mail, allowingRobots: true) != nil {
            return .incoming(.concern(.unverified, id, participant.person))
        }
        guard answer.recurrenceID == nil else {
            return .left(id, "it answers one date of a series, which it is none of")
        }
        // Who gives no time, or one in the future, answers when the mail was written.
        let written = mail.written(by: now, answering: found.timeAnnounced ?? found.created)
        let stamp = answer.stamp.map { $0 > now ? written : $0 } ?? written
        switch answer.kind {
        case .reply: return reply(of: participant, writer, answer.sequence, stamp, to: found)
        case .refresh:
            return found.isCancelled
                ? .left(id, AnswerRefusal.cancelled.rawValue) : .incoming(.refresh(id, participant.person))
        case .counter: return proposal(of: participant, answer, stamp, to: found)
        }
    }

    private struct Unclear: Error { let words: String }

    /// A COUNTER carries all attendees, as the proposed event has them: then the sender is who answers.
    private func answeringAttendee(
        of answer: CalendarAnswer, _ mail: ReceivedMessage, among announced: Announcement
    ) -> Result<Attendee, Unclear> {
        if let attendee = answer.attendee { return .success(attendee) }
        if answer.kind == .counter, let author = mail.author {
            let participant = announced.participants.first { addresses(of: $0).contains(SenderAddress(author)) }
            let own = participant.map(addresses) ?? []
            let attendee = answer.attendees.first { attendee in
                EmailAddress(attendee.address).map { own.contains(SenderAddress($0)) } ?? false
            }
            if let attendee { return .success(attendee) }
        }
        let count = answer.attendees.count
        return .failure(
            Unclear(words: count == 0 ? "it does not say who answers" : "\(count) people answer in one mail"))
    }

    private func reply(
        of participant: Announcement.Participant, _ attendee: Attendee, _ sequence: Int, _ stamp: Instant,
        to found: Announcement
    ) -> Judgement {
        let id = found.meeting
        let given: Answer
        switch attendee.participation {
        case .accepted: given = .accepted
        case .declined: given = .declined
        case .tentative: given = .tentative
        case .delegated: return .incoming(.concern(.delegated, id, participant.person))
        case .needsAction: return .left(id, "it says neither yes nor no")
        }
        return judge(GivenAnswer(given, sequence: sequence, stamp: stamp), of: participant.person, to: found)
    }

    func judge(_ given: GivenAnswer, of person: Person.ID, to found: Announcement) -> Judgement {
        var copy = found
        do throws(AnswerRefusal) {
            try copy.take(given, from: person)
        } catch {
            // Rules that wait for refusals hear of that one as well.
            let isHeard = programme.rules.contains { $0.trigger.events.contains(.meetingDeclined) }
            guard isHeard, found.isRefusalOfFreedDate(given, by: person) else {
                return .left(found.meeting, error.rawValue)
            }
        }
        return .incoming(.answer(found.meeting, person, given))
    }

    private func proposal(
        of participant: Announcement.Participant, _ answer: CalendarAnswer, _ stamp: Instant, to found: Announcement
    ) -> Judgement {
        let id = found.meeting
        let zones = { (name: String) in SystemZones.zone(named: name) }
        let floating = zones(found.zone) ?? programme.zone
        guard !found.isCancelled else { return .left(id, AnswerRefusal.cancelled.rawValue) }
        guard answer.sequence >= found.timeSequence ?? 0 else { return .left(id, AnswerRefusal.outdated.rawValue) }
        if participant.saysSomethingLater(than: stamp) { return .left(id, AnswerRefusal.earlier.rawValue) }
        guard let starts = answer.proposedStart(floating: floating, zones: zones) else {
            return .left(id, "it proposes no time that can be read")
        }
        return .incoming(
            .proposal(id, participant.person, Proposal(starts: starts, sequence: answer.sequence, stamp: stamp)))
    }

    private func addresses(of participant: Announcement.Participant) -> Set<SenderAddress> {
        programme.addresses(of: participant.person, and: [participant.address])
    }
}
