import CivilTime
import MailMessage
import Mentoring
import Testing

@testable import Ledger

/// What is owed goes before what answers somebody, and what speaks of one event keeps its order.
@Suite struct AnswersLastTests {
    private let now = LedgerSamples.now
    private let lease = LedgerSamples.now.adding(seconds: 600)

    private func ledger(_ mails: [OwedMail]) throws -> Ledger {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        changes.meetings = [try LedgerSamples.meeting("m-1", state: .announced)]
        changes.mails = mails
        try ledger.commit(changes, at: now)
        return ledger
    }

    private func answer(_ key: String, _ template: TemplateName = .counterDeclined) throws -> OwedMail {
        var mail = try LedgerSamples.mail(key, about: "m-1", template: template)
        mail.isAnswer = true
        return mail
    }

    private func claim(_ ledger: Ledger, limit: Int = 9, answers: Int? = nil) throws -> [String] {
        try ledger.claim(limit: limit, answers: answers, at: now, leaseUntil: lease).map(\.key)
    }

    @Test func `whatever is owed leaves first, however late it was composed`() throws {
        var answers = try (0..<5).map { try answer("a\($0)", .silentRelationship) }
        for index in answers.indices { answers[index].meeting = nil }
        let ledger = try ledger(answers + [try LedgerSamples.mail("own")])
        #expect(try claim(ledger, limit: 1) == ["own"])
        #expect(try claim(ledger, limit: 4, answers: 2) == ["a0", "a1"])
        #expect(try claim(ledger) == ["a2", "a3", "a4"])
        #expect(try ledger.nextMail() == lease)
    }

    @Test func `an answer that has not begun holds up no reminder, and one under way does`() throws {
        let ledger = try ledger([try answer("a"), try LedgerSamples.mail("own", about: "m-1", template: .dayBefore)])
        #expect(try claim(ledger, limit: 1) == ["own"])
        let other = try self.ledger([try answer("a")])
        #expect(try claim(other) == ["a"])
        var changes = Changes()
        changes.mails = [try LedgerSamples.mail("own", about: "m-1", template: .update)]
        try other.commit(changes, at: now)
        #expect(try claim(other) == [])
    }

    @Test func `answers wait for what is owed about the same meeting, and for each other`() throws {
        let ledger = try ledger([
            try LedgerSamples.mail("own", about: "m-1", template: .update), try answer("a"), try answer("b"),
        ])
        #expect(try claim(ledger) == ["own"])
        let own = try #require(try ledger.outbox().first)
        _ = try ledger.record(.bodyHandedOver, for: own, at: now)
        _ = try ledger.record(.accepted(words: "250"), for: own, at: now)
        #expect(try claim(ledger) == ["a"])
    }

    @Test func `an update takes back the answers that have not left`() throws {
        let ledger = try ledger([try answer("a"), try answer("note", .coordinatorNote)])
        var changes = Changes()
        changes.withdrawn = [
            Changes.Withdrawal(
                meeting: Meeting.ID("m-1"), recipient: try answer("x").envelope.recipient, reason: .superseded,
                assumesNothingArrived: false)
        ]
        try ledger.commit(changes, at: now)
        #expect(try ledger.outbox().map(\.state) == [.superseded, .scheduled])
    }

    @Test func `a mail acts once, and only so many of a kind in a day become orders`() throws {
        let ledger = try Ledger.inMemory()
        func mail(_ mark: String, _ meeting: String, _ person: String = "thomas") -> IncomingMail {
            IncomingMail(.refresh(Meeting.ID(meeting), Person.ID(person)), mark: mark)
        }
        #expect(try ledger.take(mail("1", "m-1"), at: now) != nil)
        #expect(try ledger.take(mail("1", "m-1"), at: now) == nil)
        for number in 2..<60 { try ledger.take(mail("\(number)", "m-1"), at: now) }
        // Twenty, and the word that there were more.
        #expect(try ledger.openOrders().count == 21)
        #expect(try ledger.take(mail("o", "m-1", "claire"), at: now) != nil)
        for number in 0..<300 { try ledger.take(mail("x\(number)", "m-\(number)"), at: now) }
        #expect(try ledger.openOrders().count == 102)
        #expect(try ledger.take(mail("later", "m-1"), at: now.adding(seconds: 86_401)) != nil)
    }

    @Test func `each event has a number, and each person in it`() throws {
        let ledger = try Ledger.inMemory()
        func firing(_ person: String?, _ cause: Firing.Cause = .event) -> Firing {
            Firing(
                key: Firing.Key(
                    rule: Rule.ID("r"), offset: 0, subject: .relationship(LedgerSamples.relationship), version: 1,
                    recipient: Person.ID("nadia")),
                due: now, cause: cause, person: person.map { Person.ID($0) })
        }
        for _ in 0..<2 {
            var changes = Changes()
            changes.arisen = [firing("claire"), firing("thomas"), firing("claire"), firing(nil, .date)]
            try ledger.commit(changes, at: now)
        }
        let numbers = try ledger.firings(of: Rule.ID("r")).map(\.firing.key.occurrence)
        #expect(numbers.sorted() == [0, 1, 2, 3, 4])
    }
}
