import CivilTime
import Configuration
import JalonService
import Ledger
import MailMessage
import Mentoring

// People write back.

extension Run {
    /// Somebody writes back to one of the last mails; the same mail may come twice.
    mutating func answer(at now: Instant) throws {
        let arrivals = judge.server.arrivals.suffix(30)
        guard let process, !arrivals.isEmpty else { return }
        let arrival = chance.pick(Array(arrivals))
        let correspondent = Correspondent(to: arrival, at: now)
        let kind = chance.pick(Correspondent.Kind.allCases)
        guard let (written, isHonest) = correspondent.mail(kind, &chance) else { return }
        // Some programs give a mail its name, and some leave that to servers.
        let name = chance.happens(500) ? "" : "Message-ID: <\(chance.number(0...999_999))@a>\r\n"
        let bytes = Array(name.utf8) + written
        do {
            let reception = Reception(programme: process.wheel.configuration.programme, ledger: ledger)
            let (judgement, mail) = try reception.receive(bytes, at: now)
            note("\(arrival.address) writes back (\(kind)): \(judgement.kind), \(judgement.reason)")
            guard let mail else { return }
            if !isHonest, !mail.incoming.isForPeople {
                judge.complain("\(kind) of \(arrival.address) counts: \(mail.incoming)")
            }
            var orders: [Order.ID] = []
            for _ in 0..<(chance.happens(150) ? 2 : 1) { orders += try ledger.take(mail, at: now).map { [$0] } ?? [] }
            if orders.count > 1 { judge.complain("a mail that came twice acts twice: \(mail.incoming)") }
            if !orders.isEmpty { takenIn.append(bytes) }
            self.process?.wheelDue = now
        } catch let error as LedgerError {
            try survive(error)
        }
    }

    /// A server numbers its mails anew, and one that was dealt with is there again.
    mutating func replay(at now: Instant) throws {
        guard let process, !takenIn.isEmpty else { return }
        let bytes = chance.pick(takenIn)
        do {
            let reception = Reception(programme: process.wheel.configuration.programme, ledger: ledger)
            let (judgement, mail) = try reception.receive(bytes, at: now)
            note("a mail is read again: \(judgement.kind), \(judgement.reason)")
            guard let mail, try ledger.take(mail, at: now) != nil else { return }
            if !mail.incoming.isForPeople { judge.complain("a mail that was read again acts again: \(mail.incoming)") }
            self.process?.wheelDue = now
        } catch let error as LedgerError {
            try survive(error)
        }
    }

    /// At the end somebody has mended the addresses from which mails came back.
    mutating func resumeMail() throws {
        for suspension in try ledger.suspensions() {
            _ = try ledger.give(.person(Person.ID("\(suspension.address)"), .resumeMail), at: clock.now())
        }
        process?.wheelDue = clock.now()
    }
}

extension Incoming {
    /// It is told or listed, and changes nothing.
    fileprivate var isForPeople: Bool {
        switch self {
        case .concern, .uninvited: true
        default: false
        }
    }
}
