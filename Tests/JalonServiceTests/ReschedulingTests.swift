import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// What follows from answers: new dates, words to the coordinator, and nothing more.
@Suite struct ReschedulingTests {
    private static let programme =
        World.programme + """

            answers: {piped: true}
            """
    private static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
          met: {trigger: 1 day after session, send: {template: did-you-meet, to: mentee}}
          declined: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}
        """

    private var world: World
    private var now: Instant
    private var meeting: Meeting

    init() throws {
        try self.init(programme: Self.programme)
    }

    private init(programme: String, rules: String = Self.rules, relationships: String = World.relationships) throws {
        world = try World(relationships: relationships, rules: rules, programme: programme)
        now = try #require(Instant("2026-12-01T08:00:00Z"))
        _ = try world.wheel.turn(at: now)
        _ = try world.ledger.settleAllAsSent(at: now)
        meeting = try #require(
            try world.ledger.meetings(in: [.announced]).first { $0.relationship.rawValue == "claire-thomas" })
        now = now.adding(seconds: 3600)
    }

    // MARK: - Helpers

    private mutating func take(_ incoming: Incoming) throws -> String {
        let id = try world.ledger.give(.incoming(incoming), at: now)
        try world.wheel.carryOutOrders(at: now)
        return try #require(try world.ledger.order(id)?.answer).text
    }

    private mutating func decline(by person: String = "thomas") throws -> String {
        now = now.adding(seconds: 60)
        let told = try announcement()
        return try take(
            .answer(
                meeting.id, Person.ID(person),
                GivenAnswer(.declined, sequence: told.timeSequence ?? 0, stamp: now)))
    }

    private func announcement() throws -> Announcement {
        try #require(try world.ledger.announcement(of: meeting.id))
    }

    private func mails(_ template: TemplateName) throws -> [OutboxEntry] {
        try world.ledger.outbox().filter { $0.template == template }
    }

    /// The text of the last mail of a kind.
    private func text(_ template: TemplateName) throws -> String {
        let entry = try #require(try mails(template).last)
        let bytes = try #require(try world.ledger.body(of: entry.id))
        return try ReceivedMessage(reading: bytes).plainText?.string ?? ""
    }

    private func judge(_ bytes: String, at moment: Instant? = nil) throws -> Judgement {
        try MailJudge(
            programme: world.wheel.configuration.programme, records: MailJudge.Records(ledger: world.ledger)
        ).judge(Array(bytes.replacingOccurrences(of: "\n", with: "\r\n").utf8), at: moment ?? now)
    }

    private mutating func say(
        _ word: String, to template: TemplateName, from: String = "thomas", headers: String = ""
    ) throws -> Judgement {
        let entry = try #require(try mails(template).last { $0.recipient.rawValue == from })
        return try judge(
            "From: <\(from)@exemple.fr>\nIn-Reply-To: \(entry.messageID)\n\(headers)\n\(word)\n\nLe mar. a écrit :\n> non\n"
        )
    }

    // MARK: - Decline

    @Test mutating func `a decline sends the planner's next date to both, within the rhythm`() throws {
        let before = meeting
        #expect(try decline().contains("moved to"))
        let after = try #require(try world.ledger.meeting(meeting.id))
        #expect(after.state == .announced && after.start.date != before.start.date)
        #expect(after.starts > now.adding(seconds: 5 * 86_400))
        let told = try announcement()
        #expect(told.start == after.start && told.sequence == 1 && told.movesByAnswers == 1)
        #expect(told.answers == [.missing, .missing])
        #expect(Set(try mails(.declinedNewDate).map(\.recipient.rawValue)) == ["claire", "thomas"])
        #expect(try mails(.update).isEmpty && mails(.coordinatorNote).isEmpty)
        // The rule that waits for it speaks of the meeting as it is now.
        _ = try world.wheel.turn(at: now.adding(seconds: 60))
        #expect(try mails(.silentRelationship).count == 1)
        // The date that was declined is not proposed again.
        #expect(world.wheel.office.directives.values.joined().contains(.skip(before.start.date)))
    }

    @Test mutating func `after two moves the coordinator is told instead`() throws {
        #expect(try decline().contains("moved to"))
        #expect(try decline(by: "claire").contains("moved to"))
        let standing = try announcement().start
        #expect(try decline().contains("coordinator"))
        #expect(try announcement().start == standing)
        #expect(try announcement().answer(of: Person.ID("thomas")) == .declined)
        let note = try #require(try mails(.coordinatorNote).first)
        #expect(note.recipient.rawValue == "nadia")
        #expect(try text(.coordinatorNote).contains("Thomas Petit ne peut pas venir, et le rendez-vous a déjà changé"))
        // The same answer once more tells nothing new.
        #expect(try decline().contains("coordinator"))
        #expect(try mails(.coordinatorNote).count == 1)
    }

    @Test mutating func `on the day before, nothing moves by mail`() throws {
        now = meeting.starts.adding(seconds: -3600 * 20)
        _ = try world.wheel.turn(at: now)
        #expect(try decline().contains("coordinator"))
        #expect(try world.ledger.meeting(meeting.id)?.start == meeting.start)
        #expect(try text(.coordinatorNote).contains("à moins de 24"))
    }

    @Test func `a programme can want to be asked`() throws {
        let asking = Self.programme.replacingOccurrences(
            of: "  coordinator: nadia", with: "  coordinator: nadia\n  after_decline: ask")
        var tests = try ReschedulingTests(programme: asking)
        #expect(try tests.decline().contains("coordinator"))
        #expect(try tests.mails(.declinedNewDate).isEmpty)
    }

    @Test func `in a group the coordinator decides`() throws {
        let group = World.relationships.replacingOccurrences(
            of: "    mentee: thomas", with: "    mentee: [thomas, lea]")
        var tests = try ReschedulingTests(programme: Self.programme, relationships: group)
        #expect(try tests.decline().contains("coordinator"))
        #expect(try tests.world.ledger.meeting(tests.meeting.id)?.start == tests.meeting.start)
    }

    @Test func `where no date is left in the rhythm, nothing is promised`() throws {
        // Claire and Thomas have one evening in common, and it is the one that is declined.
        let away = World.people.replacingOccurrences(
            of: "thomas@exemple.fr,", with: "thomas@exemple.fr, away: [2026-12-18..2027-03-31],")
        var tests = try ReschedulingTests(programme: Self.programme)
        tests.world = try World(people: away, rules: Self.rules, programme: Self.programme)
        tests.now = try #require(Instant("2026-12-01T08:00:00Z"))
        _ = try tests.world.wheel.turn(at: tests.now)
        let announced = try tests.world.ledger.meetings(in: [.announced]).filter {
            $0.relationship.rawValue == "claire-thomas"
        }
        tests.meeting = try #require(announced.first)
        tests.now = tests.meeting.starts.adding(seconds: -4 * 86_400)
        #expect(try tests.decline().contains("coordinator"))
        #expect(try tests.text(.coordinatorNote).contains("aucune autre date"))
    }

    // MARK: - Counter and refresh

    private func calendar(_ method: String, from: String = "thomas", start: String, sequence: Int = 0) -> String {
        """
        From: <\(from)@exemple.fr>
        Content-Type: text/calendar; method=\(method)

        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:\(method)
        BEGIN:VEVENT
        UID:\(meeting.uid)
        SEQUENCE:\(sequence)
        DTSTAMP:20261201T085900Z
        DTSTART;TZID=Europe/Paris:\(start)
        ATTENDEE;PARTSTAT=TENTATIVE:mailto:\(from)@exemple.fr
        ATTENDEE:mailto:claire@exemple.fr
        END:VEVENT
        END:VCALENDAR
        """
    }

    private mutating func propose(_ start: LocalDateTime) throws -> String {
        let basic = start.description.filter { $0 != "-" && $0 != ":" } + "00"
        let judgement = try judge(calendar("COUNTER", start: basic))
        return try take(try #require(judgement.incoming, "\(judgement)"))
    }

    @Test mutating func `a time that suits both is taken, and the update is the answer`() throws {
        let start = LocalDateTime(meeting.start.date.adding(days: 7), meeting.start.time)
        #expect(try propose(start).contains("moves"))
        #expect(try announcement().start == start)
        #expect(try mails(.update).count == 2 && mails(.counterDeclined).isEmpty)
        // Read again, as from a mailbox that was renumbered, it changes nothing.
        #expect(try judge(calendar("COUNTER", start: "20261224T183000")).kind == "left")
    }

    @Test mutating func `another time is declined, with the dates nearby that would do`() throws {
        // A Monday, when neither is free.
        let monday = (1...7).map { meeting.start.date.adding(days: $0) }.first { $0.weekday == .monday }
        let start = LocalDateTime(try #require(monday), meeting.start.time)
        #expect(try propose(start).contains("stays"))
        #expect(try announcement().start == meeting.start)
        let answer = try #require(try mails(.counterDeclined).first)
        #expect(answer.recipient.rawValue == "thomas")
        let bytes = try #require(try world.ledger.body(of: answer.id))
        let calendar = MailText.calendars(in: bytes).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(calendar.contains("METHOD:DECLINECOUNTER") && calendar.contains("UID:\(meeting.uid)"))
        #expect(MailLinter.lint(bytes).isEmpty, "\(MailLinter.lint(bytes))")
        let text = try text(.counterDeclined)
        #expect(text.contains("conviendraient") && text.contains("jeudi"))
        // Nothing that was owed about the meeting is withdrawn by it.
        #expect(try world.ledger.outbox().allSatisfy { $0.state != .superseded })
    }

    @Test mutating func `who has lost the invitation gets it again, once a day`() throws {
        let refresh = calendar("REFRESH", start: "20261217T183000").replacingOccurrences(
            of: "ATTENDEE:mailto:claire@exemple.fr\n", with: "")
        let incoming = try #require(try judge(refresh).incoming)
        #expect(incoming == .refresh(meeting.id, Person.ID("thomas")))
        let before = try world.ledger.outbox().count
        for _ in 0..<3 { _ = try take(incoming) }
        let again = try world.ledger.outbox().dropFirst(before)
        #expect(again.map(\.recipient.rawValue) == ["thomas"])
        let first = try #require(again.first)
        let bytes = try #require(try world.ledger.body(of: first.id))
        let text = MailText.calendars(in: bytes).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(text.contains("METHOD:REQUEST") && !text.contains("DISALLOW-COUNTER"))
        #expect(text.contains("DTSTAMP:20261201T090000Z"))
    }

    // MARK: - Plain words

    @Test mutating func `a word is an answer to the mail that it answers`() throws {
        #expect(
            try say("Oui !", to: .invitation)
                == .incoming(
                    .answer(meeting.id, Person.ID("thomas"), GivenAnswer(.accepted, sequence: 0, stamp: now))))
        #expect(try say("NON.", to: .invitation).kind == "answer")
        #expect(try say("non merci", to: .invitation).kind == "for-humans")
        #expect(try say("Médiation", to: .invitation).kind == "mediator")
        #expect(try say("pause", to: .invitation).kind == "pause")
        // A program that is away in somebody's place says nothing.
        #expect(try say("oui", to: .invitation, headers: "Auto-Submitted: auto-replied\n") == .automatic)
        // Whoever did not get the mail does not answer it.
        let entry = try #require(try mails(.invitation).last { $0.recipient.rawValue == "thomas" })
        #expect(
            try judge("From: claire@exemple.fr\nIn-Reply-To: \(entry.messageID)\n\noui\n").kind == "for-humans")
    }

    @Test mutating func `a word about a date that has changed since counts for nothing`() throws {
        let early = try #require(try mails(.invitation).last { $0.recipient.rawValue == "thomas" })
        #expect(try decline().contains("moved to"))
        now = now.adding(seconds: 60)
        #expect(try judge("From: thomas@exemple.fr\nIn-Reply-To: \(early.messageID)\n\noui\n").kind == "left")
        #expect(try say("oui", to: .declinedNewDate).kind == "answer")
    }

    @Test mutating func `no word means held after three days, and non means missed`() throws {
        now = meeting.ends.adding(seconds: 86_400 + 14 * 3600)
        _ = try world.wheel.turn(at: now)
        #expect(try world.ledger.meeting(meeting.id)?.state == .announced)
        #expect(try mails(.didYouMeet).count { $0.meeting == meeting.id } == 1)
        let judgement = try say("Non", to: .didYouMeet)
        #expect(judgement == .incoming(.met(meeting.id, Person.ID("thomas"), false, at: now)))
        let wakes = try world.wheel.turn(at: meeting.ends.adding(seconds: 2 * 86_400))
        #expect(try #require(wakes) <= meeting.ends.adding(seconds: 3 * 86_400))
        now = meeting.ends.adding(seconds: 3 * 86_400)
        _ = try world.wheel.turn(at: now)
        #expect(try world.ledger.meeting(meeting.id)?.state == .held)
        // Whoever answers late is still heard.
        _ = try take(try #require(judgement.incoming))
        #expect(try world.ledger.meeting(meeting.id)?.state == .missed)
    }

    @Test mutating func `a meeting that somebody has declined does not count as held`() throws {
        now = meeting.starts.adding(seconds: -3600)
        _ = try world.wheel.turn(at: now)
        _ = try decline()
        _ = try world.wheel.turn(at: meeting.ends.adding(seconds: 3 * 86_400))
        #expect(try world.ledger.meeting(meeting.id)?.state == .missed)
    }

    @Test func `a programme can want to know`() throws {
        let asking = Self.programme.replacingOccurrences(
            of: "  coordinator: nadia", with: "  coordinator: nadia\n  assume: ask")
        let tests = try ReschedulingTests(programme: asking)
        var world = tests.world
        _ = try world.wheel.turn(at: tests.meeting.ends.adding(seconds: 3 * 86_400))
        #expect(try world.ledger.meeting(tests.meeting.id)?.state == .missed)
        #expect(try tests.text(.coordinatorNote).contains("Personne n’a dit si"))
    }

    @Test mutating func `a call for the mediator reaches the mediator, whatever the rules say, and nobody else`() throws
    {
        _ = try take(.mediatorWanted(meeting.relationship, Person.ID("thomas")))
        let asked = try mails(.mediatorAsked)
        #expect(asked.map(\.recipient.rawValue) == ["nadia"])
        #expect(try text(.mediatorAsked).contains("thomas@exemple.fr"))
        #expect(try mails(.coordinatorNote).isEmpty)
        let rules =
            Self.rules
            + "\n  help: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}"
        var tests = try ReschedulingTests(programme: Self.programme, rules: rules)
        _ = try tests.take(.mediatorWanted(tests.meeting.relationship, Person.ID("thomas")))
        #expect(try tests.mails(.mediatorAsked).isEmpty)
        _ = try tests.world.wheel.turn(at: tests.now)
        #expect(try tests.text(.mediatorAsked).contains("thomas@exemple.fr"))
    }

    @Test mutating func `a wish to pause only asks the coordinator`() throws {
        _ = try take(.pauseWanted(meeting.relationship, Person.ID("thomas")))
        #expect(try text(.coordinatorNote).contains("Thomas Petit souhaite une pause"))
        #expect(world.wheel.office.directives.isEmpty)
    }
}
