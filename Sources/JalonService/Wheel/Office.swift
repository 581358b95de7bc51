import CivilTime
import Configuration
import Correspondence
import ICalendar
import Ledger
import MailMessage
import Mentoring

/// Everything that follows from one configuration and what people have ordered: its programme, its rules, its words.
struct Office: Sendable {
    let configuration: Configuration
    /// What outranks the configuration.
    let directives: [Relationship.ID: [Directive]]
    let programme: Programme
    let neighbourhood: Neighbourhood
    let rules: RuleBook
    let composer: Composer
    let convergence: Convergence
    private let mentions: MentionFinder

    /// - Parameter other: one of the same configuration, where there is one already.
    init(
        configuration: Configuration, directives: [Relationship.ID: [Directive]] = [:], sharing other: Office? = nil
    ) {
        self.configuration = configuration
        self.directives = directives
        programme = configuration.programme.following(directives)
        neighbourhood = other?.neighbourhood ?? Neighbourhood(of: configuration.programme)
        mentions = MentionFinder(
            programme: programme, index: other?.mentions.index ?? NameIndex(of: configuration.programme))
        rules = RuleBook(programme: programme, zones: { SystemZones.zone(named: $0) })
        let library = TemplateLibrary(overrides: configuration.templates.mapValues { $0.mapValues(\.text) })
        composer = Composer(programme: programme, templates: library, zones: { SystemZones.zone(named: $0) })
        convergence = Convergence(programme: programme, zones: { SystemZones.zone(named: $0) })
    }

    /// What the files call people.
    var known: [KnownPerson] { programme.people.values.sorted { $0.id < $1.id }.map(KnownPerson.init) }

    /// What a planning changes, with the mails that it owes.
    func owing(
        _ planning: PlanningTurn, ledger: Ledger, at now: Instant, using source: inout TokenSource
    ) throws -> Changes {
        var changes = planning.changes
        for letter in planning.letters { try owe(letter, in: &changes, ledger: ledger, at: now, using: &source) }
        return changes
    }

    /// Composes a letter and puts it among the changes.
    func owe(
        _ owed: OwedLetter, in changes: inout Changes, ledger: Ledger, at now: Instant, using source: inout TokenSource
    ) throws {
        var letter = owed.letter
        if let meeting = letter.meeting?.meeting {
            letter.thread = try ledger.thread(of: meeting, with: letter.recipient.address).map { [$0] } ?? []
            if letter.changesCalendar {
                guard try settleEarlier(&letter, about: meeting, in: &changes, ledger: ledger) else { return }
            }
        }
        let mail = try composer.compose(letter, at: now, using: &source)
        let sender =
            programme.namesMailInEnvelope
            ? EnvelopeName.address(for: mail.messageID, of: mail.envelope.sender) : nil
        let envelope = Envelope(sender: sender ?? mail.envelope.sender, recipient: mail.envelope.recipient)
        let leaves = try leaves(owed, letter, beside: changes, ledger: ledger, at: now)
        if owed.isAnswer {
            changes.departuresOfAnswers[letter.recipient.address, default: []].append(leaves)
        } else if letter.template != .declinedNewDate {
            changes.departures[letter.recipient.address, default: []].append(leaves)
        }
        changes.mails.append(
            OwedMail(
                key: owed.key, meeting: letter.meeting?.meeting, relationship: owed.relationship,
                recipient: letter.recipient.person, template: mail.template, envelope: envelope,
                messageID: mail.messageID, subject: mail.subject, bytes: mail.bytes,
                notBefore: leaves, usefulUntil: mail.usefulUntil, isAnswer: owed.isAnswer,
                isConfidential: owed.isConfidential || letter.recipient.role == .mediator,
                mentions: mentions.people(in: letter, as: mail)))
    }

    /// What changes a meeting of the next day cannot wait for the morning; all else of a change can.
    private func leaves(
        _ owed: OwedLetter, _ letter: Letter, beside changes: Changes, ledger: Ledger, at now: Instant
    ) throws -> Instant {
        // Somebody must take up the telephone.
        if owed.isUrgent || letter.concern == .declinedShortly { return now }
        if owed.isAnswer { return try afterOtherAnswers(letter, changes, ledger, at: now) }
        guard letter.changesCalendar else { return try afterOthers(letter, changes, ledger, at: now) }
        let starts = [letter.meeting?.starts, letter.previous?.starts].compactMap(\.self)
        if starts.contains(where: { MailHours.isUrgent($0, at: now) }) { return now }
        let free = try afterOthers(letter, changes, ledger, at: now)
        if letter.template == .invitation { return free }
        return programme.mailHours.next(from: free, in: letter.recipient.zone ?? programme.zone)
    }

    /// Nobody gets more than twenty mails in 24 hours, whatever answers whom.
    private func afterOthers(
        _ letter: Letter, _ changes: Changes, _ ledger: Ledger, at now: Instant
    ) throws -> Instant {
        let address = letter.recipient.address
        let others =
            try ledger.departures(to: address, limit: Self.mostInDay) + (changes.departures[address] ?? [])
        guard others.count >= Self.mostInDay else { return now }
        return max(now, others.sorted(by: >)[Self.mostInDay - 1].adding(seconds: 86_400))
    }

    /// Answers are counted apart: what is owed without them never waits for them.
    private func afterOtherAnswers(
        _ letter: Letter, _ changes: Changes, _ ledger: Ledger, at now: Instant
    ) throws -> Instant {
        let address = letter.recipient.address
        let others =
            try ledger.departures(to: address, answers: true, limit: Self.mostInDay)
            + (changes.departuresOfAnswers[address] ?? [])
        guard others.count >= Self.mostInDay else { return now }
        return max(now, others.sorted(by: >)[Self.mostInDay - 1].adding(seconds: 86_400))
    }

    private static let mostInDay = 20

    /// Withdraws calendar mails that this one makes pointless because they have not left.
    ///
    /// - Returns: false where this one is pointless as well: nobody has heard of what it cancels.
    private func settleEarlier(
        _ letter: inout Letter, about meeting: Meeting.ID, in changes: inout Changes, ledger: Ledger
    ) throws -> Bool {
        let isCancellation = letter.template == .cancellation
        let isFirst = letter.template == .invitation
        let arrived = try ledger.mayHaveArrived(about: meeting, at: letter.recipient.address)
        // Reminders of a time at which the meeting no longer is go with it. Who is invited once more, having left, is not
        // to get the cancellation after that.
        let staysAt = letter.previous?.starts == letter.meeting?.starts && !isCancellation
        changes.withdrawn.append(
            Changes.Withdrawal(
                meeting: meeting, recipient: letter.recipient.address,
                reason: isCancellation ? .cancelled : .superseded,
                scope: staysAt || isFirst ? .calendar : .everything,
                assumesNothingArrived: !arrived && !isFirst))
        if arrived || isFirst { return true }
        letter.template = .invitation
        letter.thread = []
        return !isCancellation
    }
}

extension Letter {
    /// Whether a calendar that reads it holds something else than before; a word on a proposal changes nothing.
    var changesCalendar: Bool { calendar.map { $0.method != .declineCounter } ?? false }
}
