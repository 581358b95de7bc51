public import CivilTime
import ICalendar
import MailMessage
public import Mentoring

/// Finds what to say when what was announced of a meeting differs from what is true.
///
/// Nobody decides to send a cancellation: it falls out of the comparison, for each recipient in the language in which
/// they were told before and read now.
public struct Convergence: Sendable {
    let programme: Programme
    private let zones: @Sendable (String) -> Zone?

    public struct Outcome: Sendable, Hashable {
        /// What is announced from now on; a cancelled one keeps the SEQUENCE from which a return would go on.
        public var announcement: Announcement?
        /// In the order in which they should leave: cancellations, invitations, updates.
        public var letters: [Letter]
    }

    /// - Parameter zones: the zone of an IANA name.
    public init(programme: Programme, zones: @escaping @Sendable (String) -> Zone?) {
        self.programme = programme
        self.zones = zones
    }

    /// - Parameters:
    ///   - announced: what participants have been told; nil for nothing.
    ///   - now: what is true; nil or a cancelled one for a meeting that is off.
    ///   - reason: why it is off; `planChanged` where it is not said.
    ///   - instant: the moment of composing, for DTSTAMP and LAST-MODIFIED.
    public func letters(
        from announced: Announcement?, to now: Announcement?, reason: CancellationReason? = nil, at instant: Instant
    ) throws(CorrespondenceError) -> Outcome {
        let old = announced.flatMap { $0.isCancelled ? nil : $0 }
        let new = now.flatMap { $0.isCancelled ? nil : $0 }
        guard old != nil || new != nil else { return Outcome(announcement: announced ?? now, letters: []) }
        // Of two messages with one SEQUENCE, calendars take the later (RFC 5546 section 2.1.5).
        let instant = announced.map { max(instant, $0.lastModified.adding(seconds: 1)) } ?? instant

        let told = Told.all(from: old, to: new)
        var changes: [Told.Languages: Change] = [:]
        for languages in Set(told.map(\.languages)) {
            let comment = words(languages.after).sentence(for: new == nil ? reason ?? .planChanged : .participantLeft)
            changes[languages] = ICalendar.changes(
                from: try eventIfAny(announced, in: languages.before), to: try eventIfAny(new, in: languages.after),
                at: instant, comment: comment, announcedStart: old?.starts)
        }
        // What raises it is the same in every language: time, place, status and addresses.
        let sequence = changes.values.map(\.sequence).max() ?? 0

        var outcome = Outcome(announcement: nil, letters: [])
        let letters = told.flatMap { told in
            (changes[told.languages]?.messages ?? []).filter { $0.recipients.contains(told.address.description) }
                .map { self.letter($0, to: told, from: old, to: new, reason: reason) }
        }
        outcome.letters = Letter.Order.allCases.flatMap { order in letters.filter { $0.order == order } }
        outcome.announcement = new ?? old?.cancelled()
        outcome.announcement?.sequence = sequence
        if let new, old.map({ !$0.isAtSameTime(as: new) }) ?? true {
            outcome.announcement?.timeSequence = sequence == 0 ? nil : sequence
            outcome.announcement?.timeAnnounced = announced == nil ? nil : instant
        }
        if let old {
            outcome.announcement?.organizer = old.organizer
            outcome.announcement?.created = old.created
            outcome.announcement?.lastModified = old.lastModified
        }
        if !letters.isEmpty { outcome.announcement?.lastModified = instant }
        // What a letter says of the meeting is what is announced with it.
        for index in outcome.letters.indices where outcome.letters[index].template != .cancellation {
            outcome.letters[index].meeting = outcome.announcement
        }
        return outcome
    }

    private func letter(
        _ message: SchedulingMessage, to told: Told, from old: Announcement?, to new: Announcement?,
        reason: CancellationReason?
    ) -> Letter {
        var message = message
        message.recipients = [told.address.description]
        let recipient = Recipient(told.participant, in: programme)
        switch message.reason {
        case .invited:
            return Letter(template: .invitation, recipient: recipient, meeting: new, calendar: message)
        case .updated, .timeChanged, .counterDeclined:
            return Letter(template: .update, recipient: recipient, meeting: new, previous: old, calendar: message)
        case .cancelled:
            return Letter(
                template: .cancellation, recipient: recipient, meeting: old, calendar: message,
                reason: reason ?? .planChanged)
        case .removed:
            let remains = new?.participants.contains { $0.person == told.participant.person } ?? false
            let why: CancellationReason = remains ? .addressChanged : .participantLeft
            message.event.comment = words(told.languages.after).sentence(for: why)
            return Letter(
                template: .cancellation, recipient: recipient, meeting: old, calendar: message, reason: why)
        }
    }

    private func eventIfAny(_ announcement: Announcement?, in language: Language) throws(CorrespondenceError) -> Event?
    {
        guard let announcement else { return nil }
        return try event(announcement, in: language)
    }

    func event(_ announcement: Announcement, in language: Language) throws(CorrespondenceError) -> Event {
        try CalendarEntry(zones: zones, takesCounters: programme.followsAnswers)
            .event(announcement, in: words(language))
    }

    func words(_ language: Language) -> any Wording {
        language.wording ?? programme.language.wording ?? English()
    }
}
