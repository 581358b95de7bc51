import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// What mails that come in mean, and what becomes of answers.
@Suite struct AnswerTests {
    private static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
          declined: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}
        """

    private let world: World
    private let now: Instant
    private let announced: Announcement

    init() throws {
        var world = try World(rules: Self.rules)
        now = try #require(Instant("2026-12-01T08:00:00Z"))
        _ = try world.wheel.turn(at: now)
        let ledger = world.ledger
        let meeting = try #require(
            try ledger.meetings(in: [.announced]).first { $0.relationship.rawValue == "claire-thomas" })
        announced = try #require(try ledger.announcement(of: meeting.id))
        self.world = world
    }

    /// A mail as a calendar sends it.
    private struct Reply {
        var from = "Thomas Petit <thomas@exemple.fr>"
        var headers: [String] = []
        var method = "REPLY"
        var uid: String
        var lines = ["DTSTAMP:20261201T070000Z", "SEQUENCE:0"]
        var attendees = ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:thomas@exemple.fr"]
        var events = 1

        var bytes: [UInt8] {
            let event = ["BEGIN:VEVENT", "UID:\(uid)"] + lines + attendees + ["END:VEVENT"]
            let calendar =
                ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", "METHOD:\(method)"]
                + Array(repeating: event, count: events).joined() + ["END:VCALENDAR"]
            let mail =
                ["From: \(from)", "To: mentorat@exemple.fr", "Subject: =?utf-8?Q?Accept=C3=A9?="] + headers
                + [
                    "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=b", "", "--b",
                    "Content-Type: text/plain", "", "Bien noté.", "--b",
                    "Content-Type: text/calendar; method=\(method); charset=UTF-8", "",
                ] + calendar + ["--b--", ""]
            return Array(mail.joined(separator: "\r\n").utf8)
        }
    }

    private var reply: Reply { Reply(uid: announced.uid) }

    private func judge(_ bytes: [UInt8], authservID: String? = nil) throws -> Judgement {
        let announced = self.announced
        return try MailJudge(
            programme: world.wheel.configuration.programme, authservID: authservID,
            records: MailJudge.Records { uid in uid == announced.uid ? announced : nil }
        ).judge(bytes, at: now)
    }

    private func judge(_ edit: (inout Reply) -> Void) throws -> Judgement {
        var reply = self.reply
        edit(&reply)
        return try judge(reply.bytes)
    }

    private var accepted: Judgement {
        .incoming(
            .answer(
                announced.meeting, Person.ID("thomas"),
                GivenAnswer(.accepted, sequence: 0, stamp: now.adding(seconds: -3600))))
    }

    // MARK: - What counts

    @Test func `a reply from whoever is invited is their answer`() throws {
        #expect(try judge { _ in } == accepted)
    }

    @Test func `shapes of other calendars are answers, too`() throws {
        // Exchange leaves ORGANIZER out, as all of these do, and adds properties; some repeat alarms and rules.
        #expect(
            try judge {
                $0.lines += [
                    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "RRULE:FREQ=DAILY", "BEGIN:VALARM", "TRIGGER:-PT15M",
                    "ACTION:DISPLAY", "END:VALARM",
                ]
            } == accepted)
        // Google's robot writes for somebody, and says that it is a program.
        #expect(
            try judge {
                $0.from = "Google Calendar <calendar-notification@google.com>"
                $0.headers = ["Reply-To: Thomas Petit <thomas@exemple.fr>", "Auto-Submitted: auto-generated"]
            } == accepted)
        #expect(try judge { $0.attendees = ["ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Thomas@Exemple.fr"] } == accepted)
    }

    @Test func `without DTSTAMP, or with one of tomorrow, an answer is given now`() throws {
        for lines in [["SEQUENCE:0"], ["SEQUENCE:0", "DTSTAMP:20270101T000000Z"]] {
            guard case .incoming(.answer(_, _, let given)) = try judge({ $0.lines = lines }) else {
                Issue.record("no answer")
                continue
            }
            #expect(given.stamp == now)
        }
    }

    @Test func `what could be forged is asked about, and changes nothing`() throws {
        func kind(_ edit: (inout Reply) -> Void) throws -> String { try judge(edit).kind }
        #expect(try kind { $0.from = "Claire <claire@exemple.fr>" } == "unverified")
        #expect(try kind { $0.from = "thomas@exemple.fr, claire@exemple.fr" } == "unverified")
        #expect(try kind { $0.from = "Thomas <thomas@elsewhere.org>" } == "unverified")
        #expect(
            try kind {
                $0.headers = ["Reply-To: thomas@exemple.fr"]
                $0.from = "x@example.org"
            } == "unverified")
        #expect(try kind { $0.attendees = ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:party@example.org"] } == "uninvited")
        #expect(try kind { $0.uid = "another@exemple.fr" } == "for-humans")
        #expect(try kind { $0.attendees.append("ATTENDEE;PARTSTAT=DECLINED:mailto:claire@exemple.fr") } == "left")
        #expect(try kind { $0.events = 2 } == "for-humans")
        #expect(try kind { $0.method = "REQUEST" } == "for-humans")
        #expect(try kind { $0.method = "COUNTER" } == "left")
        #expect(try kind { $0.lines.append("RECURRENCE-ID:20261203T173000Z") } == "left")
        #expect(try kind { $0.attendees = ["ATTENDEE;PARTSTAT=DELEGATED:mailto:thomas@exemple.fr"] } == "delegated")
    }

    @Test func `the receiving server's word on the sender is asked for where it is named`() throws {
        func kind(_ results: String?) throws -> String {
            var reply = self.reply
            reply.headers = results.map { ["Authentication-Results: \($0)"] } ?? []
            return try judge(reply.bytes, authservID: "mx.exemple.fr").kind
        }
        #expect(try kind("mx.exemple.fr; dmarc=pass header.from=exemple.fr") == "answer")
        #expect(try kind("mx.exemple.fr; dkim=pass header.d=exemple.fr") == "answer")
        #expect(try kind("mx.exemple.fr; spf=pass smtp.mailfrom=thomas@exemple.fr") == "answer")
        #expect(try kind("mx.exemple.fr; dkim=pass header.d=elsewhere.org") == "unverified")
        #expect(try kind("mx.exemple.fr; dmarc=fail") == "unverified")
        #expect(try kind("mx.elsewhere.org; dmarc=pass") == "unverified")
        #expect(try kind(nil) == "unverified")
    }

    @Test func `what is no answer is left to whoever reads the mailbox`() throws {
        #expect(try judge(Array("From: thomas@exemple.fr\r\n\r\nBonjour".utf8)).kind == "for-humans")
        #expect(try judge(Array("From: a@b.org\r\nAuto-Submitted: auto-replied\r\n\r\nabsent".utf8)) == .automatic)
        #expect(try judge([UInt8](repeating: 0x61, count: (1 << 20) + 1)).kind == "set-aside")
    }

    /// Mails that other programs have written, which stand beside the project where it is developed.
    private static let mails = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/conformance/mail").standardizedFileURL

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: mails.path),
            "../shared/conformance is not beside this clone; its mails are skipped"),
        arguments: [
            ("ccs-good_reply", "answer"), ("ccs-reply_missing_organizer", "left"),
            ("ccs-dsn_failure_no_ics", "report"), ("tb-cancel-single-event", "for-humans"),
            ("tb-meet-meeting-invite", "for-humans"), ("tb-message-non-invite", "for-humans"),
            ("tb-outlook-test-invite", "for-humans"),
        ])
    func `mails of other programs mean what they say`(name: String, kind: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.mails.appending(path: name + ".eml")))
        var announced = self.announced
        announced.participants[1].address = try #require(EmailAddress("xyzzy@example.com"))
        let copy = announced
        let judgement = try MailJudge(
            programme: world.wheel.configuration.programme, records: MailJudge.Records { _ in copy }
        ).judge(bytes, at: now)
        #expect(judgement.kind == kind, "\(judgement)")
    }

    // MARK: - What follows

    private func take(_ answer: Answer, sequence: Int = 0, after seconds: Int64 = 0, in world: inout World) throws
        -> String
    {
        let given = GivenAnswer(answer, sequence: sequence, stamp: now.adding(seconds: seconds))
        let id = try world.ledger.give(.incoming(.answer(announced.meeting, Person.ID("thomas"), given)), at: now)
        try world.wheel.carryOutOrders(at: now)
        return try #require(try world.ledger.order(id)?.answer).text
    }

    @Test func `an answer is kept, the later one counts, and an older one changes nothing`() throws {
        var world = self.world
        #expect(try take(.accepted, after: 10, in: &world).hasSuffix(": accepted"))
        #expect(try take(.declined, after: 5, in: &world).contains("left"))
        #expect(try take(.accepted, after: 10, in: &world).contains("left"))
        #expect(try world.ledger.announcement(of: announced.meeting)?.answer(of: Person.ID("thomas")) == .accepted)
        #expect(try take(.tentative, after: 20, in: &world).hasSuffix(": tentative"))
        #expect(try world.ledger.announcement(of: announced.meeting)?.answers == [.missing, .tentative])
    }

    @Test func `a rule that waits for a decline is told`() throws {
        var world = self.world
        _ = try take(.declined, in: &world)
        _ = try world.wheel.turn(at: now.adding(seconds: 3600))
        #expect(try world.ledger.outbox().contains { $0.template.rawValue == "silent-relationship" })
    }

    @Test func `a change of place keeps the answer, a change of time asks anew`() throws {
        var world = self.world
        _ = try take(.accepted, in: &world)
        let configuration = try world.edited(
            relationships: World.relationships.replacingOccurrences(of: "visio.exemple.fr", with: "salle.exemple.fr"))
        try world.wheel.adopt(configuration, at: now)
        var announcement = try #require(try world.ledger.announcement(of: announced.meeting))
        #expect(announcement.answer(of: Person.ID("thomas")) == .accepted)
        let start = LocalDateTime(announced.start.date.adding(days: 7), announced.start.time)
        _ = try world.ledger.give(.meeting(announced.meeting, .move(to: start)), at: now)
        try world.wheel.carryOutOrders(at: now)
        announcement = try #require(try world.ledger.announcement(of: announced.meeting))
        #expect(announcement.answer(of: Person.ID("thomas")) == .missing)
        #expect(announcement.timeSequence == announcement.sequence && announcement.sequence > 0)
        #expect(try take(.accepted, after: 60, in: &world).contains("no longer has"))
        #expect(try take(.accepted, sequence: announcement.sequence, after: 60, in: &world).hasSuffix(": accepted"))
    }
}
