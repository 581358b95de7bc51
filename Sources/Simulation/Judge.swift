import CivilTime
import Configuration
import ICalendar
import JalonService
import Ledger
import MailMessage
import Mentoring

/// Watches a run, and says what must not have been.
struct Judge {
    private let ledger: Ledger
    private(set) var server = MailServer()
    private(set) var complaints: [String] = []
    /// When the meeting of each mail was to begin when the mail was composed.
    private var meant: [OutboxEntry.ID: Instant] = [:]
    private var lastMail: OutboxEntry.ID = 0
    private var marked: Set<OutboxEntry.ID> = []
    private var stored: [OutboxEntry.ID: [MailServer.Arrival]] = [:]

    private static let reminders: Set<TemplateName> = [.dayBefore, .prepare]
    private static let calendar: Set<TemplateName> = [
        .invitation, .update, .declinedNewDate, .cancellation,
    ]

    init(ledger: Ledger) {
        self.ledger = ledger
    }

    var doubts: Int { stored.values.reduce(0) { $0 + $1.count - 1 } }

    mutating func complain(_ text: String) { complaints.append(text) }

    // MARK: - On the way

    mutating func lookAtNewMails(at now: Instant) throws {
        for entry in try ledger.outbox(after: lastMail) {
            lastMail = entry.id
            if let meeting = entry.meeting.flatMap({ try? ledger.meeting($0) }) { meant[entry.id] = meeting.starts }
        }
    }

    /// The last moment at which a mail can be stopped.
    mutating func noteMarker(of entry: OutboxEntry, at now: Instant) {
        marked.insert(entry.id)
        guard Self.reminders.contains(entry.template), let id = entry.meeting,
            let meeting = try? ledger.meeting(id)
        else { return }
        if meeting.state == .cancelled { complain("mail \(entry.id) reminds of \(id), which is cancelled") }
        if now >= meeting.starts { complain("mail \(entry.id) reminds of \(id), which has begun") }
        if let meant = meant[entry.id], meant != meeting.starts {
            complain("mail \(entry.id) reminds of \(id) at a time at which it no longer is")
        }
    }

    mutating func serverTakes(_ entry: OutboxEntry, at now: Instant) {
        guard let bytes = try? ledger.body(of: entry.id) else { return complain("mail \(entry.id) has no bytes") }
        // The row may have changed since the claim: what goes over the line is what is kept now.
        let current = (try? ledger.mail(entry.id)) ?? entry
        server.store(current, bytes)
        if let arrival = server.arrivals.last { stored[entry.id, default: []].append(arrival) }
        if Self.reminders.contains(entry.template), !marked.contains(entry.id) { noteMarker(of: entry, at: now) }
    }

    // MARK: - At the end

    /// - Parameter configuration: the one that is in force.
    mutating func judgeAtRest(configuration: Configuration, at now: Instant) {
        do {
            try judgeMails()
            try judgeCalendars(configuration, at: now)
            try judgeSilence()
        } catch {
            complain("the ledger cannot be read: \(error)")
        }
        for (address, inbox) in server.inboxes.sorted(by: { $0.key.description < $1.key.description }) {
            complaints += inbox.complaints.map { "\(address): \($0)" }
        }
    }

    /// Nothing that was owed is lost, and nothing is repeated but from a doubt, byte by byte.
    private mutating func judgeMails() throws {
        for entry in try ledger.outbox() {
            let arrivals = stored[entry.id] ?? []
            if entry.state.isOpen { complain("mail \(entry.id) is \(entry.state.rawValue) at rest") }
            if entry.state == .sent, arrivals.isEmpty { complain("mail \(entry.id) is sent and never arrived") }
            if entry.state == .expired, entry.usefulUntil == nil { complain("mail \(entry.id) expired without a time") }
            if arrivals.count > 1 + entry.doubts {
                complain("mail \(entry.id) arrived \(arrivals.count) times, with \(entry.doubts) doubts")
            }
            if Set(arrivals.map(\.bytes)).count > 1 || Set(arrivals.map(\.messageID)).count > 1 {
                complain("mail \(entry.id) was repeated with other bytes")
            }
            // One that met the end of a spell was refused alone.
            let isRefused = ["550", "554"].contains { entry.words?.hasPrefix($0) ?? false }
            if entry.state == .failed, !isRefused, entry.attempts == 0 {
                complain("mail \(entry.id) failed and the server did not refuse it")
            }
        }
    }

    /// Each participant's calendar holds just the plan, and nobody is in two places.
    private mutating func judgeCalendars(_ configuration: Configuration, at now: Instant) throws {
        let announcements = try ledger.announcements()
        let undelivered = Set(
            try ledger.outbox().filter {
                Self.calendar.contains($0.template) && [.failed, .needsAttention, .expired].contains($0.state)
            }.compactMap { entry in entry.meeting.map { "\($0) \(entry.envelope.recipient)" } })
        let ahead = try ledger.meetings(in: [.announced]).filter { $0.starts > now }
        var wanted: [EmailAddress: [String: String]] = [:]
        var skipped: Set<String> = []
        for meeting in ahead {
            guard let told = announcements[meeting.id] else {
                complain("\(meeting.id) is announced, and nothing was")
                continue
            }
            if told.start != meeting.start || told.starts != meeting.starts || told.place != meeting.place {
                complain("\(meeting.id) is not told of as it is")
            }
            if let relationship = configuration.programme.relationships[meeting.relationship] {
                let invited = configuration.programme.participants(of: relationship).map(\.person.address)
                if told.participants.map(\.address) != invited {
                    complain("\(meeting.id) is told to \(told.participants.map(\.address)), and is of \(invited)")
                }
            } else {
                complain("\(meeting.id) is ahead, and \(meeting.relationship) is in no file")
            }
            for participant in told.participants {
                let address = participant.address
                if undelivered.contains("\(meeting.id) \(address)") { skipped.insert("\(meeting.uid) \(address)") }
                wanted[address, default: [:]][meeting.uid] = meeting.start.basic
            }
        }
        let known = Dictionary(announcements.values.map { ($0.uid, $0) }) { first, _ in first }
        for (address, inbox) in server.inboxes {
            for (uid, entry) in inbox.entries where !skipped.contains("\(uid) \(address)") {
                let isAhead = (known[uid]?.starts ?? now) > now
                let expected = wanted[address]?[uid]
                guard isAhead || expected != nil else { continue }
                let has = entry.isCancelled ? nil : entry.start
                if undelivered.contains("\(known[uid]?.meeting.rawValue ?? "") \(address)") { continue }
                if has != expected {
                    complain("\(address) has \(uid) at \(has ?? "no time"), the plan at \(expected ?? "no time")")
                }
            }
        }
        for (address, meetings) in wanted {
            for uid in meetings.keys
            where server.inboxes[address]?.entries[uid] == nil && !skipped.contains("\(uid) \(address)") {
                complain("\(address) does not have \(uid)")
            }
        }
        try judgeOverlaps(ahead, announcements)
    }

    private mutating func judgeOverlaps(_ meetings: [Meeting], _ announcements: [Meeting.ID: Announcement]) throws {
        for (index, first) in meetings.enumerated() {
            for second in meetings[(index + 1)...]
            where first.starts < second.ends && second.starts < first.ends && !first.isAskedFor && !second.isAskedFor {
                let both = Set(announcements[first.id]?.participants.map(\.person) ?? [])
                    .intersection(announcements[second.id]?.participants.map(\.person) ?? [])
                if !both.isEmpty { complain("\(first.id) and \(second.id) are at the same time for \(both)") }
            }
        }
    }

    /// For every mail that a rule could have sent there is a mail, or a reason.
    private mutating func judgeSilence() throws {
        let invitations = try ledger.firings(of: Rule.ID("invitation"))
        for id in try ledger.announcements().keys
        where !invitations.contains(where: { $0.firing.key.subject == .meeting(id) && $0.outcome == "sent" }) {
            complain("\(id) was announced, and no firing says that it was")
        }
        let keys = Set(try ledger.outbox().map(\.key))
        for rule in ["day-before", "prepare", "hour-before"].map({ Rule.ID($0) }) {
            let records = try ledger.firings(of: rule)
            for record in records where record.outcome == "sent" && !keys.contains(record.firing.key.text) {
                complain("\(record.firing.key.text) is sent, and no mail was written")
            }
            for meeting in try ledger.meetings(in: [.announced, .held]) {
                let own = records.filter {
                    $0.firing.key.subject == .meeting(meeting.id) && $0.firing.key.version == meeting.version
                }
                if own.isEmpty { complain("\(rule) knows nothing of \(meeting.id), version \(meeting.version)") }
                if meeting.state == .held, own.contains(where: { $0.outcome == nil }) {
                    complain("nothing says why \(rule) did not speak of \(meeting.id), version \(meeting.version)")
                }
            }
        }
    }
}

extension LocalDateTime {
    /// As calendars write it: `20261203T183000`.
    var basic: String {
        description.filter { $0 != "-" && $0 != ":" } + (description.count == 16 ? "00" : "")
    }
}
