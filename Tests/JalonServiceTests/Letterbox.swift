import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// A world with a mediator of its own whose people write back: mails go in as they do from a pipe or a mailbox.
struct Letterbox {
    var world: World
    var now: Instant
    let authserv: String?

    static let people =
        World.people + "\n  marc: {name: Marc Roux, email: marc@exemple.fr}\n"
    static let relationships = World.relationships.replacingOccurrences(of: "mediator: nadia", with: "mediator: marc")
        .replacingOccurrences(of: "    mentee: lea\n", with: "    mentee: lea\n    mediator: marc\n")
    static let rules = """
        rules:
          invitation: {trigger: 10 weeks before session, send: {invitation: everyone}}

        """

    /// - Parameter programme: lines for the section of that name.
    init(rules: String = "", programme: String = "", authserv: String? = nil) throws {
        self.authserv = authserv
        world = try World(
            people: Self.people, relationships: Self.relationships, rules: Self.rules + rules,
            programme: World.programme.replacingOccurrences(
                of: "  coordinator: nadia", with: "  coordinator: nadia\n" + programme) + "\nanswers: {piped: true}\n")
        now = try #require(Instant("2026-12-01T09:00:00Z"))
        _ = try world.wheel.turn(at: now)
        try settle()
    }

    var ledger: Ledger { world.ledger }

    mutating func settle() throws { try ledger.settleAllAsSent(at: now) }

    mutating func turn() throws { _ = try world.wheel.turn(at: now) }

    mutating func pass(_ seconds: Int64) { now = now.adding(seconds: seconds) }

    func meetings(_ relationship: String = "claire-thomas") throws -> [Meeting] {
        try ledger.meetings(in: [.announced]).filter { $0.relationship.rawValue == relationship && $0.starts > now }
    }

    func mails(_ template: TemplateName, to person: String? = nil) throws -> [OutboxEntry] {
        try ledger.outbox().filter { $0.template == template && (person == nil || $0.recipient.rawValue == person) }
    }

    func mail(to person: String, _ template: TemplateName = .invitation) throws -> OutboxEntry {
        try #require(try mails(template, to: person).last)
    }

    /// - Returns: what it is taken for.
    @discardableResult
    mutating func receive(_ mail: String) throws -> Judgement {
        let judgement = try handIn(mail)
        try world.wheel.carryOutOrders(at: now)
        return judgement
    }

    func handIn(_ mail: String) throws -> Judgement {
        let reception = Reception(
            programme: world.wheel.configuration.programme, authservID: authserv, ledger: ledger)
        let (judgement, mail) = try reception.receive(Array(mail.utf8), at: now)
        if let mail { try ledger.take(mail, at: now) }
        return judgement
    }

    // MARK: - Mails

    private func headers(_ person: String, id: String?, from: String?, date: Instant?, _ more: [String]) -> [String] {
        let sender = from ?? "\(person)@exemple.fr"
        var lines = ["From: <\(sender)>"] + more
        if authserv != nil {
            lines.insert("Authentication-Results: mx.exemple.fr; dmarc=pass header.from=exemple.fr", at: 0)
        }
        if let id { lines.append("Message-ID: <\(id)@exemple.fr>") }
        if let date {
            lines.append("Date: \(MailDate(secondsSinceEpoch: date.secondsSinceEpoch, offset: 0))")
        }
        return lines
    }

    func calendar(
        _ method: String, _ partstat: String, of person: String, to meeting: Meeting, id: String? = nil,
        from: String? = nil, stamp: Instant? = nil, date: Instant? = nil, start: Instant? = nil, sequence: Int = 0
    ) -> String {
        func basic(_ instant: Instant) -> String {
            let digits = Zone.utc.local(at: instant).description.filter { $0 != "-" && $0 != ":" }
            return digits + (digits.count == 13 ? "00Z" : "Z")
        }
        let lines =
            headers(person, id: id, from: from, date: date, ["Content-Type: text/calendar; method=\(method)"]) + [
                "", "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:\(method)", "BEGIN:VEVENT", "UID:\(meeting.uid)",
                "SEQUENCE:\(sequence)", "DTSTAMP:\(basic(stamp ?? now))",
            ] + (start.map { ["DTSTART:\(basic($0))"] } ?? []) + [
                "ATTENDEE;PARTSTAT=\(partstat):mailto:\(person)@exemple.fr", "END:VEVENT", "END:VCALENDAR", "",
            ]
        return lines.joined(separator: "\r\n")
    }

    func word(
        _ word: String, of person: String, to mail: OutboxEntry, id: String? = nil, from: String? = nil,
        date: Instant? = nil
    ) -> String {
        let lines =
            headers(person, id: id, from: from, date: date, ["In-Reply-To: \(mail.messageID)"]) + [
                "Content-Type: text/plain; charset=utf-8", "", word, "",
            ]
        return lines.joined(separator: "\r\n")
    }

    func report(on mail: OutboxEntry, words: String = "550 5.1.1 nobody") -> String {
        [
            "From: MAILER-DAEMON@mx.exemple.fr", "Return-Path: <>",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.exemple.fr", "",
            "Final-Recipient: rfc822; \(mail.envelope.recipient)", "Action: failed", "Status: 5.1.1",
            "Diagnostic-Code: smtp; \(words)", "", "--b", "Content-Type: text/rfc822-headers", "",
            "Message-ID: \(mail.messageID)", "", "--b--", "",
        ].joined(separator: "\r\n")
    }
}
