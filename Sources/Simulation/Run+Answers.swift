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
        guard let (bytes, isHonest) = correspondent.mail(kind, &chance) else { return }
        do {
            let judgement = try MailJudge(
                programme: process.wheel.configuration.programme, records: MailJudge.Records(ledger: ledger)
            ).judge(bytes, at: now)
            note("\(arrival.address) writes back (\(kind)): \(judgement.kind), \(judgement.reason)")
            guard let incoming = judgement.incoming else { return }
            if !isHonest, !incoming.isForPeople { judge.complain("\(kind) of \(arrival.address) counts: \(incoming)") }
            for _ in 0..<(chance.happens(150) ? 2 : 1) { _ = try ledger.give(.incoming(incoming), at: now) }
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
