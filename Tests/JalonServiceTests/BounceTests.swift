import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// Mails that come back: which one, whose address, and what goes there from then on.
@Suite struct BounceTests {
    private static let rules =
        World.rules + """

              bounced: {trigger: when mail bounces, send: {template: silent-relationship, to: coordinator}}
            """

    private var world: World
    private var now: Instant

    init() throws {
        world = try World(rules: Self.rules, programme: World.programme + "\nanswers: {piped: true}")
        now = try #require(Instant("2026-12-07T08:00:00Z"))
        _ = try world.wheel.turn(at: now.adding(seconds: -6 * 86_400))
        _ = try world.wheel.turn(at: now)
        try world.ledger.settleAllAsSent(at: now)
    }

    private func report(
        on id: MessageID?, to: String = "mentorat@exemple.fr", status: String = "5.1.1", action: String = "failed",
        of recipient: [String] = ["Final-Recipient: rfc822; thomas@exemple.fr"]
    ) -> [UInt8] {
        let lines =
            [
                "From: MAILER-DAEMON@mx.exemple.fr", "To: \(to)", "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.exemple.fr", "",
            ] + recipient + [
                "Action: \(action)", "Status: \(status)",
                "Diagnostic-Code: smtp; 550 \(status) thomas@exemple.fr is unknown here", "", "--b",
                "Content-Type: text/rfc822-headers", "",
            ] + (id.map { ["Message-ID: \($0)"] } ?? ["Subject: something"]) + ["", "--b--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func judge(_ bytes: [UInt8]) throws -> Judgement {
        try MailJudge(
            programme: world.wheel.configuration.programme, records: MailJudge.Records(ledger: world.ledger)
        ).judge(bytes, at: now)
    }

    private mutating func take(_ bytes: [UInt8]) throws {
        let judgement = try judge(bytes)
        _ = try world.ledger.give(.incoming(try #require(judgement.incoming, "\(judgement)")), at: now)
        try world.wheel.carryOutOrders(at: now)
    }

    private func mails(to person: String) throws -> [OutboxEntry] {
        try world.ledger.outbox().filter { $0.recipient.rawValue == person }
    }

    @Test mutating func `two permanent failures a day apart suspend an address, and an order lifts it`() throws {
        let sent = try mails(to: "thomas").filter { $0.state == .sent }
        #expect(sent.count >= 2)
        try take(report(on: sent[0].messageID))
        #expect(try world.ledger.mail(sent[0].id)?.state == .bounced)
        #expect(try world.ledger.suspensions().map(\.since) == [nil])
        // Two of one day may be one mishap.
        now = now.adding(seconds: 3600)
        try take(report(on: sent[1].messageID))
        #expect(try world.ledger.suspensions().map(\.since) == [nil])
        #expect(try world.ledger.outbox().allSatisfy { $0.template != .coordinatorNote })

        for _ in 0..<(17 * 4) {
            now = now.adding(seconds: 6 * 3600)
            _ = try world.wheel.turn(at: now)
        }
        try world.ledger.settleAllAsSent(at: now)
        let later = try #require(try mails(to: "thomas").last { $0.state == .sent })
        try take(report(on: later.messageID))
        let suspension = try #require(try world.ledger.suspensions().first)
        #expect(suspension.since == now && suspension.words.contains("unknown here"))
        let note = try #require(try world.ledger.outbox().first { $0.template == .coordinatorNote })
        #expect(note.recipient.rawValue == "nadia" && note.state == .scheduled)
        // A rule may wait for it, too.
        _ = try world.wheel.turn(at: now)
        #expect(try world.ledger.outbox().contains { $0.template == .silentRelationship })

        // A change is owed and does not go; a reminder is left out, with the reason.
        let ahead = try #require(
            try world.ledger.meetings(in: [.announced]).first {
                $0.relationship.rawValue == "claire-thomas" && $0.starts > now
            })
        let place = LocalDateTime(ahead.start.date.adding(days: 7), ahead.start.time)
        _ = try world.ledger.give(.meeting(ahead.id, .move(to: place)), at: now)
        try world.wheel.carryOutOrders(at: now)
        now = now.adding(seconds: 86_400 * 2)
        let claimed = try world.ledger.claim(limit: 100, at: now, leaseUntil: now.adding(seconds: 60))
        #expect(claimed.contains { $0.recipient.rawValue == "claire" && $0.template == .update })
        #expect(!claimed.contains { $0.recipient.rawValue == "thomas" })
        _ = try world.wheel.turn(at: ahead.starts.adding(seconds: 86_400 * 6))
        let skipped = try world.ledger.firings(of: Rule.ID("day-before")).filter {
            $0.firing.key.recipient == Person.ID("thomas") && $0.firing.due > now && $0.outcome != nil
        }
        #expect(!skipped.isEmpty && skipped.allSatisfy { $0.outcome == "suspended" }, "\(skipped)")

        _ = try world.ledger.give(.person(Person.ID("thomas"), .resumeMail), at: now)
        #expect(try world.wheel.carryOutOrders(at: now).map(\.accepted) == [true])
        #expect(try world.ledger.suspensions().isEmpty)
        let free = try world.ledger.claim(limit: 100, at: now, leaseUntil: now.adding(seconds: 60))
        #expect(free.contains { $0.recipient.rawValue == "thomas" && $0.template == .update })
        _ = try world.ledger.give(.person(Person.ID("thomas"), .resumeMail), at: now)
        #expect(try world.wheel.carryOutOrders(at: now).map(\.accepted) == [false])
    }

    @Test func `a report that names no mail, or no failure for good, changes nothing`() throws {
        let sent = try #require(try mails(to: "thomas").first { $0.state == .sent })
        #expect(try judge(report(on: nil)).kind == "report")
        #expect(try judge(report(on: MessageID("<guessed@exemple.fr>"))).kind == "report")
        #expect(try judge(report(on: sent.messageID, status: "4.2.2", action: "delayed")).kind == "report")
        #expect(try judge(report(on: sent.messageID)).kind == "bounce")
        // In plain form the address says nothing.
        let name = try #require(EnvelopeName.address(for: sent.messageID, of: sent.envelope.sender))
        #expect(try judge(report(on: nil, to: "\(name)")).kind == "report")
    }

    @Test(arguments: [
        (["Final-Recipient: rfc822; thomas@exemple.fr"], true),
        (["Final-Recipient: RFC822;<Thomas@Exemple.FR>"], true),
        (["Original-Recipient: rfc822;thomas@exemple.fr", "Final-Recipient: rfc822; thomas@exemple.fr"], true),
        (["Final-Recipient: rfc822; thomas@exemple.fr", "X-Actual-Recipient: rfc822; thomas@exemple.fr"], true),
        // Passed on by its owner: it did arrive.
        (["Original-Recipient: rfc822;thomas@exemple.fr", "Final-Recipient: rfc822; petit@perso.example"], false),
        (["Final-Recipient: rfc822; thomas@exemple.fr", "X-Actual-Recipient: rfc822; petit@perso.example"], false),
        (["Final-Recipient: rfc822; petit@perso.example"], false),
        (["Final-Recipient: rfc822; claire@exemple.fr"], false),
        (["Original-Recipient: rfc822; thomas@exemple.fr"], false),
        // Of two, or of none that can be read, nobody is meant.
        (["Final-Recipient: rfc822; thomas@exemple.fr, petit@perso.example"], false),
        (["Final-Recipient: rfc822; petit@perso.example", "Final-Recipient: rfc822; thomas@exemple.fr"], false),
        (["Final-Recipient: rfc822; \"thomas@exemple.fr\"@perso.example"], false),
        (["Final-Recipient: rfc822; <@perso.example:thomas@exemple.fr>"], false),
        (["Final-Recipient: x400; thomas@exemple.fr"], false), (["Final-Recipient: thomas@exemple.fr"], false),
        (["Final-Recipient: rfc822; thomas@mail.exemple.fr"], false),
        (["X-Final-Recipient: rfc822; thomas@exemple.fr"], false),
    ])
    func `a failure counts for the address to which the mail went, and for no other`(recipient: [String], counts: Bool)
        throws
    {
        let sent = try #require(try mails(to: "thomas").first { $0.state == .sent })
        #expect(try judge(report(on: sent.messageID, of: recipient)).kind == (counts ? "bounce" : "report"))
    }

    @Test func `with an envelope sender of its own, a mail is known by where its report goes`() throws {
        let programme = World.programme.replacingOccurrences(
            of: "  coordinator: nadia", with: "  coordinator: nadia\n  bounces: verp")
        var world = try World(rules: Self.rules, programme: programme + "\nanswers: {piped: true}")
        _ = try world.wheel.turn(at: now)
        try world.ledger.settleAllAsSent(at: now)
        let sent = try #require(try world.ledger.outbox().first { $0.state == .sent })
        let sender = sent.envelope.sender
        #expect("\(sender)".hasPrefix("mentorat+b-") && "\(sender)".hasSuffix("@exemple.fr"))
        #expect(EnvelopeName.mail(of: sender) == sent.messageID)
        let judge = MailJudge(
            programme: world.wheel.configuration.programme, records: MailJudge.Records(ledger: world.ledger))
        let recipient = ["Final-Recipient: rfc822; \(sent.envelope.recipient)"]
        #expect(try judge.judge(report(on: nil, to: "\(sender)", of: recipient), at: now).kind == "bounce")
        #expect(
            try judge.judge(report(on: nil, to: "\(sender)", of: ["Final-Recipient: rfc822; x@perso.example"]), at: now)
                .kind == "report")
        #expect(try judge.judge(report(on: nil, to: "mentorat+b-guess@exemple.fr"), at: now).kind == "report")
        // From stays the programme's mailbox, whatever the envelope says.
        let bytes = try #require(try world.ledger.body(of: sent.id))
        #expect(try ReceivedMessage(reading: bytes).from.first?.address.description == "mentorat@exemple.fr")
        #expect(MailLinter.lint(bytes) == [])
    }

    @Test mutating func `nobody gets more than twenty mails in a day`() throws {
        let mentees = (0..<30).map { "m\($0): {name: Mentee \($0), email: m\($0)@exemple.fr}" }
        let pairs = (0..<30).map { "p\($0): {mentor: claire, mentee: m\($0), start: 2026-12-01}" }
        let people =
            "people:\n  claire: {name: Claire Durand, email: claire@exemple.fr}\n"
            + "  nadia: {name: Nadia, email: nadia@exemple.fr}\n" + mentees.map { "  \($0)\n" }.joined()
        let rules = "rules:\n  invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}"
        var world = try World(
            people: people, relationships: "relationships:\n" + pairs.map { "  \($0)\n" }.joined(), rules: rules)
        _ = try world.wheel.turn(at: now)
        let own = try world.ledger.outbox().filter { $0.recipient.rawValue == "claire" }.map(\.notBefore).sorted()
        #expect(own.count > 20)
        for (index, time) in own.enumerated().dropFirst(20) {
            #expect(own[index - 20].seconds(until: time) >= 86_400)
        }
    }
}
