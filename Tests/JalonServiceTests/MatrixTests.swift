import CivilTime
import CurlMail
import Ledger
import LoopbackSMTP
import MailMessage
import Mentoring
import Testing

@testable import JalonService

/// Whatever a mail server does at whichever step: the state of the mail afterwards, when it is tried again, and the words.
@Suite struct MatrixTests {
    enum Step: String, CaseIterable, Sendable {
        case greeting, ehlo, starttls, auth, mail, rcpt, data, dot
    }

    /// What becomes of the mail, and after how many seconds the server is spoken to again; nil for never.
    enum Fate: Sendable {
        case sent, refused, deferred, doubtful, routeDown, routeSuspended

        var state: OutboxEntry.State {
            switch self {
            case .sent: .sent
            case .refused: .failed
            case .deferred: .deferred
            case .doubtful: .unknown
            case .routeDown, .routeSuspended: .scheduled
            }
        }

        var wait: ClosedRange<Int64>? {
            switch self {
            case .sent, .refused: nil
            case .deferred: 96...144
            case .doubtful: 900...900
            case .routeDown: 30...30
            case .routeSuspended: 3600...3600
            }
        }
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        let step: Step
        let reaction: Reaction
        let fate: Fate
        let words: String
        var patience = Duration.seconds(240)

        init(_ step: Step, _ reaction: Reaction, _ fate: Fate, _ words: String) {
            (self.step, self.reaction, self.fate, self.words) = (step, reaction, fate, words)
        }

        var testDescription: String { "\(step): \(reaction) is \(fate)" }

        var script: Script {
            var script = Script()
            // At EHLO libcurl falls back to HELO, which meets the second.
            let reactions = [reaction, reaction]
            switch step {
            case .greeting: script.greeting = reactions
            case .ehlo: script.ehlo = reactions
            case .starttls: script.starttls = reactions
            case .auth: script.auth = reactions
            case .mail: script.mail = reactions
            case .rcpt: script.rcpt = reactions
            case .data: script.data = reactions
            case .dot: script.dot = [afterDot]
            }
            if step == .auth { script.login = Script.Login(user: "mentorat@exemple.fr", password: "tilleul") }
            return script
        }

        private var afterDot: DotReaction {
            switch reaction {
            case .normal: .normal
            case .reply(let code, let text): .reply(code, text)
            case .hang: .hang(stored: true)
            case .drop: .drop(stored: true)
            }
        }
    }

    private static func reply(_ step: Step, _ code: Int, _ text: String, _ fate: Fate) -> Cell {
        Cell(step, .reply(code, text), fate, "\(code) \(text)")
    }

    static let refusals = [
        reply(.greeting, 421, "4.3.2 busy", .routeDown), reply(.greeting, 450, "4.3.2 busy", .routeDown),
        reply(.greeting, 554, "5.3.2 no", .routeDown),
        reply(.ehlo, 421, "4.3.2 busy", .routeDown), reply(.ehlo, 450, "4.3.2 busy", .routeDown),
        reply(.ehlo, 550, "5.7.1 no", .routeDown),
        reply(.starttls, 454, "4.7.0 no TLS now", .routeDown), reply(.starttls, 421, "4.3.2 busy", .routeDown),
        reply(.starttls, 554, "5.7.0 no", .routeSuspended),
        reply(.auth, 421, "4.3.2 busy", .routeDown), reply(.auth, 454, "4.7.0 busy", .routeDown),
        reply(.auth, 534, "5.7.9 too weak", .routeSuspended), reply(.auth, 535, "5.7.8 no", .routeSuspended),
        reply(.mail, 421, "4.3.2 busy", .routeDown), reply(.mail, 451, "4.3.0 busy", .deferred),
        reply(.mail, 530, "5.7.0 log in", .routeSuspended), reply(.mail, 553, "5.1.8 no", .refused),
        reply(.rcpt, 421, "4.3.2 busy", .routeDown), reply(.rcpt, 450, "4.2.1 busy", .deferred),
        reply(.rcpt, 550, "5.1.1 nobody", .refused),
        reply(.data, 421, "4.3.2 busy", .routeDown), reply(.data, 451, "4.3.0 busy", .deferred),
        reply(.data, 554, "5.6.0 no", .refused),
        reply(.dot, 421, "4.3.2 busy", .deferred), reply(.dot, 451, "4.3.0 busy", .deferred),
        reply(.dot, 554, "5.6.0 no", .refused), reply(.dot, 250, "2.0.0 taken in", .sent),
    ]

    static let losses = Step.allCases.map { step in
        Cell(step, .drop, step == .dot ? .doubtful : .routeDown, "the connection was lost")
    }

    /// A server that says nothing more, which is given up after a second here.
    static let silences = Step.allCases.map { step in
        var cell = Cell(step, .hang, step == .dot ? .doubtful : .routeDown, "no answer came in time")
        cell.patience = .seconds(1)
        return cell
    }

    @Test(arguments: refusals + losses + silences)
    func `a mail meets a server that misbehaves`(cell: Cell) async throws {
        let server = try LoopbackServer(script: cell.script)
        defer { server.stop() }
        let now = Instant(secondsSinceEpoch: 1_796_000_000)
        let ledger = try Ledger.inMemory()
        try ledger.commit(owingOneMail(from: now), at: now)
        let login = SMTPRoute.Login.password(user: "mentorat@exemple.fr", Secret("tilleul"))
        let route = try SMTPRoute(
            host: "127.0.0.1", port: Int(server.port), security: cell.step == .starttls ? .startTLS : .plain,
            heloName: "jalon.example.org", login: cell.step == .auth ? login : nil,
            connectTimeout: cell.patience, responseTimeout: cell.patience)
        let courier = Courier(ledger: ledger, route: route, connections: 1, clock: VirtualClock(now))
        let next = try await courier.sendDue()
        await courier.close()

        let mail = try #require(ledger.outbox().first)
        #expect(mail.state == cell.fate.state)
        #expect(
            cell.fate.wait?.contains(now.seconds(until: next ?? now)) ?? (next == nil), "\(String(describing: next))")
        let told = [mail.words, try ledger.fact(.route)].compactMap(\.self).joined(separator: "\n")
        #expect(told.contains(cell.words), "\(told)")
        #expect(!told.contains("tilleul"))
        // Only what is in doubt or was taken in may be with the server.
        #expect(server.received().isEmpty || [.sent, .unknown].contains(mail.state))
    }

    private func owingOneMail(from now: Instant) throws -> Changes {
        var changes = Changes()
        changes.mails = [
            OwedMail(
                key: "a", meeting: nil, relationship: Relationship.ID("claire-thomas"), recipient: Person.ID("thomas"),
                template: .invitation,
                envelope: Envelope(
                    sender: try #require(EmailAddress("mentorat@exemple.fr")),
                    recipient: try #require(EmailAddress("thomas@exemple.fr"))),
                messageID: try #require(MessageID("<a@exemple.fr>")), subject: "Rencontre",
                bytes: Array("Subject: Rencontre\r\n\r\nMardi.\r\n".utf8), notBefore: now, usefulUntil: nil)
        ]
        return changes
    }
}
