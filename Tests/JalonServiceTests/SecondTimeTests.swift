import CivilTime
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// The same mail comes again, and old mails come late.
@Suite struct SecondTimeTests {
    /// What happens to a mail on a second way.
    enum Way: CaseIterable {
        case asItWas, otherLineEnds, traced, envelopeLine, refolded, encodedAnew
    }

    private static func copy(_ mail: String, _ way: Way) -> String {
        switch way {
        case .asItWas: mail
        case .otherLineEnds: mail.replacingOccurrences(of: "\r\n", with: "\n")
        case .traced:
            "Received: from mx2 by mx1; Tue, 1 Dec 2026 11:00:00 +0000\r\nDelivered-To: a@b.example\r\nX-Spam: no\r\n"
                + mail
        case .envelopeLine: "From claire@exemple.fr Tue Dec  1 10:00:00 2026\r\n" + mail
        case .refolded: mail.replacingOccurrences(of: "In-Reply-To: ", with: "In-Reply-To:\r\n ")
        case .encodedAnew:
            mail.replacingOccurrences(
                of: "charset=utf-8\r\n\r\nmédiation",
                with: "charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nbcOpZGlhdGlvbg==")
        }
    }

    @Test(arguments: Way.allCases, ["known", nil])
    func `a mail acts once, however it comes again`(_ way: Way, _ id: String?) throws {
        var box = try Letterbox()
        let mail = box.word("médiation", of: "claire", to: try box.mail(to: "claire"), id: id, date: box.now)
        #expect(try box.receive(mail).kind == "mediator")
        // Two days later it would be another call.
        box.pass(2 * 86_400)
        #expect(try box.receive(Self.copy(mail, way)).kind == "again")
        #expect(try box.mails(.mediatorAsked).count == 1)
        // It comes twice before the first is carried out.
        let other = box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: id, date: box.now)
        _ = try box.handIn(other)
        _ = try box.handIn(Self.copy(other, way))
        #expect(try box.ledger.openOrders().count == 1)
    }

    @Test func `without a Message-ID two mails are two`() throws {
        var box = try Letterbox()
        let entry = try box.mail(to: "claire")
        #expect(try box.receive(box.word("médiation", of: "claire", to: entry, date: box.now)).kind == "mediator")
        box.pass(2 * 86_400)
        #expect(try box.receive(box.word("médiation", of: "claire", to: entry, date: box.now)).kind == "mediator")
        #expect(try box.mails(.mediatorAsked).count == 2)
    }

    @Test(arguments: [nil, "mx.exemple.fr"])
    func `whoever uses another's Message-ID does not have that mail passed over`(_ authserv: String?) throws {
        var box = try Letterbox(authserv: authserv)
        let meeting = try #require(try box.meetings().first)
        let forged = [
            box.calendar("REPLY", "ACCEPTED", of: "claire", to: meeting, id: "claire-1", from: "x@elsewhere.org"),
            box.calendar("REPLY", "ACCEPTED", of: "thomas", to: meeting, id: "claire-1"),
            box.calendar("REPLY", "ACCEPTED", of: "nobody", to: meeting, id: "claire-1"),
            box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "claire-1", date: box.now),
        ]
        for mail in forged { try box.receive(mail) }
        let genuine = box.calendar("REPLY", "DECLINED", of: "claire", to: meeting, id: "claire-1")
        #expect(try box.receive(genuine).kind == "answer")
        #expect(try box.mails(.declinedNewDate).count == 2)
    }

    @Test func `what is known is forgotten with the journal`() throws {
        var box = try Letterbox()
        let mail = box.word("pause", of: "claire", to: try box.mail(to: "claire"), id: "p", date: box.now)
        try box.receive(mail)
        try box.ledger.tidy(Retention(), at: box.now.adding(seconds: 729 * 86_400))
        #expect(try box.receive(mail).kind == "again")
        try box.ledger.tidy(Retention(), at: box.now.adding(seconds: 731 * 86_400))
        // The mail that it answers is forgotten as well.
        #expect(try box.receive(mail).kind == "for-humans")
    }

    // MARK: - What is younger

    @Test func `an older word on a meeting does not override a younger one`() throws {
        var box = try Letterbox()
        let meeting = try #require(try box.meetings().first)
        let (claire, thomas) = (try box.mail(to: "claire"), try box.mail(to: "thomas"))
        _ = (claire, thomas)
        func state(_ box: Letterbox) throws -> Meeting.State? { try box.ledger.meeting(meeting.id)?.state }
        let invitations = try box.mails(.invitation).filter { $0.meeting == meeting.id }
        let toClaire = try #require(invitations.first { $0.recipient.rawValue == "claire" })
        let toThomas = try #require(invitations.first { $0.recipient.rawValue == "thomas" })
        box.now = meeting.ends.adding(seconds: 3600)
        try box.turn()
        let early = box.now
        let missed = { (box: Letterbox, id: String, date: Instant?) in
            box.word("manqué", of: "claire", to: toClaire, id: id, date: date)
        }
        try box.receive(missed(box, "1", box.now))
        #expect(try state(box) == .missed)
        box.pass(3600)
        _ = try box.ledger.give(.meeting(meeting.id, .held), at: box.now)
        try box.world.wheel.carryOutOrders(at: box.now)
        #expect(try state(box) == .held)
        box.pass(3600)
        // The same again, another of the same age, and one of a clock that was never set.
        for (id, date) in [("1", early), ("2", early.adding(seconds: 60)), ("3", Instant(secondsSinceEpoch: 0))] {
            try box.receive(missed(box, id, date))
            #expect(try state(box) == .held, "\(id)")
        }
        // From the future, it is of now.
        try box.receive(missed(box, "4", box.now.adding(seconds: 400 * 86_400)))
        #expect(try state(box) == .missed)
        box.pass(60)
        try box.receive(box.word("fait", of: "thomas", to: toThomas, id: "5", date: box.now))
        #expect(try state(box) == .held)
        // An order counts from when it was given.
        _ = try box.ledger.give(.meeting(meeting.id, .missed), at: box.now.adding(seconds: 60))
        box.pass(7200)
        try box.world.wheel.carryOutOrders(at: box.now)
        #expect(try state(box) == .missed)
        try box.receive(box.word("fait", of: "thomas", to: toThomas, id: "6", date: box.now.adding(seconds: -3600)))
        #expect(try state(box) == .held)
    }

    enum Form: CaseIterable { case word, reply, counter }

    @Test(arguments: Form.allCases, Form.allCases)
    func `an older answer never overrides a younger one in another form`(_ older: Form, _ younger: Form) throws {
        var box = try Letterbox()
        let meeting = try #require(try box.meetings().first)
        let invitation = try #require(
            try box.mails(.invitation, to: "thomas").first { $0.meeting == meeting.id })
        box.pass(3 * 3600)
        func mail(_ form: Form, _ id: String, _ hoursAgo: Int64, yes: Bool) -> String {
            let date = box.now.adding(seconds: -hoursAgo * 3600)
            return switch form {
            case .word: box.word(yes ? "oui" : "non", of: "thomas", to: invitation, id: id, date: date)
            case .reply:
                box.calendar("REPLY", yes ? "ACCEPTED" : "DECLINED", of: "thomas", to: meeting, id: id, stamp: date)
            case .counter:
                // At a time that suits nobody; the older one would suit.
                box.calendar(
                    "COUNTER", "TENTATIVE", of: "thomas", to: meeting, id: id, stamp: date,
                    start: meeting.starts.adding(seconds: yes ? -40 * 3600 : 3600))
            }
        }
        try box.receive(mail(younger, "young", 1, yes: true))
        let before = try #require(try box.ledger.announcement(of: meeting.id))
        let mails = try box.ledger.outbox().count
        try box.receive(mail(older, "old", 2, yes: false))
        #expect(try box.ledger.announcement(of: meeting.id) == before)
        #expect(try box.ledger.outbox().count == mails)
        #expect(try box.ledger.meeting(meeting.id)?.start == meeting.start)
    }

    @Test func `an answer of the future does not stand for ever`() throws {
        var box = try Letterbox()
        let meeting = try #require(try box.meetings().first)
        let future = box.now.adding(seconds: 3000 * 86_400)
        try box.receive(
            box.calendar("REPLY", "ACCEPTED", of: "thomas", to: meeting, id: "1", stamp: future, date: future))
        #expect(try box.ledger.announcement(of: meeting.id)?.answer(of: Person.ID("thomas")) == .accepted)
        box.pass(1)
        try box.receive(box.calendar("REPLY", "TENTATIVE", of: "thomas", to: meeting, id: "2"))
        #expect(try box.ledger.announcement(of: meeting.id)?.answer(of: Person.ID("thomas")) == .tentative)
        // One that comes late counts as when its mail was written.
        box.pass(86_400)
        try box.receive(
            box.calendar(
                "REPLY", "ACCEPTED", of: "thomas", to: meeting, id: "3", stamp: future,
                date: box.now.adding(seconds: -90_000)))
        #expect(try box.ledger.announcement(of: meeting.id)?.answer(of: Person.ID("thomas")) == .tentative)
    }
}
