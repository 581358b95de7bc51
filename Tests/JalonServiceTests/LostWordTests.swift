import CivilTime
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// What somebody has said is not lost because a bound is reached, or because a rule does not hold.
@Suite struct LostWordTests {
    private static func over(_ box: inout Letterbox) throws -> Meeting {
        let meeting = try #require(try box.meetings().first)
        box.now = meeting.ends.adding(seconds: 3600)
        try box.turn()
        try box.settle()
        return meeting
    }

    @Test(arguments: [
        "",
        "  held: {trigger: \"when meeting is held, missed\", send: {template: silent-relationship, to: coordinator}}\n",
    ])
    func `of held and missed in turn the youngest word counts, however many there were`(_ rule: String) throws {
        var box = try Letterbox(rules: rule)
        let meeting = try Self.over(&box)
        // The next day, at an hour when mail goes.
        box.pass(14 * 3600)
        let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
        for number in 0..<9 {
            box.pass(5)
            let isHeld = number % 2 == 1
            try box.receive(
                box.word(isHeld ? "fait" : "manqué", of: "claire", to: mail, id: "n\(number)", date: box.now))
            try box.turn()
            #expect(try box.ledger.meeting(meeting.id)?.state == (isHeld ? .held : .missed), "\(number)")
        }
        guard !rule.isEmpty else { return }
        let records = try box.ledger.firings(of: Rule.ID("held"))
        #expect(records.count { $0.outcome == "sent" } == 3)
        #expect(records.count { $0.outcome == "answered often" } == 6)
        #expect(try box.mails(.coordinatorNote).count == 1)
    }

    @Test(arguments: [("fait", Meeting.State.held), ("manqué", .missed)])
    func `after a day's worth of other answers, whether it took place is still written down`(
        _ word: String, _ state: Meeting.State
    ) throws {
        var box = try Letterbox()
        let meeting = try Self.over(&box)
        let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
        var spent = Changes()
        spent.automaticAnswers = Array(
            repeating: AutomaticAnswer(to: Person.ID("claire"), .answer, about: "another"), count: 10)
        try box.ledger.commit(spent, at: box.now)
        try box.receive(box.word(word, of: "claire", to: mail, id: "w", date: box.now))
        #expect(try box.ledger.meeting(meeting.id)?.state == state)
    }

    @Test(arguments: [("ACCEPTED", "oui", Answer.accepted), ("DECLINED", "non", .declined)])
    func `yes and no are written down beyond the bound, as a calendar and as a word`(
        _ partstat: String, _ word: String, _ answer: Answer
    ) throws {
        for isWord in [false, true] {
            var box = try Letterbox()
            let meeting = try #require(try box.meetings().first)
            let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
            var spent = Changes()
            spent.automaticAnswers = Array(
                repeating: AutomaticAnswer(to: Person.ID("claire"), .answer, about: meeting.id.rawValue), count: 3)
            try box.ledger.commit(spent, at: box.now)
            box.pass(1)
            try box.receive(
                isWord
                    ? box.word(word, of: "claire", to: mail, id: "w", date: box.now)
                    : box.calendar("REPLY", partstat, of: "claire", to: meeting, id: "c"))
            #expect(try box.ledger.announcement(of: meeting.id)?.answer(of: Person.ID("claire")) == answer)
        }
    }

    // MARK: - Calls for help

    private static let toMediator = "send: {template: mediator-asked, to: mediator}"

    /// Rules, and how many mails go to the mediator for one call.
    static let rules: [(String, Int)] = [
        ("  a: {trigger: when mediator is asked for, only_if: relationship is paused, \(toMediator)}\n", 1),
        ("  a: {trigger: when mediator is asked for, condition: \"false\", \(toMediator)}\n", 1),
        (
            "  a: {trigger: when mediator is asked for, condition: \"false\", \(toMediator)}\n"
                + "  b: {trigger: when mediator is asked for, condition: \"false\", \(toMediator)}\n", 1
        ),
        (
            "  a: {trigger: when mediator is asked for, condition: \"false\", \(toMediator)}\n"
                + "  b: {trigger: when mediator is asked for, \(toMediator)}\n", 1
        ),
        (
            "  b: {trigger: when mediator is asked for, condition: \"true\", \(toMediator)}\n"
                + "  z: {trigger: when mediator is asked for, condition: \"false\", \(toMediator)}\n", 1
        ),
        (
            "  a: {trigger: when mediator is asked for, condition: \"false\", send: {template: how-is-it-going, to: person}}\n",
            1
        ),
    ]

    @Test(arguments: rules.indices)
    func `a call goes to the mediator once, whatever becomes of rules`(_ index: Int) throws {
        let (rules, count) = Self.rules[index]
        var box = try Letterbox(rules: rules)
        for person in ["thomas", "claire"] {
            _ = try box.handIn(box.word("médiation", of: person, to: try box.mail(to: person), id: person))
        }
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        #expect(try box.mails(.mediatorAsked, to: "marc").count == 2 * count)
        #expect(try box.mails(.coordinatorNote).isEmpty)
        // Once more the same day, it is the same call.
        box.pass(60)
        try box.receive(box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "again"))
        try box.turn()
        #expect(try box.mails(.mediatorAsked, to: "marc").count == 2 * count)
    }

    @Test func `a call where nobody mediates stays for humans, and is written down`() throws {
        var box = try Letterbox()
        let relationships = Letterbox.relationships.replacingOccurrences(of: "    mediator: marc\n", with: "")
        try box.world.wheel.adopt(
            try World.configuration(
                in: box.world.directory, people: Letterbox.people, relationships: relationships,
                rules: Letterbox.rules, programme: World.programme + "\nanswers: {piped: true}\n"), at: box.now)
        let judgement = try box.receive(box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "1"))
        #expect(!judgement.isHandled && judgement.reason.contains("mediator"))
        #expect(try box.mails(.coordinatorNote).isEmpty && box.mails(.mediatorAsked).isEmpty)
        let entries = try box.ledger.journal(JournalEntry.setAside, since: .earliest)
        #expect(entries.map(\.detail) == ["the mediator is asked for, and there is none"])
    }

    // MARK: - A date that was just freed

    @Test(arguments: [false, true], [false, true])
    func `both refuse the same date: rules hear of both, and it moves once`(_ isWord: Bool, _ inTwoPasses: Bool) throws
    {
        var box = try Letterbox(
            rules:
                "  rule: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}\n")
        let meeting = try #require(try box.meetings().first)
        var starts: Instant?
        for person in ["thomas", "claire"] {
            let mail = try #require(try box.mails(.invitation, to: person).first { $0.meeting == meeting.id })
            box.pass(60)
            _ = try box.handIn(
                isWord
                    ? box.word("non", of: person, to: mail, id: person, date: box.now)
                    : box.calendar("REPLY", "DECLINED", of: person, to: meeting, id: person))
            if inTwoPasses {
                try box.world.wheel.carryOutOrders(at: box.now)
                try box.turn()
                starts = try starts ?? box.ledger.meeting(meeting.id)?.starts
            }
        }
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        let records = try box.ledger.firings(of: Rule.ID("rule"))
        #expect(records.count { $0.outcome == "sent" } == 2)
        #expect(Set(records.compactMap(\.firing.person)) == [Person.ID("thomas"), Person.ID("claire")])
        let moved = try #require(try box.ledger.announcement(of: meeting.id))
        #expect(moved.movesByAnswers == 1 && moved.starts != meeting.starts)
        if let starts { #expect(moved.starts == starts) }
        #expect(moved.answers.allSatisfy { $0 == .missing })
    }

    @Test func `without a rule, and for an acceptance, an answer to a former date is left as before`() throws {
        for (rules, partstat) in [
            ("", "DECLINED"),
            (
                "  rule: {trigger: when meeting is accepted, send: {template: silent-relationship, to: coordinator}}\n",
                "ACCEPTED"
            ),
        ] {
            var box = try Letterbox(rules: rules)
            let meeting = try #require(try box.meetings().first)
            try box.receive(box.calendar("REPLY", "DECLINED", of: "thomas", to: meeting, id: "1"))
            box.pass(60)
            let judgement = try box.receive(box.calendar("REPLY", partstat, of: "claire", to: meeting, id: "2"))
            #expect(judgement == .left(meeting.id, AnswerRefusal.outdated.rawValue))
        }
    }

    // MARK: - Dates

    private static func written(_ date: Instant, year: String) -> String {
        MailDate(secondsSinceEpoch: date.secondsSinceEpoch, offset: 0).description
            .replacingOccurrences(of: " 2027 ", with: " \(year) ").replacingOccurrences(of: " 2026 ", with: " \(year) ")
    }

    /// What stands as the Date of a word that comes after an order, and whether the word counts.
    static let dates: [(String, Bool)] = [
        ("hier", false), ("", false), ("dim., 29 nov. 2026 22:00:00 +0100", false), ("Sun, 99 Nov 2026 22:00", false),
        ("Thu, 01 Jan 1970 00:00:00 +0000", false), ("now of two digits", true), ("now", true),
    ]

    @Test(arguments: dates)
    func `a date that cannot be read overrides nothing that is younger`(_ date: String, _ counts: Bool) throws {
        var box = try Letterbox()
        let meeting = try Self.over(&box)
        let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
        _ = try box.ledger.give(.meeting(meeting.id, .held), at: box.now)
        try box.world.wheel.carryOutOrders(at: box.now)
        box.pass(60)
        let year = String(Zone.utc.local(at: box.now).date.year)
        let written =
            switch date {
            case "now": Self.written(box.now, year: year)
            case "now of two digits": Self.written(box.now, year: String(year.suffix(2)))
            default: date
            }
        let word = box.word("manqué", of: "claire", to: mail, id: "w", date: box.now)
            .replacing(#/Date: [^\r]*/#, with: "Date: \(written)")
        try box.receive(word)
        #expect(try box.ledger.meeting(meeting.id)?.state == (counts ? .missed : .held))
    }

    @Test func `a date that cannot be read counts where nobody has said anything`() throws {
        var box = try Letterbox()
        let meeting = try Self.over(&box)
        let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
        let word = box.word("manqué", of: "claire", to: mail, id: "w", date: box.now)
            .replacing(#/Date: [^\r]*/#, with: "Date: hier")
        try box.receive(word)
        #expect(try box.ledger.meeting(meeting.id)?.state == .missed)
        let call = box.word("médiation", of: "claire", to: mail, id: "c", date: box.now)
            .replacing(#/Date: [^\r]*/#, with: "Date: hier")
        try box.receive(call)
        #expect(try box.mails(.mediatorAsked).count == 1)
    }
}
