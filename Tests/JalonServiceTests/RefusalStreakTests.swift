import CurlMail
import Ledger
import MailMessage
import Testing

@testable import JalonService

/// Which refusals are about everybody, and which about one mail.
@Suite struct RefusalStreakTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var code: Int
        var words: String
        var step: RefusedStep
        /// How many people must be refused; nil for as many as one likes.
        var people: Int?

        init(_ code: Int, _ words: String, _ step: RefusedStep, _ people: Int?) {
            (self.code, self.words, self.step, self.people) = (code, words, step, people)
        }

        var testDescription: String { "\(code) \(words) at \(step)" }
    }

    static let cases = [
        // The server or us.
        Case(552, "5.3.4 the mail is longer than the 1 octets that it takes", .before, 2),
        Case(553, "5.1.8 sender refused", .sender, 2), Case(550, "5.7.1 not from you", .sender, 2),
        Case(552, "5.3.4 too big", .sender, 2), Case(550, "no", .sender, 2), Case(501, "5.1.7 bad sender", .sender, 2),
        Case(502, "5.5.1 not now", .sender, 2), Case(550, "5.1.1 nobody", .sender, 2),
        Case(554, "5.7.1 relay access denied", .recipient, 2), Case(550, "5.1.8 sender has no MX", .recipient, 2),
        Case(550, "5.1.7 bad sender", .recipient, 2), Case(552, "5.3.1 disk full", .recipient, 2),
        Case(503, "5.5.1 bad sequence", .recipient, 2), Case(550, "5.7.23 SPF", .recipient, 2),
        Case(550, "relaying denied", .recipient, 3), Case(550, "your client is listed", .recipient, 3),
        Case(554, "no", .recipient, 3), Case(550, "too many mails", .recipient, 3),
        Case(554, "5.4.7 expired", .recipient, 4),
        Case(554, "5.3.0 no", .data, 2), Case(554, "no valid recipients", .data, 2),
        Case(554, "5.7.1 spam", .end, 2), Case(552, "5.3.4 too long", .end, 2), Case(554, "failed", .end, 2),
        Case(554, "5.6.0 what is that", .end, 4),
        // One of us, or one mail.
        Case(553, "5.6.7 the address is not ASCII", .before, nil), Case(554, "5.6.3 eight bits", .before, nil),
        Case(554, "5.6.0 a bare CR", .before, nil),
        Case(550, "5.1.1 user unknown", .recipient, nil), Case(550, "5.1.2 no such host", .recipient, nil),
        Case(550, "5.1.3 bad address", .recipient, nil), Case(550, "5.1.6 has moved", .recipient, nil),
        Case(550, "5.1.10 null MX", .recipient, nil), Case(550, "5.2.1 disabled", .recipient, nil),
        Case(552, "5.2.2 over quota", .recipient, nil), Case(552, "5.2.2 over quota", .end, nil),
        Case(552, "5.2.3 too long for this mailbox", .end, nil),
        Case(550, "no such user here", .recipient, nil), Case(550, "Mailbox unavailable", .recipient, nil),
        Case(551, "unknown recipient", .recipient, nil), Case(550, "account disabled", .recipient, nil),
    ]

    @Test(arguments: cases)
    func `the same refusal of several people is the server's, unless it is about a mailbox`(sample: Case) {
        var streak = RefusalStreak()
        let reply = Reply(code: sample.code, words: sample.words)
        let trips = (1...20 as ClosedRange<OutboxEntry.ID>).first { id in
            streak.note(reply, at: sample.step, of: id, address: Self.address) != nil
        }
        #expect(trips.map { Int($0) } == sample.people)
    }

    private static func address(_ id: OutboxEntry.ID) -> EmailAddress? { EmailAddress("person\(id)@example.org") }

    private let policy = Reply(code: 550, words: "5.7.1 no")

    @Test func `many mails to one person are one`() {
        var streak = RefusalStreak()
        for id in 1...9 as ClosedRange<OutboxEntry.ID> {
            #expect(streak.note(policy, at: .end, of: id) { _ in EmailAddress("claire@example.org") } == nil)
        }
        #expect(streak.note(policy, at: .end, of: 10) { Self.address($0) }?.count == 10)
    }

    @Test func `an acceptance between them means that they are different`() {
        var streak = RefusalStreak()
        for id in 1...9 as ClosedRange<OutboxEntry.ID> {
            #expect(streak.note(policy, at: .sender, of: id, address: Self.address) == nil)
            streak.accepted(100 + id)
        }
        #expect(streak.isEmpty)
    }

    @Test func `refusals of other kinds between them change nothing`() {
        var streak = RefusalStreak()
        #expect(streak.note(policy, at: .sender, of: 1, address: Self.address) == nil)
        let nobody = Reply(code: 550, words: "5.1.1 nobody")
        #expect(streak.note(nobody, at: .recipient, of: 2, address: Self.address) == nil)
        #expect(streak.note(policy, at: .end, of: 3, address: Self.address) == nil)
        #expect(streak.note(policy, at: .sender, of: 4, address: Self.address) == [1, 4])
        #expect(streak.isTripped)
    }

    @Test func `while everybody is refused, whatever is refused is spared`() {
        var streak = RefusalStreak()
        for id in 1...2 as ClosedRange<OutboxEntry.ID> {
            _ = streak.note(policy, at: .sender, of: id, address: Self.address)
        }
        for id in [1, 2, 3, 1, 1, 1, 1] as [OutboxEntry.ID] {
            #expect(streak.note(policy, at: .sender, of: id, address: Self.address) == [id])
        }
    }

    @Test func `mails that are refused again and again while others pass fail for good`() {
        var streak = RefusalStreak()
        var rounds = 0
        while streak.note(policy, at: .end, of: 1, address: Self.address) == nil,
            streak.note(policy, at: .end, of: 2, address: Self.address) != nil
        {
            streak.accepted(3)
            rounds += 1
        }
        #expect(rounds == 3)
    }
}
