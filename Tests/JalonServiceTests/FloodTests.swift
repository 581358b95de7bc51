import CivilTime
import Foundation
import Ledger
import Mentoring
import Testing

@testable import JalonService

/// Somebody writes and writes, or somebody else does in their name.
@Suite struct FloodTests {
    /// Ways of making Jalon write again and again.
    enum Flood: CaseIterable {
        case counters, counterOfEveryMeeting, refreshes, flips, declines, wordFlips, unverified
    }

    private static let rules = """
          accepted: {trigger: when meeting is accepted, send: {template: silent-relationship, to: coordinator}}
          told: {trigger: when meeting is accepted, send: {template: how-is-it-going, to: [mentor, mentee]}}
          declined: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}
        """

    private static func pour(_ flood: Flood, into box: inout Letterbox, times: Int) throws {
        for number in 0..<times {
            box.pass(2)
            let meetings = try box.meetings()
            let meeting = try #require(meetings.first)
            let other = meetings[number % meetings.count]
            let start = meeting.starts.adding(seconds: Int64(number + 1) * 60 - 4 * 86_400 - 3 * 3600)
            let sequence = try box.ledger.announcement(of: meeting.id)?.timeSequence ?? 0
            let id = "n\(number)"
            switch flood {
            case .counters:
                try box.receive(
                    box.calendar(
                        "COUNTER", "TENTATIVE", of: "claire", to: meeting, id: id, start: start, sequence: sequence))
            case .counterOfEveryMeeting:
                try box.receive(box.calendar("COUNTER", "TENTATIVE", of: "claire", to: other, id: id, start: start))
            case .refreshes: try box.receive(box.calendar("REFRESH", "NEEDS-ACTION", of: "claire", to: other, id: id))
            case .flips, .declines:
                let isNo = flood == .declines || number % 2 == 0
                try box.receive(
                    box.calendar(
                        "REPLY", isNo ? "DECLINED" : "ACCEPTED", of: "claire", to: meeting, id: id, sequence: sequence))
            case .wordFlips:
                let mail = try box.mail(to: "claire")
                let word = number % 2 == 0 ? "oui" : "non"
                try box.receive(box.word(word, of: "claire", to: mail, id: id, date: box.now))
            case .unverified:
                try box.receive(
                    box.calendar("REPLY", "DECLINED", of: "claire", to: other, id: id, from: "mallory@elsewhere.org"))
            }
            try box.turn()
        }
    }

    @Test(arguments: Flood.allCases, [nil, "mx.exemple.fr"])
    func `what one person writes brings about a few mails a day, and one word to the coordinator`(
        _ flood: Flood, _ authserv: String?
    ) throws {
        var box = try Letterbox(rules: Self.rules, authserv: authserv)
        try box.turn()
        let before = try box.ledger.outbox().count
        try Self.pour(flood, into: &box, times: 60)
        let new = try box.ledger.outbox().dropFirst(before)
        let answers = new.filter(\.isAnswer)
        for person in ["claire", "thomas", "nadia", "marc"] {
            // Ten, and the one word that there were more.
            #expect(answers.count { $0.recipient.rawValue == person } <= 11, "\(person)")
            let byMeeting = Dictionary(grouping: answers.filter { $0.recipient.rawValue == person }) {
                $0.meeting?.rawValue ?? "none"
            }
            for (meeting, mails) in byMeeting where meeting != "none" && person != "nadia" {
                #expect(mails.count <= 3, "\(person) \(meeting) \(mails.map(\.template))")
            }
        }
        let floods = try box.mails(.coordinatorNote).filter { $0.key.hasPrefix("flooded") }
        #expect(floods.count <= 1)
        if [.counters, .counterOfEveryMeeting, .flips, .declines].contains(flood) { #expect(floods.count == 1) }
        // An update goes as if nothing had been.
        let meeting = try #require(try box.meetings("claire-lea").first)
        _ = try box.ledger.give(
            .meeting(meeting.id, .move(to: LocalDateTime(meeting.start.date.adding(days: 7), meeting.start.time))),
            at: box.now)
        try box.world.wheel.carryOutOrders(at: box.now)
        let updates = try box.mails(.update).filter { $0.meeting == meeting.id }
        #expect(updates.count == 2 && updates.allSatisfy { $0.notBefore == box.now && !$0.isAnswer })
        let claimed = try box.ledger.claim(limit: 2, at: box.now, leaseUntil: box.now.adding(seconds: 60))
        #expect(claimed.allSatisfy { !$0.isAnswer }, "\(claimed.map(\.template))")
    }

    @Test func `a day later there are answers again`() throws {
        var box = try Letterbox()
        try Self.pour(.counters, into: &box, times: 5)
        #expect(try box.mails(.counterDeclined).count == 3)
        box.pass(86_401)
        try Self.pour(.counters, into: &box, times: 1)
        #expect(try box.mails(.counterDeclined).count <= 3)
        let id = "later"
        let meeting = try #require(try box.meetings().first)
        try box.receive(
            box.calendar(
                "COUNTER", "TENTATIVE", of: "claire", to: meeting, id: id,
                start: meeting.starts.adding(seconds: -3600 * 40)))
        #expect(try box.mails(.counterDeclined).count == 4)
    }

    @Test func `held and missed in turn change little, and tell the coordinator once`() throws {
        var box = try Letterbox(
            rules: """
                  held: {trigger: "when meeting is held, missed", send: {template: silent-relationship, to: coordinator}}

                """)
        let meeting = try #require(try box.meetings().first)
        box.now = meeting.ends.adding(seconds: 3600)
        try box.turn()
        try box.settle()
        let mail = try #require(try box.mails(.invitation, to: "claire").first { $0.meeting == meeting.id })
        let before = try box.ledger.outbox().count
        for number in 0..<30 {
            box.pass(5)
            try box.receive(
                box.word(number % 2 == 0 ? "manqué" : "fait", of: "claire", to: mail, id: "n\(number)", date: box.now))
            try box.turn()
        }
        let new = try box.ledger.outbox().dropFirst(before)
        #expect(new.count { $0.template == .silentRelationship } <= 3)
        #expect(new.count { $0.template == .coordinatorNote } == 1)
    }

    @Test(arguments: [
        "", "  call: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}",
    ])
    func `sixty calls of one person delay nobody else's, and the coordinator hears of none`(_ rule: String) throws {
        var box = try Letterbox(rules: rule)
        let (thomas, claire) = (try box.mail(to: "thomas"), try box.mail(to: "claire"))
        for number in 0..<60 {
            box.pass(1)
            try box.receive(box.word("médiation", of: "thomas", to: thomas, id: "t\(number)", date: box.now))
            try box.turn()
        }
        #expect(try box.mails(.mediatorAsked).count == 1)
        box.pass(1)
        try box.receive(box.word("médiation", of: "claire", to: claire, id: "c", date: box.now))
        try box.turn()
        let calls = try box.mails(.mediatorAsked)
        #expect(calls.count == 2 && calls.allSatisfy { $0.notBefore <= box.now && !$0.isAnswer && $0.isConfidential })
        #expect(try box.mails(.coordinatorNote).isEmpty)
        if !rule.isEmpty {
            let records = try box.ledger.firings(of: Rule.ID("call"))
            #expect(records.count { $0.outcome == "sent" } == 2)
            #expect(records.contains { $0.outcome == "asked already" })
        }
        // The next day somebody may call again.
        box.pass(86_400)
        try box.receive(box.word("médiation", of: "thomas", to: thomas, id: "again", date: box.now))
        try box.turn()
        #expect(try box.mails(.mediatorAsked).count == 3)
    }

    @Test func `a flood about one person delays no note about another`() throws {
        var box = try Letterbox(programme: "  after_decline: ask\n")
        try Self.pour(.unverified, into: &box, times: 60)
        for person in ["thomas", "lea"] {
            let relationship = person == "lea" ? "claire-lea" : "claire-thomas"
            for (number, meeting) in try box.meetings(relationship).prefix(3).enumerated() {
                box.pass(1)
                try box.receive(
                    box.calendar(
                        "REPLY", "DECLINED", of: person, to: meeting, id: "\(person)\(number)",
                        from: "x@elsewhere.org"))
            }
        }
        let notes = try box.mails(.coordinatorNote)
        for person in ["thomas", "lea"] {
            let own = notes.filter { $0.key.hasSuffix(" \(person)") }
            #expect(!own.isEmpty && own.first?.notBefore ?? .earliest <= box.now, "\(person)")
        }
    }

    @Test func `the ledger grows no further than a bound`() throws {
        var box = try Letterbox()
        let meeting = try #require(try box.meetings().first)
        for number in 0..<400 {
            box.pass(1)
            let answer = number % 2 == 0 ? "ACCEPTED" : "TENTATIVE"
            _ = try box.handIn(box.calendar("REPLY", answer, of: "claire", to: meeting, id: "r\(number)"))
        }
        #expect(try box.ledger.openOrders().count <= 21)
        try box.world.wheel.carryOutOrders(at: box.now)
        #expect(try box.mails(.coordinatorNote).map(\.key).filter { $0.hasPrefix("flooded") }.count == 1)
        #expect(try box.ledger.journal(after: 0).count < 60)
        // Another person, and another kind, are heard all the same.
        let help = box.word("médiation", of: "claire", to: try box.mail(to: "claire"), id: "help")
        #expect(try box.receive(help).kind == "mediator")
        #expect(try box.mails(.mediatorAsked).count == 1)
        #expect(
            try box.receive(box.calendar("REPLY", "ACCEPTED", of: "thomas", to: meeting, id: "t")).kind == "answer")
        #expect(try box.ledger.announcement(of: meeting.id)?.answer(of: Person.ID("thomas")) == .accepted)
    }
}
