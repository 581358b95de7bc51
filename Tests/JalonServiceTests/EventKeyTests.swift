import CivilTime
import Foundation
import Ledger
import Mentoring
import Testing

@testable import JalonService

/// Each thing that happens is told to the rules, by whomever and however near to another.
@Suite struct EventKeyTests {
    private static func rule(_ event: Trigger.Event, to audience: String = "coordinator") -> String {
        "  rule: {trigger: when \(event.rawValue), send: {template: silent-relationship, to: \(audience)}}\n"
    }

    private static func sent(_ box: Letterbox) throws -> Int {
        try box.ledger.firings(of: Rule.ID("rule")).count { $0.outcome == "sent" }
    }

    private static func order(_ box: inout Letterbox, _ request: Order.Request) throws {
        _ = try box.ledger.give(request, at: box.now)
        #expect(try box.world.wheel.carryOutOrders(at: box.now).allSatisfy(\.accepted))
    }

    @Test(arguments: [Trigger.Event.meetingAccepted, .meetingDeclined, .mediatorAskedFor, .mailBounces])
    func `two people in the same second are two events`(_ event: Trigger.Event) throws {
        var box = try Letterbox(rules: Self.rule(event), programme: "  after_decline: ask\n")
        let meeting = try #require(try box.meetings().first)
        for person in ["claire", "thomas"] {
            let mail = try #require(try box.mails(.invitation, to: person).first { $0.meeting == meeting.id })
            _ =
                switch event {
                case .meetingAccepted:
                    try box.handIn(box.calendar("REPLY", "ACCEPTED", of: person, to: meeting, id: person))
                case .meetingDeclined:
                    try box.handIn(box.calendar("REPLY", "DECLINED", of: person, to: meeting, id: person))
                case .mailBounces: try box.handIn(box.report(on: mail))
                default: try box.handIn(box.word("médiation", of: person, to: mail, id: person))
                }
        }
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        #expect(try Self.sent(box) == 2)
        #expect(try box.mails(.silentRelationship, to: "nadia").count == 2)
    }

    @Test func `a second refusal of the same date is a second event`() throws {
        var box = try Letterbox(rules: Self.rule(.meetingDeclined), programme: "  after_decline: ask\n")
        let meeting = try #require(try box.meetings().first)
        for (number, answer) in ["DECLINED", "ACCEPTED", "DECLINED"].enumerated() {
            // All stamps are of the past, and carried out in one second.
            _ = try box.handIn(
                box.calendar(
                    "REPLY", answer, of: "thomas", to: meeting, id: "n\(number)",
                    stamp: box.now.adding(seconds: Int64(number) - 10)))
        }
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        #expect(try Self.sent(box) == 2)
    }

    @Test func `a refusal is told of although the other side refuses the new date at once`() throws {
        var box = try Letterbox(rules: Self.rule(.meetingDeclined))
        let meeting = try #require(try box.meetings().first)
        _ = try box.handIn(box.calendar("REPLY", "DECLINED", of: "thomas", to: meeting, id: "1"))
        try box.world.wheel.carryOutOrders(at: box.now)
        let sequence = try box.ledger.announcement(of: meeting.id)?.timeSequence ?? 0
        box.pass(1)
        _ = try box.handIn(
            box.calendar("REPLY", "DECLINED", of: "claire", to: meeting, id: "2", sequence: sequence))
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        #expect(try Self.sent(box) == 2)
    }

    @Test(arguments: [Trigger.Event.meetingHeld, .meetingMissed])
    func `what an order undoes and does again is told of again`(_ event: Trigger.Event) throws {
        var box = try Letterbox(rules: Self.rule(event))
        let meeting = try #require(try box.meetings().first)
        box.now = meeting.ends.adding(seconds: 15 * 3600)
        try box.turn()
        for order in [MeetingOrder.held, .missed, .held, .missed] { try Self.order(&box, .meeting(meeting.id, order)) }
        try box.turn()
        #expect(try Self.sent(box) == 2)
    }

    @Test(arguments: [Trigger.Event.relationshipPauses, .relationshipResumes])
    func `a relationship that pauses and goes on twice in a second is told of twice`(_ event: Trigger.Event) throws {
        var box = try Letterbox(rules: Self.rule(event))
        let id = Relationship.ID("claire-thomas")
        for _ in 0..<2 {
            try Self.order(&box, .relationship(id, .pause(from: World.today.adding(days: 120), through: nil)))
            try Self.order(&box, .relationship(id, .resume))
        }
        try box.turn()
        #expect(try Self.sent(box) == 2)
    }

    @Test func `a relationship that ends early is told of each time`() throws {
        var box = try Letterbox(rules: Self.rule(.relationshipEndsEarly))
        for days in [200, 150] {
            try Self.order(
                &box, .relationship(Relationship.ID("claire-thomas"), .end(on: World.today.adding(days: days))))
        }
        try box.turn()
        #expect(try Self.sent(box) == 2)
    }

    @Test func `moves and cancellations of two meetings in a second are each told of`() throws {
        var box = try Letterbox(
            rules: """
                  rule:
                    trigger: when meeting is moved, cancelled
                    send: {template: day-before, to: coordinator}

                """)
        let meetings = try box.meetings().prefix(2)
        #expect(meetings.count == 2)
        for meeting in meetings {
            let start = LocalDateTime(meeting.start.date.adding(days: 7), meeting.start.time)
            try Self.order(&box, .meeting(meeting.id, .move(to: start)))
        }
        try box.turn()
        #expect(try Self.sent(box) == 2)
        for meeting in meetings { try Self.order(&box, .meeting(meeting.id, .cancel)) }
        try box.turn()
        #expect(try Self.sent(box) == 4)
    }

    @Test(arguments: [Trigger.Event.personJoins, .personLeaves])
    func `two who come or go with one edit, and again within the second`(_ event: Trigger.Event) throws {
        var box = try Letterbox(rules: Self.rule(event))
        let others = Letterbox.relationships.replacingOccurrences(of: "mentor: claire", with: "mentor: marc")
            .replacingOccurrences(of: "mentee: thomas", with: "mentee: lea")
            .replacingOccurrences(of: "    mediator: marc\n", with: "")
        let rules = Letterbox.rules + Self.rule(event)
        let programme = World.programme + "\nanswers: {piped: true}\n"
        // The second relationship has the same mentee in both; the first changes both of its sides.
        let first = others.components(separatedBy: "  claire-lea:")[0]
        let before = Letterbox.relationships.components(separatedBy: "  claire-lea:")[0]
            .replacingOccurrences(of: "    mediator: marc\n", with: "")
        for (number, relationships) in [before, first, before, first].enumerated() {
            let configuration = try World.configuration(
                in: box.world.directory, people: Letterbox.people, relationships: relationships, rules: rules,
                programme: programme)
            try box.world.wheel.adopt(configuration, at: box.now)
            if number == 0 { try box.turn() }
        }
        try box.turn()
        #expect(try Self.sent(box) == 6)
    }

    @Test func `a step follows each event once`() throws {
        var box = try Letterbox(
            rules: """
                  rule:
                    trigger: when mediator is asked for
                    send: {template: mediator-asked, to: mediator}
                    then: [{after: 1 hour, send: {template: how-is-it-going, to: mediator}}]

                """)
        for person in ["claire", "thomas"] {
            _ = try box.handIn(box.word("médiation", of: person, to: try box.mail(to: person), id: person))
        }
        try box.world.wheel.carryOutOrders(at: box.now)
        try box.turn()
        box.pass(7200)
        try box.turn()
        #expect(try box.mails(.mediatorAsked, to: "marc").count == 2)
        #expect(try box.mails(.howIsItGoing, to: "marc").count == 2)
    }

    @Test func `a call for help goes in a pause, at night, and to whoever cannot be reached yet`() throws {
        var box = try Letterbox(
            rules: "  rule: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}\n",
            programme: "")
        let mail = try box.mail(to: "thomas")
        try Self.order(
            &box, .relationship(Relationship.ID("claire-thomas"), .pause(from: World.today, through: nil)))
        box.now = try box.world.moment("2026-12-03T03:00")
        try box.turn()
        try box.receive(box.word("médiation", of: "thomas", to: mail, id: "1"))
        try box.turn()
        let call = try #require(try box.mails(.mediatorAsked).first)
        #expect(call.notBefore == box.now)
    }

    @Test func `a call that a rule tells to others alone goes to the mediator all the same`() throws {
        var box = try Letterbox(
            rules: "  rule: {trigger: when mediator is asked for, send: {template: how-is-it-going, to: person}}\n")
        try box.receive(box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "1"))
        try box.turn()
        #expect(try box.mails(.mediatorAsked, to: "marc").count == 1)
        #expect(try box.mails(.howIsItGoing, to: "thomas").count == 1)
    }
}
