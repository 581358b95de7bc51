import CivilTime
import Ledger
import MailMessage
import Mentoring
import Testing

extension Ledger {
    /// Reports one event, as a dispatcher with one connection does.
    ///
    /// - Returns: the mail as it is now; nil where the report was refused.
    func record(_ event: OutboxEntry.Event, for entry: OutboxEntry, at now: Instant) throws -> OutboxEntry? {
        let ruling = try #require(try record([Ledger.Report(event, for: entry, at: now)]).first)
        return ruling.action == .refuse ? nil : ruling.entry
    }
}

/// Meetings and mails that the ledger's tests share.
enum LedgerSamples {
    static let now = Instant(secondsSinceEpoch: 1_796_000_000)
    static let relationship = Relationship.ID("claire-thomas")

    static func meeting(_ id: String, state: Meeting.State = .planned, hours: Int64 = 24) throws -> Meeting {
        Meeting(
            id: Meeting.ID(id), uid: id + "@exemple.fr", relationship: relationship, series: .session, ordinal: 1,
            merged: Meeting.Merged(series: .review, ordinal: 2), start: try #require(LocalDateTime("2026-12-03T18:30")),
            zone: "Europe/Paris", starts: now.adding(seconds: hours * 3600), minutes: 90,
            place: .video("https://visio.exemple.fr/claire-thomas"), state: state)
    }

    static func mail(
        _ key: String, about meeting: String? = nil, to address: String = "thomas@exemple.fr",
        template: TemplateName = .invitation, usefulUntil: Instant? = nil
    ) throws -> OwedMail {
        OwedMail(
            key: key, meeting: meeting.map { Meeting.ID($0) }, relationship: relationship,
            recipient: Person.ID("thomas"), template: template,
            envelope: Envelope(
                sender: try #require(EmailAddress("mentorat@exemple.fr")),
                recipient: try #require(EmailAddress(address))),
            messageID: try #require(MessageID("<\(key)@exemple.fr>")), subject: "Rencontre", bytes: Array(key.utf8),
            notBefore: now, usefulUntil: usefulUntil)
    }

    /// Changes that owe mails of these keys, about no meeting.
    static func owing(_ keys: [String]) throws -> Changes {
        var changes = Changes()
        changes.mails = try keys.map { try mail($0) }
        return changes
    }

    /// Changes that take back what has been written about a meeting, on the ground that nothing has arrived.
    static func withdrawing(_ meeting: String) throws -> Changes {
        var changes = Changes()
        changes.withdrawn = [
            Changes.Withdrawal(
                meeting: Meeting.ID(meeting), recipient: try #require(EmailAddress("thomas@exemple.fr")),
                reason: .cancelled, scope: .everything, assumesNothingArrived: true)
        ]
        return changes
    }

    static func firing(_ rule: String, of meeting: String, version: Int = 1, due: Int64 = 0) -> Firing {
        let key = Firing.Key(
            rule: Rule.ID(rule), offset: 0, subject: .meeting(Meeting.ID(meeting)), version: version,
            recipient: Person.ID("thomas"))
        return Firing(key: key, due: now.adding(seconds: due))
    }
}
