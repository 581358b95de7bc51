public import CivilTime
import ICalendar
import MailMessage
public import Mentoring

extension Convergence {
    /// The invitation as it stands, for one who asks for it again (RFC 5546 section 3.2.6).
    ///
    /// - Parameter announcement: with a `lastModified` after that of the invitation, for DTSTAMP.
    public func refreshing(
        _ announcement: Announcement, for participant: Announcement.Participant
    ) throws(CorrespondenceError) -> Letter {
        let event = try event(announcement, in: participant.language)
        let message = SchedulingMessage(
            method: .request, event: event, recipients: [participant.address.description], reason: .updated)
        return Letter(
            template: .invitation, recipient: Recipient(participant, in: programme), meeting: announcement,
            calendar: message)
    }

    /// The word that a time somebody has proposed is not taken (RFC 5546 section 3.2.8).
    ///
    /// - Parameter alternatives: times that would do, on the meeting's wall clock.
    public func declining(
        counterOf participant: Announcement.Participant, to announcement: Announcement, alternatives: [LocalDateTime],
        at instant: Instant
    ) throws(CorrespondenceError) -> Letter {
        let words = words(participant.language)
        let dates = alternatives.map { "\(words.date($0.date)), \(words.hour($0.time))" }
        let message = SchedulingMessage.declining(
            counterOf: participant.address.description, to: try event(announcement, in: participant.language),
            at: instant, comment: words.counterDeclined(alternatives: dates))
        var letter = Letter(
            template: .counterDeclined, recipient: Recipient(participant, in: programme), meeting: announcement,
            calendar: message)
        letter.alternatives = alternatives
        return letter
    }
}
