public import CivilTime
import MailMessage
public import Mentoring

/// Puts letters into words and bytes.
public struct Composer: Sendable {
    private let programme: Programme
    private let templates: TemplateLibrary
    private let zones: @Sendable (String) -> Zone?

    /// - Parameter zones: the zone of an IANA name.
    public init(
        programme: Programme, templates: TemplateLibrary, zones: @escaping @Sendable (String) -> Zone?
    ) {
        self.programme = programme
        self.templates = templates
        self.zones = zones
    }

    /// Composes a mail once and for all: retries send these bytes.
    ///
    /// - Parameters:
    ///   - now: the Date field, and the day from which relative days are counted.
    ///   - generator: draws the Message-ID and the boundaries; seeded in a rehearsal.
    public func compose(
        _ letter: Letter, at now: Instant, using generator: inout some RandomNumberGenerator
    ) throws(CorrespondenceError) -> Mail {
        guard
            let (template, language) = templates.template(
                letter.template, for: letter.recipient.language, otherwise: programme.language)
        else { throw .noTemplate(letter.template) }
        if letter.meeting == nil, !template.used.isDisjoint(with: Vocabulary.meeting) {
            throw .noMeeting(letter.template)
        }
        if letter.relationship == nil, !template.used.isDisjoint(with: Vocabulary.relationship) {
            throw .noRelationship(letter.template)
        }

        let meetingZone = try zone(of: letter.meeting) ?? letter.relationship?.zone ?? programme.zone
        let previousZone = try zone(of: letter.previous) ?? meetingZone
        let reader = letter.recipient.zone ?? meetingZone
        let values = LetterValues(
            letter: letter, programme: programme, words: language.wording ?? English(), reader: reader,
            zones: (meetingZone, previousZone), used: template.used,
            question: template.used.contains(.question) ? question(for: letter, in: language) : nil
        ).all(at: now)

        let text = MailBody(subject: template.subject(values), markdown: template.body(values), language: language)
        let sender = letter.meeting?.organizer ?? programme.mailbox
        let messageID = MessageID.random(domain: sender.address.domain, using: &generator)
        let message = MailMessage(
            date: MailDate(secondsSinceEpoch: now.secondsSinceEpoch, offset: programme.zone.offset(at: now)),
            from: Mailbox(name: sender.name.map { CleanText.line($0) }, address: sender.address),
            to: Mailbox(name: CleanText.line(letter.recipient.name), address: letter.recipient.address),
            subject: text.subject, messageID: messageID, inReplyTo: letter.thread.first, references: letter.thread,
            contentLanguage: language.rawValue, headers: [Header("Auto-Submitted", text: "auto-generated")],
            body: text.part(with: letter.calendar, for: letter.recipient))
        return Mail(
            envelope: Envelope(sender: sender.address, recipient: letter.recipient.address),
            bytes: message.serialized(using: &generator), messageID: messageID, subject: text.subject,
            text: text.markdown, template: letter.template, language: language,
            usefulUntil: usefulUntil(letter, template, at: now, meeting: meetingZone, reader: reader))
    }

    private func question(for letter: Letter, in language: Language) -> String? {
        guard let relationship = letter.relationship else { return nil }
        return templates.question(
            for: letter.recipient.role, in: language, relationship: relationship.id,
            ordinal: letter.ordinal ?? 0)
    }

    private func zone(of announcement: Announcement?) throws(CorrespondenceError) -> Zone? {
        guard let name = announcement?.zone else { return nil }
        guard let zone = zones(name) else { throw .unknownZone(name) }
        return zone
    }

    /// "Tomorrow" is true until the recipient's midnight, a reminder is of use until the meeting begins, and what
    /// changes a calendar until the meeting is over, where it was and where it is. What comes after it has no such end.
    private func usefulUntil(
        _ letter: Letter, _ template: Template, at now: Instant, meeting zone: Zone, reader: Zone
    ) -> Instant? {
        var limits: [Instant] = []
        if template.used.contains(.relativeDay) {
            let tomorrow = reader.local(at: now).date.adding(days: 1)
            limits.append(reader.instant(of: LocalDateTime(tomorrow, .midnight)))
        }
        if letter.calendar != nil {
            let over = [letter.meeting, letter.previous].compactMap {
                $0.map { $0.starts.adding(seconds: Int64($0.minutes) * 60) }
            }
            .max()
            if let over, over > now { limits.append(over) }
        } else if let starts = letter.meeting.map({ zone.instant(of: $0.start) }), starts > now {
            limits.append(starts)
        }
        return limits.min()
    }
}
