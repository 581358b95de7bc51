import CivilTime
import Configuration
import Foundation
import Ledger
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// Mails from people who may not answer: whatever they write, nothing changes.
@Suite struct ForgeryTests {
    /// What is wrong with a mail; each is enough.
    private enum Flaw: CaseIterable {
        case sender, alias, twoSenders, robotWithoutReply, attendee, uid, sequence, replay, method, events, bounce, word
    }

    @Test func `ten thousand forged replies and reports change nothing`() throws {
        var world = try World()
        let now = try #require(Instant("2026-12-01T08:00:00Z"))
        _ = try world.wheel.turn(at: now)
        let ledger = world.ledger
        let meetings = try ledger.meetings(in: [.announced])
        for meeting in meetings {
            // Everybody has answered; the meeting has moved once, so that sequence 0 is of an earlier date.
            let moved = LocalDateTime(meeting.start.date.adding(days: 1), meeting.start.time)
            _ = try ledger.give(.meeting(meeting.id, .move(to: moved)), at: now)
        }
        try world.wheel.carryOutOrders(at: now)
        for meeting in meetings {
            guard let told = try ledger.announcement(of: meeting.id), !told.isCancelled else { continue }
            for person in told.participants.map(\.person) {
                let given = GivenAnswer(.accepted, sequence: told.sequence, stamp: now)
                _ = try ledger.give(.incoming(.answer(told.meeting, person, given)), at: now)
            }
        }
        try world.wheel.carryOutOrders(at: now)
        let announced = try ledger.announcements().values.filter { !$0.isCancelled }.sorted { $0.uid < $1.uid }
        let judge = MailJudge(
            programme: world.wheel.configuration.programme, records: MailJudge.Records(ledger: ledger))
        var source = TokenSource.seeded(state: 42)
        // The same mail without a flaw is an answer.
        for target in announced {
            let mail = forged(nil, target, number: 0, using: &source)
            #expect(try judge.judge(mail, at: now.adding(seconds: 60)).kind == "answer")
        }
        let before = try Standing(ledger)
        for number in 0..<10_000 {
            let flaw = try #require(Flaw.allCases.randomElement(using: &source))
            let target = try #require(announced.randomElement(using: &source))
            let mail = forged(flaw, target, number: number, using: &source)
            let judgement = try judge.judge(mail, at: now.adding(seconds: 60))
            guard let incoming = judgement.incoming else { continue }
            if !Self.changesNothing(incoming) {
                Issue.record("\(flaw) counts: \(String(decoding: mail, as: UTF8.self))")
            }
            // Some are taken in, to see that they are told and no more.
            if number.isMultiple(of: 20) { _ = try ledger.give(.incoming(incoming), at: now) }
        }
        try world.wheel.carryOutOrders(at: now.adding(seconds: 120))
        #expect(try Standing(ledger) == before)
    }

    /// What a forgery could change.
    private struct Standing: Equatable {
        let meetings: [Meeting]
        let announcements: [Meeting.ID: Announcement]
        let suspensions: [Suspension]
        let mails: [OutboxEntry]

        init(_ ledger: Ledger) throws {
            meetings = try ledger.meetings(in: [.planned, .announced, .held, .missed, .cancelled])
            announcements = try ledger.announcements()
            suspensions = try ledger.suspensions()
            mails = try ledger.outbox().filter { $0.template != .coordinatorNote }
        }
    }

    /// What is listed, or told to the coordinator.
    private static func changesNothing(_ incoming: Incoming) -> Bool {
        switch incoming {
        case .concern(.unverified, _, _), .uninvited: true
        default: false
        }
    }

    private func forged(
        _ flaw: Flaw?, _ target: Announcement, number: Int, using source: inout TokenSource
    ) -> [UInt8] {
        let victims = target.participants
        let victim = victims[Int.random(in: 0..<victims.count, using: &source)]
        let other = victims.first { $0.person != victim.person } ?? victim
        let address = victim.address.description
        var from = "\(victim.name.unicodeScalars.allSatisfy(\.isASCII) ? victim.name : "Somebody") <\(address)>"
        var headers: [String] = []
        var (attendee, uid, sequence, method, events) = (address, target.uid, target.sequence, "REPLY", 1)
        var stamp = "20261201T080030Z"
        switch flaw {
        case nil: break
        case .sender: from = "\"\(address)\" <x\(number)@elsewhere.org>"
        case .alias: from = "<\(other.address)>"
        case .twoSenders: from += ", \(other.address)"
        case .robotWithoutReply:
            from = "calendar-notification@google.com"
            headers = ["Reply-To: y\(number)@elsewhere.org"]
        case .attendee: attendee = "z\(number)@elsewhere.org"
        case .uid: uid = "\(number)" + uid
        case .sequence: sequence = Int.random(in: -5..<max(1, target.timeSequence ?? 0), using: &source)
        case .replay: stamp = "20261130T080000Z"
        case .method:
            method =
                ["REQUEST", "CANCEL", "PUBLISH", "ADD", "COUNTER", ""].randomElement(using: &source) ?? ""
        case .events: events = [0, 2, 3].randomElement(using: &source) ?? 2
        case .word:
            // Whoever does not have a mail does not know its Message-ID.
            let word = ["oui", "non", "fait", "manqué", "médiation", "pause"].randomElement(using: &source) ?? "non"
            return Array(
                "From: \(from)\r\nIn-Reply-To: <\(number)\(target.meeting)@exemple.fr>\r\n\r\n\(word)\r\n".utf8)
        case .bounce:
            return Array(
                """
                From: MAILER-DAEMON@elsewhere.org\r
                Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
                \r
                --b\r
                Content-Type: message/delivery-status\r
                \r
                Reporting-MTA: dns; elsewhere.org\r
                \r
                Final-Recipient: rfc822; \(address)\r
                Action: failed\r
                Status: 5.1.1\r
                \r
                --b\r
                Content-Type: text/rfc822-headers\r
                \r
                Message-ID: <\(number)\(target.uid)>\r
                --b--\r
                """.utf8)
        }
        let answer = ["ACCEPTED", "DECLINED", "TENTATIVE"].randomElement(using: &source) ?? "DECLINED"
        let event = [
            "BEGIN:VEVENT", "UID:\(uid)", "SEQUENCE:\(sequence)", "DTSTAMP:\(stamp)",
            "ATTENDEE;PARTSTAT=\(answer):mailto:\(attendee)", "END:VEVENT",
        ]
        let lines =
            ["From: \(from)"] + headers + [
                "Content-Type: text/calendar; method=REPLY", "", "BEGIN:VCALENDAR", "VERSION:2.0",
            ]
            + ["METHOD:\(method)"] + Array(repeating: event, count: events).joined() + ["END:VCALENDAR", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}
