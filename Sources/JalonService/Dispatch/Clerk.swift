package import CivilTime
package import CurlMail
import Foundation
package import Ledger
package import Logging
import MailMessage

/// Decides what leaves the outbox next, and what a server's answer means for the mail and for the route.
///
/// It knows nothing of meetings and nothing of threads: whoever has connections asks it, one call at a time.
package struct Clerk {
    private let ledger: Ledger
    private let connections: Int
    private let logger: Logger
    private var breaker = RouteBreaker()
    private var streak = RefusalStreak()
    private var tries: Standstill.Tries?
    /// Refused like everybody's, and not written down yet.
    private var spared: Set<OutboxEntry.ID> = []
    private var pace: Pace
    /// Claimed, and not yet given to a connection.
    private var claimed: [OutboxEntry] = []
    /// Given to a connection.
    private var underWay: Set<OutboxEntry.ID> = []
    /// What the ledger could not take in; nothing leaves before it has.
    private var unrecorded: [Ledger.Report] = []

    package init(ledger: Ledger, connections: Int, pacePerMinute: Int?, logger: Logger) {
        self.ledger = ledger
        self.connections = connections
        self.logger = logger
        pace = Pace(perMinute: pacePerMinute)
    }

    /// What is left of an earlier process: claimed mails are owed again, handed-over ones are in doubt.
    package mutating func recover(at now: Instant) throws {
        try ledger.lookForDamage(at: now)
        for row in try ledger.damagedRows() { logger.error("\(row)") }
        for entry in try ledger.recoverClaims(at: now) {
            logger.notice("mail \(entry.id) was under way when Jalon ended: it is \(entry.state.rawValue) now")
        }
        try ledger.note(.route, "")
        streak = try ledger.fact(.refusals).flatMap { RefusalStreak(text: $0) } ?? RefusalStreak()
        tries = try ledger.tries()
    }

    /// The next mail to hand over; nil where none may leave now, and `wakes` says when.
    package mutating func next(at now: Instant) throws -> OutboxEntry? {
        try recordWhatIsLeft()
        guard try ledger.sendingHeld() == nil, breaker.restsUntil(at: now) == nil,
            underWay.count < breaker.mostAtOnce(of: connections)
        else { return nil }
        if claimed.isEmpty {
            let limit = min(breaker.mostAtOnce(of: connections * Self.claimsEach), pace.allowance(at: now))
            guard limit > 0, let due = try ledger.nextMail(), due <= now else { return nil }
            claimed = try ledger.claim(
                limit: limit, answers: breaker.mostAtOnce(of: connections), at: now,
                leaseUntil: now.adding(seconds: Self.leaseSeconds)
            ).reversed()
            pace.note(claimed.count, at: now)
        }
        guard let entry = claimed.popLast() else { return nil }
        underWay.insert(entry.id)
        return entry
    }

    /// When to ask again; nil where nothing is owed.
    package func wakes(at now: Instant) throws -> Instant? {
        guard let due = try ledger.nextMail() else { return nil }
        if try ledger.sendingHeld() != nil { return nil }
        if let rest = breaker.restsUntil(at: now) { return max(rest, due) }
        return max(due, pace.opens(at: now))
    }

    /// What to report to the ledger of a verdict.
    package mutating func report(_ verdict: Verdict, for entry: OutboxEntry, at now: Instant) -> Ledger.Report {
        if spared.remove(entry.id) != nil {
            return Ledger.Report(.refusedLikeAll(words: verdict.words), for: entry, at: now)
        }
        return Ledger.Report(verdict.event, for: entry, at: now)
    }

    /// The mail is no longer under way: draws the conclusions for the route.
    package mutating func conclude(_ verdict: Verdict, for entry: OutboxEntry, at now: Instant) {
        underWay.remove(entry.id)
        let before = streak
        let (verdict, alike) = judgeRefusal(verdict, of: entry)
        noteTry(verdict, at: now)
        judgeRoute(verdict, at: now)
        putBack(alike, saying: verdict.words, at: now)
        // Last, so that a process that ends in between finds once more whom to spare.
        if streak != before { try? ledger.note(.refusals, streak.text) }
    }

    /// The mail was never handed to the server: it is owed again as soon as the ledger can be written.
    mutating func abandon(_ entry: OutboxEntry, at now: Instant) {
        underWay.remove(entry.id)
        unrecorded.append(Ledger.Report(.leaseOver, for: entry, at: now))
    }

    /// Draws the conclusions from what the ledger has made of the report, or keeps the report until it can.
    ///
    /// - Returns: the mail, where the server has taken it.
    @discardableResult
    package mutating func settle(
        _ report: Ledger.Report, _ verdict: Verdict, _ ruling: Result<Ledger.Ruling, LedgerError>
    ) throws -> OutboxEntry? {
        if case .failure = ruling { unrecorded.append(report) }
        let taken = try ruling.get()
        log(report.entry, verdict, taken)
        return taken.entry?.state == .sent ? taken.entry : nil
    }

    /// Gives back what was claimed and has not been begun.
    package mutating func giveBack(at now: Instant) throws {
        unrecorded += claimed.map { Ledger.Report(.leaseOver, for: $0, at: now) }
        claimed = []
        try recordWhatIsLeft()
    }

    /// An admin has mended something: the route is tried at once.
    mutating func tryRouteNow() throws {
        breaker.worked()
        try ledger.note(.route, "")
    }

    private mutating func recordWhatIsLeft() throws {
        guard !unrecorded.isEmpty else { return }
        _ = try ledger.record(unrecorded)
        unrecorded = []
    }

    // MARK: - What a verdict says of the route

    /// A refusal of everybody is the route's.
    ///
    /// - Returns: the verdict to go by, and the other mails that were refused alike.
    private mutating func judgeRefusal(
        _ verdict: Verdict, of entry: OutboxEntry
    ) -> (verdict: Verdict, alike: [OutboxEntry.ID]) {
        switch verdict {
        case .accepted:
            streak.accepted(entry.id)
            return (verdict, [])
        case .refused(let reply, let step):
            let ledger = ledger
            let alike = streak.note(reply, at: step, of: entry.id) { id in
                id == entry.id ? entry.envelope.recipient : try? ledger.mail(id)?.envelope.recipient
            }
            guard let alike else { return (verdict, []) }
            spared.insert(entry.id)
            return (.routeSuspended("every mail is refused alike: \(reply)"), alike.filter { $0 != entry.id })
        default: return (verdict, [])
        }
    }

    /// Mails that failed for what was not theirs are owed again.
    private mutating func putBack(_ mails: [OutboxEntry.ID], saying words: String, at now: Instant) {
        // One whose refusal is being written down at this moment has the same fate.
        for id in mails {
            guard let entry = try? ledger.mail(id) else { continue }
            unrecorded.append(Ledger.Report(.refusedLikeAll(words: entry.words ?? words), for: entry, at: now))
        }
        if !mails.isEmpty { try? recordWhatIsLeft() }
    }

    /// Notes since when nothing leaves; a moment's difference is not worth a transaction.
    private mutating func noteTry(_ verdict: Verdict, at now: Instant) {
        let before = tries
        switch verdict {
        case .accepted: tries = nil
        case .deferred, .routeDown, .routeSuspended, .unknown:
            tries = Standstill.Tries(first: min(tries?.first ?? now, now), last: now)
        case .refused, .aborted: return
        }
        if let before, let tries, before.first == tries.first, before.last <= now,
            before.last.seconds(until: now) < Self.tryNoted
        {
            self.tries = before
            return
        }
        if tries != before { try? ledger.note(tries) }
    }

    /// What the ledger is told of the route is for people to read: mails do not depend on it.
    private mutating func judgeRoute(_ verdict: Verdict, at now: Instant) {
        let before = breaker
        switch verdict {
        case .routeDown(let words), .unknown(let words):
            breaker.failed(at: now)
            guard breaker != before else { break }
            logger.warning("the mail server does not answer as it should: \(words.forLog); mails stay owed")
            try? ledger.note(.route, "down: \(words.withoutAddresses)")
        case .routeSuspended(let words):
            breaker.needsAdmin(at: now)
            logger.error(
                "sending is suspended: \(words.forLog); mails stay owed, the next try is in an hour")
            try? ledger.note(.route, "suspended: \(words.withoutAddresses)")
        case .accepted, .deferred, .refused:
            breaker.worked()
            if before != breaker { try? ledger.note(.route, "") }
        case .aborted: break
        }
        // What cannot be given back now is before anything else is sent.
        if breaker.restsUntil(at: now) != nil { try? giveBack(at: now) }
    }

    private func log(_ entry: OutboxEntry, _ verdict: Verdict, _ ruling: Ledger.Ruling) {
        let words = verdict.words
        guard let after = ruling.entry, ruling.action != .refuse else {
            logger.info("mail \(entry.id) was withdrawn while it was being sent: \(words.forLog)")
            return
        }
        logger.log(
            level: after.state == .sent ? .info : .warning,
            """
            mail \(entry.id) (\(entry.template) to \(ledger.opaqueID(of: entry.recipient))) is \(after.state.rawValue): \
            \(words.forLog)
            """)
    }

    /// Longer than a mail can take, so that a lease ends only with its owner.
    private static let leaseSeconds: Int64 = 1_200
    /// Seconds after which a try without success is written down again.
    private static let tryNoted: Int64 = 600
    /// How many mails are claimed at once for each connection, so that they share a transaction.
    private static let claimsEach = 8
}

extension RefusalStreak {
    /// As the ledger keeps it; empty where there is nothing to keep.
    fileprivate var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard !isEmpty, let data = try? encoder.encode(self) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    fileprivate init?(text: String) {
        guard let streak = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = streak
    }
}

extension Verdict {
    /// What the verdict means for a mail in the outbox.
    fileprivate var event: OutboxEntry.Event {
        switch self {
        case .accepted(let reply): .accepted(words: reply.description)
        case .deferred(let reply): .askedToWait(words: reply.description)
        case .refused(let reply, _): .refused(words: reply.description)
        case .unknown(let words): .doubtful(words: words)
        case .routeDown(let words), .routeSuspended(let words), .aborted(let words): .routeFailed(words: words)
        }
    }
}
