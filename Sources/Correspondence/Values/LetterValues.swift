import CivilTime
import MailMessage
import Mentoring

/// The values for one letter's variables, in one language.
///
/// What a role may not see is never among them: objectives are for the two sides of the relationship alone.
struct LetterValues {
    let letter: Letter
    let programme: Programme
    let words: any Wording
    /// The recipient's zone.
    let reader: Zone
    /// The zones of the meeting as it is, and as it was announced before.
    let zones: (meeting: Zone, previous: Zone)
    /// What the text names; what takes time to find out is left out where it is not asked for.
    let used: Set<Variable>
    /// One of the bank, for preparation.
    let question: String?

    func all(at now: Instant) -> TemplateValues {
        var values = everywhere
        if let meeting = letter.meeting {
            let view = MeetingView(meeting, zone: zones.meeting, reader: reader)
            values.merge(self.meeting(meeting, view, at: now))
            values.merge(change(to: meeting, view))
        }
        if let reason = letter.reason {
            values.merge(cancellation(reason))
        }
        if let relationship = letter.relationship, !used.isDisjoint(with: Vocabulary.relationship) {
            let framework = FrameworkValues(
                relationship: relationship, programme: programme, recipient: letter.recipient, words: words,
                namesMails: !used.isDisjoint(with: [.hasMails, .mails]))
            values.merge(framework.all)
        }
        if let history = letter.history {
            let history = HistoryValues(history: history, programme: programme, words: words, reader: reader)
            values.merge(history.all)
        }
        if let digest = letter.digest {
            values.merge(DigestValues(digest: digest, programme: programme, words: words, reader: reader).all)
        }
        values.merge(answer)
        values.set(.question, question)
        values.set(.until, pauseEnd(at: now).map(words.date))
        values.set(.waitingCount, letter.waiting.map { "\($0)" })
        if let asker = letter.asker.flatMap({ programme.people[$0] }) {
            values.set(.asker, CleanText.line(asker.name))
            values[.askerAddress] = .address(asker.address.description)
        }
        // Whatever a text names, nobody reads what their role may not see.
        values.keep { used.contains($0) && $0.isVisible(to: letter.recipient.role) }
        return values
    }

    private func pauseEnd(at now: Instant) -> CivilDate? {
        guard let relationship = letter.relationship else { return nil }
        let today = relationship.zone.local(at: now).date
        return relationship.pauses.first { $0.last.map { $0 >= today } ?? true }?.last
    }

    private var everywhere: TemplateValues {
        let recipient = letter.recipient
        var values = TemplateValues()
        values.set(.programme, programme.name)
        values.set(.recipient, Cast.Member(person: recipient.person, name: CleanText.line(recipient.name)).givenName)
        values.set(.tu, programme.tone == .tu)
        values.set(.toMentor, recipient.role == .mentor)
        values.set(.toMentee, recipient.role == .mentee)
        values.set(.toParty, recipient.isParty)
        values[.contact] = .address((letter.meeting?.organizer ?? programme.mailbox).address.description)
        values.set(.coordinator, programme.coordinator.flatMap { programme.people[$0]?.name })
        values.set(.answersFollowed, programme.followsAnswers)
        if let cast {
            let others = cast.others(for: recipient.person)
            values.set(.others, words.list(others.map(\.givenName)))
            values.set(.othersFull, words.list(others.map(\.name)))
            values.set(.pair, cast.pair(in: words))
            values.set(.mentorsFull, words.list(cast.mentors.map(\.name)))
            values.set(.menteesFull, words.list(cast.mentees.map(\.name)))
        }
        return values
    }

    private var cast: Cast? {
        letter.meeting.map { Cast(of: $0) } ?? letter.relationship.map { Cast(of: $0, in: programme) }
    }

    // MARK: - A meeting

    private func meeting(_ meeting: Announcement, _ view: MeetingView, at now: Instant) -> TemplateValues {
        var values = TemplateValues()
        values.set(.kind, words.kind(meeting.kind))
        values.set(.kindCapital, words.kind(meeting.kind).capitalizedFirst)
        values.set(.title, Cast(of: meeting).title(meeting.kind, in: words))
        values.set(.isReview, meeting.kind == .review)
        values.set(.date, words.date(view.date))
        values.set(.startTime, words.hour(view.start))
        values.set(.hours, words.hours(from: view.start, to: view.end))
        values.set(.duration, words.length(minutes: view.minutes))
        values.set(.zone, reader == programme.zone ? nil : reader.name)
        let days = view.daysAhead(at: now, in: reader)
        values.set(.relativeDay, days < 0 ? words.date(view.date) : words.relativeDay(days))
        values[.where] = whereabouts(meeting.place)
        switch meeting.place {
        case .inPerson(let place): values.set(.place, place)
        case .video(let link): values[.link] = .address(link)
        case nil: values.set(.whereOpen, true)
        }
        return values
    }

    private func whereabouts(_ place: Place?) -> TemplateValue {
        switch place {
        case .inPerson(let place): .text(place)
        case .video(let link): .phrase(before: words.byVideo, address: link)
        case nil: .text(words.openPlace)
        }
    }

    // MARK: - What an answer brings

    private var answer: TemplateValues {
        var values = TemplateValues()
        values.set(.hasAlternatives, !letter.alternatives.isEmpty)
        values[.alternatives] = .list(letter.alternatives.map(alternative))
        guard let concern = letter.concern else { return values }
        let name = letter.concerned.flatMap { programme.people[$0] }.map { CleanText.line($0.name) }
        var person = name ?? letter.concerned?.rawValue ?? ""
        if let address = letter.concernedAddress { person += " (\(address))" }
        let (sentence, advice) = words.sentences(for: concern, person: person)
        values.set(.concern, sentence)
        values.set(.advice, advice)
        if let meeting = letter.meeting {
            let view = MeetingView(meeting, zone: zones.meeting, reader: reader)
            values.set(.occasion, "\(words.kind(meeting.kind)), \(words.date(view.date)), \(words.hour(view.start))")
        }
        return values
    }

    private func alternative(_ start: LocalDateTime) -> TemplateValues {
        let starts = reader.local(at: zones.meeting.instant(of: start))
        let ends = starts.adding(seconds: (letter.meeting?.minutes ?? 0) * 60)
        var values = TemplateValues()
        values.set(.date, words.date(starts.date))
        values.set(.hours, words.hours(from: starts.time, to: ends.time))
        return values
    }

    // MARK: - What became of it

    private func change(to meeting: Announcement, _ view: MeetingView) -> TemplateValues {
        let previous = letter.previous ?? meeting
        let old = MeetingView(previous, zone: zones.previous, reader: reader)
        var values = TemplateValues()
        values.set(.whenChanged, old != view)
        values.set(.oldDate, words.date(old.date))
        values.set(.oldHours, words.hours(from: old.start, to: old.end))
        values.set(.whereChanged, previous.place != meeting.place)
        values[.oldWhere] = whereabouts(previous.place)
        values.set(.kindChanged, previous.kind != meeting.kind)
        values.set(.oldKind, words.kind(previous.kind))
        let joined = names(in: meeting, butNot: previous)
        let left = names(in: previous, butNot: meeting)
        values.set(.joined, joined)
        values.set(.left, left)
        values.set(
            .onlyDetails,
            old == view && previous.place == meeting.place && previous.kind == meeting.kind && joined == nil
                && left == nil)
        return values
    }

    private func names(in announcement: Announcement, butNot other: Announcement) -> String? {
        let known = Set(other.participants.map(\.person))
        let names = announcement.participants.filter { !known.contains($0.person) }.map { CleanText.line($0.name) }
        return names.isEmpty ? nil : words.list(names)
    }

    private func cancellation(_ reason: CancellationReason) -> TemplateValues {
        var values = TemplateValues()
        values.set(.reason, words.sentence(for: reason))
        values.set(.meetingStands, reason.leavesMeeting)
        values.set(.planChanged, reason == .planChanged)
        values.set(.relationshipEnded, reason == .relationshipEnded)
        values.set(.relationshipPaused, reason == .relationshipPaused)
        values.set(.calledOff, reason == .calledOff)
        values.set(.participantLeft, reason == .participantLeft)
        values.set(.addressChanged, reason == .addressChanged)
        return values
    }
}
