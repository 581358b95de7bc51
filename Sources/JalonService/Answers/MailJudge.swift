public import CivilTime
import ICalendar
import MailMessage
public import Mentoring

/// Decides what a mail that has come in means; nothing is changed by asking.
///
/// Of a calendar in it only PARTSTAT counts, and only of whoever is found to have sent it: who writes From can write
/// anything.
public struct MailJudge {
    private let programme: Programme
    /// The name of the receiving server, whose word on the sender counts; nil where none is named.
    private let authservID: String?
    private let announcement: (String) throws -> Announcement?

    /// - Parameter announcement: what was announced under a UID.
    public init(
        programme: Programme, authservID: String? = nil, announcement: @escaping (String) throws -> Announcement?
    ) {
        self.programme = programme
        self.authservID = authservID
        self.announcement = announcement
    }

    /// - Parameter bytes: the mail as it came.
    public func judge(_ bytes: [UInt8], at now: Instant) throws -> Judgement {
        let mail: ReceivedMessage
        do {
            mail = try ReceivedMessage(reading: bytes)
        } catch {
            return .setAside("\(error)")
        }
        if let report = mail.deliveryReport {
            return .report(report.originalMessageID, isFinal: report.recipients.contains(where: \.isPermanentFailure))
        }
        var fault: AnswerFault?
        for calendar in mail.calendarParts.flatMap({ CalendarStream.parse($0.bytes).calendars }) {
            do throws(AnswerFault) {
                return try judge(try CalendarAnswer(calendar), in: mail, at: now)
            } catch {
                fault = fault ?? error
            }
        }
        if mail.automation.isAutomatic { return .automatic }
        return .forHumans(fault.map { "\($0)" } ?? "it answers no invitation")
    }
}

// MARK: - Answers of calendars

extension MailJudge {
    private func judge(
        _ answer: CalendarAnswer, in mail: ReceivedMessage, at now: Instant
    ) throws(AnswerFault) -> Judgement {
        let found: Announcement?
        do {
            found = try announcement(answer.uid)
        } catch {
            return .forHumans("\(error)")
        }
        guard let found else { return .forHumans("it answers no meeting that Jalon knows") }
        let id = found.meeting
        guard let attendee = answer.attendee else {
            let count = answer.attendees.count
            return .left(id, count == 0 ? "it does not say who answers" : "\(count) people answer in one mail")
        }
        let key = attendee.address.lowercased()
        guard let participant = found.participants.first(where: { self.addresses(of: $0).contains(key) }) else {
            return .uninvited(id)
        }
        if let doubt = doubt(that: participant, sent: mail) { return .unverified(id, doubt) }
        guard answer.kind == .reply else {
            return .left(id, answer.kind == .counter ? "another date is proposed" : "the invitation is asked for again")
        }
        guard answer.recurrenceID == nil else {
            return .left(id, "it answers one date of a series, which it is none of")
        }
        let given: Answer
        switch attendee.participation {
        case .accepted: given = .accepted
        case .declined: given = .declined
        case .tentative: given = .tentative
        case .delegated: return .left(id, "somebody else is sent instead, which Jalon does not follow")
        case .needsAction: return .left(id, "it says neither yes nor no")
        }
        // Who gives no time answers now, and nobody answers in the future.
        let stamp = min(answer.stamp ?? now, now)
        let asGiven = GivenAnswer(given, sequence: answer.sequence, stamp: stamp)
        var copy = found
        do throws(AnswerRefusal) {
            try copy.take(asGiven, from: participant.person)
        } catch {
            return .left(id, error.rawValue)
        }
        return .answer(id, participant.person, asGiven)
    }

    /// All that a person writes from, and was invited at; in lower case.
    private func addresses(of participant: Announcement.Participant) -> Set<String> {
        let person = programme.people[participant.person]
        let all = [participant.address] + (person.map { [$0.address] + $0.aliases } ?? [])
        return Set(all.map { $0.description.lowercased() })
    }

    /// Why the mail may not be from that participant; nil where it is.
    private func doubt(that participant: Announcement.Participant, sent mail: ReceivedMessage) -> String? {
        guard mail.from.count == 1, let from = mail.from.first?.address.description.lowercased() else {
            return "it names \(mail.from.count) senders"
        }
        let own = addresses(of: participant)
        let isRobot = Self.robots.contains(from)
        let senders = isRobot ? mail.replyTo.map { $0.address.description.lowercased() } : [from]
        guard senders.count == 1, let sender = senders.first, own.contains(sender) else {
            return "whoever sent it is not the one who answers"
        }
        guard let authservID else { return nil }
        guard let results = mail.authenticationResults(by: authservID) else {
            return "the receiving server says nothing of who sent it"
        }
        let domain = from[(from.lastIndex(of: "@").map { from.index(after: $0) } ?? from.startIndex)...]
        return Self.vouches(results, for: String(domain)) ? nil : "the receiving server does not vouch for who sent it"
    }

    /// DMARC passes; or DKIM or SPF does for the domain of From, as DMARC would ask (RFC 7489 section 3.1).
    private static func vouches(_ results: AuthenticationResults, for domain: String) -> Bool {
        if results.results(of: .dmarc).contains(where: \.isPass) { return true }
        let keys = [AuthenticationResults.Method.dkim: ["header.d", "header.i"], .spf: ["smtp.mailfrom"]]
        return keys.contains { method, names in
            results.results(of: method).contains { result in
                result.isPass
                    && names.compactMap { result.properties[$0] }.contains { value in
                        let other = value.lowercased().split(separator: "@").last.map(String.init) ?? ""
                        return other == domain || domain.hasSuffix("." + other)
                    }
            }
        }
    }

    /// Calendars that answer in somebody's name, with that person in Reply-To.
    private static let robots: Set<String> = ["calendar-notification@google.com"]
}
