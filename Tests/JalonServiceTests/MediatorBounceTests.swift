import CivilTime
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// What the coordinator learns where mails come back, and what not.
@Suite struct MediatorBounceTests {
    private static let bounced =
        "  bounced: {trigger: when mail bounces, send: {template: silent-relationship, to: coordinator}}\n"
        + "  others: {trigger: when mail bounces, send: {template: how-is-it-going, to: [mentor, person]}}\n"
    private static let call =
        "  call: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}\n"
    private static let hello =
        "  hello: {trigger: 1 day after start, send: {template: how-is-it-going, to: [mediator, mentor]}}\n"

    /// What comes back.
    enum Case: CaseIterable {
        case callByItself, callByRule, routineToMediator, invitationToMentor
    }

    private static func texts(_ box: Letterbox, to person: String) throws -> [String] {
        try box.ledger.outbox().filter { $0.recipient.rawValue == person }.compactMap { entry in
            try box.ledger.body(of: entry.id).map { bytes in
                let mail = try ReceivedMessage(reading: bytes)
                return (mail.subject ?? "") + "\n" + (mail.plainText?.string ?? "")
            }
        }
    }

    private static func digest(of box: Letterbox) throws -> String {
        "\(try DigestMaker(office: box.world.wheel.office, ledger: box.ledger).digest(at: box.now))"
    }

    private static func entry(_ which: Case, _ number: Int, _ box: inout Letterbox) throws -> OutboxEntry {
        switch which {
        case .callByItself, .callByRule:
            try box.receive(box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "c\(number)"))
            try box.turn()
            return try box.mail(to: "marc", .mediatorAsked)
        case .routineToMediator:
            let mails = try box.mails(.howIsItGoing, to: "marc")
            return mails[number % mails.count]
        case .invitationToMentor:
            let mails = try box.mails(.invitation, to: "claire").filter { $0.relationship.rawValue == "claire-thomas" }
            return mails[number % mails.count]
        }
    }

    @Test(arguments: Case.allCases, [1, 2])
    func `nobody but the mediator learns of what went to the mediator`(_ which: Case, _ bounces: Int) throws {
        let rules = Self.bounced + Self.hello + (which == .callByRule ? Self.call : "")
        var box = try Letterbox(rules: rules)
        box.now = try box.world.moment("2026-12-03T10:00")
        try box.turn()
        try box.settle()
        let before = try box.ledger.lastMailID()
        for number in 0..<bounces {
            let entry = try Self.entry(which, number, &box)
            try box.settle()
            let report = box.report(on: entry, words: "554 5.7.1 no: Thomas Petit souhaite parler")
            #expect(try box.receive(report).kind == "bounce")
            try box.turn()
            try box.settle()
            box.pass(86_400 + 60)
            try box.turn()
        }
        let entries = try box.ledger.outbox(after: before)
        let notes = entries.filter { $0.template == .coordinatorNote }
        #expect(notes.count == (bounces == 2 ? 1 : 0))
        let isMediator = which != .invitationToMentor
        for note in notes {
            let text = try #require(try Self.texts(box, to: "nadia").last { $0.contains("reviennent") })
            #expect(text.contains(isMediator ? "Marc Roux (marc@exemple.fr)" : "Claire Durand (claire@exemple.fr)"))
            #expect(text.contains("Thomas") == !isMediator)
            #expect(note.relationship.rawValue.isEmpty == isMediator)
        }
        // Rules tell nobody else either, and say why.
        let texts: [TemplateName] = [.silentRelationship, .howIsItGoing]
        let told = entries.filter { texts.contains($0.template) }.map(\.recipient.rawValue)
        #expect(isMediator ? Set(told).isSubset(of: ["marc"]) : Set(told).isSuperset(of: ["nadia"]))
        let records = try box.ledger.firings(of: Rule.ID("bounced"))
        #expect(records.contains { $0.outcome == "confidential" } == isMediator)
        // The digest quotes no server.
        let digest = try Self.digest(of: box)
        #expect(digest.contains("Undelivered(person: \(isMediator ? "marc" : "claire")"))
        #expect(digest.contains("souhaite parler") == !isMediator && digest.contains("554 5.7.1"))
        if isMediator {
            for text in try Self.texts(box, to: "nadia") { #expect(!text.contains("souhaite parler")) }
        }
    }

    @Test func `a condition that fails on a call for help is not in the digest`() throws {
        var box = try Letterbox(
            rules: """
                  call:
                    trigger: when mediator is asked for
                    condition: relationship.days_since_held > 0
                    send: {template: mediator-asked, to: mediator}

                """)
        try box.receive(box.word("médiation", of: "thomas", to: try box.mail(to: "thomas"), id: "1"))
        try box.turn()
        let records = try box.ledger.firings(of: Rule.ID("call"))
        #expect(records.contains { $0.outcome?.hasPrefix("condition failed") ?? false })
        #expect(try Self.digest(of: box).contains("heldBack: []"))
        // And the mediator hears of it all the same.
        #expect(try box.mails(.mediatorAsked, to: "marc").count == 1)
    }
}
