import CivilTime
import ICalendar
import MailMessage
import Mentoring

/// Turns what is announced of a meeting into the event that calendars hold, in one language.
///
/// A title gives nothing away, and no objective is ever part of an event.
struct CalendarEntry {
    let zones: @Sendable (String) -> Zone?
    /// Answers are followed, other times that are proposed as well.
    let takesCounters: Bool

    /// The event of an invitation, with everybody who takes part.
    func event(_ announcement: Announcement, in words: any Wording) throws(CorrespondenceError) -> Event {
        guard let zone = zones(announcement.zone) else { throw .unknownZone(announcement.zone) }
        let contact = announcement.organizer.address.description
        return Event(
            uid: announcement.uid, sequence: announcement.sequence, stamp: announcement.lastModified,
            created: announcement.created, lastModified: announcement.lastModified, start: announcement.start,
            end: announcement.end, zone: zone, summary: Cast(of: announcement).title(announcement.kind, in: words),
            description: words.calendarNote(contact: contact),
            location: (announcement.place?.text).map { CleanText.line($0) },
            conference: (announcement.place?.link).map { CleanText.line($0) },
            organizer: Organizer(name: CleanText.line(announcement.organizer.name ?? ""), address: contact),
            attendees: announcement.participants.map(attendee),
            status: announcement.isCancelled ? .cancelled : .confirmed,
            classification: announcement.isPrivate ? .private : .public, takesCounters: takesCounters)
    }

    private func attendee(_ participant: Announcement.Participant) -> Attendee {
        return Attendee(
            address: participant.address.description, name: CleanText.line(participant.name),
            role: participant.isNeeded ? .required : .nonParticipant, participation: participation(of: participant),
            rsvp: participant.isNeeded)
    }
}

extension CalendarEntry {
    private func participation(of participant: Announcement.Participant) -> ParticipationStatus {
        switch participant.answer?.answer ?? .missing {
        case .accepted: .accepted
        case .declined: .declined
        case .tentative: .tentative
        case .missing: .needsAction
        }
    }
}

extension Place {
    fileprivate var link: String? {
        if case .video(let link) = self { link } else { nil }
    }
}
