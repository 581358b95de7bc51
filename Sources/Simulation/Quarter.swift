import CivilTime
import Configuration
import CurlMail
import Foundation
import JalonService
import Ledger
import Logging
import MailMessage
import Mentoring

/// A quarter of a programme on a virtual clock, with real servers: mail goes out over SMTP, people read it in their
/// mailboxes and answer each in their own way, and the answers are read over IMAP.
package struct Quarter {
    /// What it came to.
    package struct Report: Sendable {
        package var complaints: [String] = []
        /// Mails that were sent, answers that came, and what became of them.
        package var counts: [(name: String, count: Int)] = []
    }

    private let clock: VirtualClock
    private let ledger: Ledger
    private var wheel: Wheel
    private let courier: Courier
    private let post: SMTPConnection
    private let reader: MailboxReader
    private let cast: QuarterCast
    private var readers: [EmailAddress: QuarterReader] = [:]
    private var known: Set<OutboxEntry.ID> = []
    /// Mails that the programme's mailbox is to get, and those that were looked at.
    private var owed = 0, seen = 0
    private var complaints: [String] = []
    private var chance = Chance(seed: 7)
    private var answers = 0

    /// - Parameters:
    ///   - smtp: the port on this machine of the server that takes mail for everybody.
    ///   - imap: that of the one where they read it.
    ///   - password: everybody's.
    package init(smtp: Int, imap: Int, password: String) throws {
        cast = try QuarterCast()
        clock = VirtualClock(QuarterCast.begins)
        ledger = try Ledger.inMemory()
        try ledger.drawPseudonymKey(from: 11)
        wheel = Wheel(ledger: ledger, configuration: cast.configuration, source: .seeded(state: 11))
        let route = try SMTPRoute(host: "127.0.0.1", port: smtp, security: .plain, heloName: "jalon.exemple.fr")
        courier = Courier(ledger: ledger, route: route, connections: 4, clock: clock)
        post = SMTPConnection(route: route)
        let secret = CurlMail.Secret(password)
        func mailbox(_ user: String, _ handled: String? = nil) throws -> IMAPRoute {
            try IMAPRoute(
                host: "127.0.0.1", port: imap, security: .plain, login: .password(user: user, secret),
                handledFolder: handled)
        }
        let programme = cast.configuration.programme
        reader = MailboxReader(
            mailbox: try mailbox("mentorat", "Traites"), ledger: ledger, clock: clock, authserv: nil,
            logger: Logger(label: "quarter") { _ in SwiftLogNoOpLogHandler() }, programme: { programme })
        for person in programme.people.values where person.address.domain == "exemple.fr" {
            let user = person.address.description.prefix { $0 != "@" }
            readers[person.address] = QuarterReader(
                address: person.address, habit: cast.habits[person.id] ?? .silent,
                mailbox: IMAPMailbox(route: try mailbox(String(user))))
        }
    }

    package mutating func run() async throws -> Report {
        // Where mail does not come, there is nothing more to see.
        for _ in 0..<5_000 where clock.now() < QuarterCast.ends && complaints.isEmpty {
            let now = clock.now()
            try wheel.carryOutOrders(at: now)
            let next = try wheel.turn(at: now)
            let later = try await courier.sendDue()
            try await deliver()
            if try await readAnswers() > 0 {
                clock.move(to: now.adding(seconds: 60))
            } else {
                let moments = [next, later].compactMap(\.self) + [now.adding(seconds: 86_400)]
                clock.move(to: max(moments.min() ?? now, now.adding(seconds: 1)))
            }
        }
        await courier.close()
        await post.close()
        try judge()
        return try report()
    }

    // MARK: - Mail

    /// Waits until what was sent is where it belongs, and lets people answer.
    private mutating func deliver() async throws {
        for entry in try ledger.outbox() where entry.state == .sent && known.insert(entry.id).inserted {
            let address = entry.envelope.recipient
            // For one who is gone, the server writes a report.
            if readers[address] == nil { owed += 1 } else { readers[address]?.expected += 1 }
        }
        for address in readers.keys.sorted(by: { $0.description < $1.description }) {
            guard var person = readers[address], person.read < person.expected else { continue }
            let arrivals = try await person.readAll(seen: &complaints)
            for arrival in arrivals {
                for mail in person.answers(to: arrival, at: clock.now(), &chance) {
                    try await send(mail, from: address)
                }
            }
            readers[address] = person
        }
    }

    private mutating func send(_ bytes: [UInt8], from address: EmailAddress) async throws {
        let envelope = Envelope(sender: address, recipient: cast.configuration.programme.mailbox.address)
        let verdict = await post.send(envelope, bytes: bytes) {}
        guard case .accepted = verdict else { return complaints.append("\(address) cannot answer: \(verdict)") }
        owed += 1
        answers += 1
    }

    /// - Returns: how many mails there were.
    private mutating func readAnswers() async throws -> Int {
        let before = seen
        for _ in 0..<QuarterReader.mostTries where seen < owed {
            seen += try await reader.read().get()
            if seen < owed { try await Task.sleep(for: .milliseconds(25)) }
        }
        if seen < owed { complaints.append("\(owed - seen) mails to the programme never came") }
        return seen - before
    }

    // MARK: - At the end

    /// Each participant's calendar holds just the plan.
    private mutating func judge() throws {
        let now = clock.now()
        let ahead = try ledger.meetings(in: [.announced]).filter { $0.starts > now }
        for (address, person) in readers.sorted(by: { $0.key.description < $1.key.description }) {
            var wanted: [String: String] = [:]
            for meeting in ahead {
                guard let told = try ledger.announcement(of: meeting.id),
                    told.participants.contains(where: { $0.address == address })
                else { continue }
                wanted[meeting.uid] = meeting.start.basic
            }
            let own = person.inbox.entries.filter { uid, entry in
                !entry.isCancelled && (wanted[uid] != nil || entry.start > Zone.utc.local(at: now).basic)
            }.mapValues(\.start)
            if own != wanted { complaints.append("\(address) has \(own), the plan is \(wanted)") }
            complaints += person.inbox.complaints.map { "\(address): \($0)" }
        }
    }

    private func report() throws -> Report {
        var report = Report(complaints: complaints)
        let mails = try ledger.outbox()
        let journal = try ["answered", "moved by answer", "counter declined", "bounced", "answer left"].map { event in
            (name: event, count: try ledger.journal(event, since: .earliest).count)
        }
        report.counts =
            [
                ("mails sent", mails.count { $0.state == .sent || $0.state == .bounced }), ("written back", answers),
                ("looked at", seen),
            ] + journal
            + [
                ("new dates after a decline", mails.count { $0.template == .declinedNewDate }),
                ("proposals declined", mails.count { $0.template == .counterDeclined }),
                ("notes to the coordinator", mails.count { $0.template == .coordinatorNote }),
                ("meetings held", try ledger.meetings(in: [.held]).count),
                ("meetings missed", try ledger.meetings(in: [.missed]).count),
                ("meetings ahead", try ledger.meetings(in: [.announced]).count { $0.starts > clock.now() }),
                ("addresses suspended", try ledger.suspensions().count { $0.since != nil }),
            ]
        for (name, least) in cast.least where report.counts.contains(where: { $0.name == name && $0.count < least }) {
            report.complaints.append("fewer than \(least): \(name)")
        }
        return report
    }
}
