public import CivilTime
import Foundation
import GRDB
import MailMessage
import Mentoring

extension Ledger {
    /// Takes the mails that are due, the earliest owed first, and gives them to the caller until the lease is over.
    ///
    /// What is owed without being asked for goes before what answers somebody. Mails about one meeting to one address
    /// leave in the order in which they were composed: while an earlier one is still open, a later one waits. One in
    /// doubt counts as delivered.
    ///
    /// - Parameter answers: the most answers among them; as many as are due where nothing is said.
    public func claim(
        limit: Int, answers: Int? = nil, at now: Instant, leaseUntil: Instant
    ) throws(LedgerError) -> [OutboxEntry] {
        try write { database in
            _ = try Self.giveBack(whose: "lease_until <= ?", [now.secondsSinceEpoch], in: database, at: now)
            try Self.apply(
                .lookedAt, to: Self.waiting + " AND is_answer IN (0, 1) AND not_before <= ? AND useful_until <= ?",
                [now.secondsSinceEpoch, now.secondsSinceEpoch], in: database, at: now)
            func waiting(_ isAnswer: Bool, _ limit: Int) throws -> [OutboxEntry] {
                try Self.entries(
                    Self.waiting + " AND is_answer = ? AND not_before <= ? AND " + Self.isFirst + " AND "
                        + Self.isReachable + " AND " + Self.isSound + " ORDER BY not_before, id LIMIT ?",
                    [isAnswer, now.secondsSinceEpoch, limit], in: database)
            }
            var due: [OutboxEntry] = []
            var met: Set<DamagedRow>
            // What cannot be read takes nobody's place.
            repeat {
                met = damage.all
                let owed = try waiting(false, limit)
                let rest = limit - owed.count
                due = owed + (rest > 0 ? try waiting(true, min(rest, answers ?? rest)) : [])
                try Self.store(damage.all, in: database)
            } while damage.all != met
            return try due.compactMap { entry in
                var entry = entry
                let before = entry.fence
                guard entry.apply(.claimed(leaseUntil: leaseUntil), at: now) == .send else { return nil }
                return try entry.store(ifFenceIs: before, in: database, at: now) ? entry : nil
            }
        }
    }

    /// What happened to a claimed mail.
    public struct Report: Sendable {
        public var entry: OutboxEntry
        public var event: OutboxEntry.Event
        public var at: Instant

        public init(_ event: OutboxEntry.Event, for entry: OutboxEntry, at: Instant) {
            self.entry = entry
            self.event = event
            self.at = at
        }
    }

    /// What the ledger makes of a report: the entry as it is now, and what is to be done.
    public struct Ruling: Sendable {
        public var entry: OutboxEntry?
        public var action: OutboxEntry.Action
        /// How many mails have ever been handed over, this one included.
        public var handedOver: Int
    }

    /// Stores what happened to several mails in one transaction, so that they share its way to the disk.
    ///
    /// - Returns: for each report in its order, what became of it; `refuse` where somebody else has taken or withdrawn
    ///   the mail since.
    public func record(_ reports: [Report]) throws(LedgerError) -> [Ruling] {
        try write { database in
            var handedOver = try Self.handedOver(in: database)
            let before = handedOver
            var rulings: [Ruling] = []
            for report in reports {
                var ruling = Ruling(entry: nil, action: .refuse, handedOver: handedOver)
                if var current = try Self.entry(report.entry.id, in: database), current.fence == report.entry.fence,
                    try current.state != .failed || Self.mayReturn(current, in: database)
                {
                    let action = current.apply(report.event, at: report.at)
                    if try current.store(ifFenceIs: report.entry.fence, in: database, at: report.at) {
                        if action == .finish { handedOver += 1 }
                        ruling = Ruling(entry: current, action: action, handedOver: handedOver)
                    }
                }
                rulings.append(ruling)
            }
            if handedOver > before { try Self.save(.handedOver, String(handedOver), in: database) }
            return rulings
        }
    }

    /// Gives back what a process had claimed that is no more; called once, before the first claim.
    public func recoverClaims(at now: Instant) throws(LedgerError) -> [OutboxEntry] {
        try write { database in
            try Self.giveBack(whose: "true", [], in: database, at: now)
        }
    }

    /// When the next open mail can leave, or a claim is over; nil where none is owed.
    public func nextMail() throws(LedgerError) -> Instant? {
        try read { database in
            let waiting = try [false, true].compactMap { isAnswer in
                try database.value(
                    Int64.self,
                    "SELECT not_before FROM outbox AS mail WHERE " + Self.waiting + " AND is_answer = ? AND "
                        + Self.isFirst + " AND " + Self.isReachable + " AND " + Self.isSound
                        + " ORDER BY not_before, id LIMIT 1", [isAnswer])
            }.min()
            let held = try database.value(
                Int64.self,
                "SELECT min(lease_until) FROM outbox AS mail WHERE state IN ('claimed', 'committing') AND "
                    + Self.isSound)
            return [waiting, held].compactMap(\.self).min()
        }.map(Instant.init(secondsSinceEpoch:))
    }

    /// The bytes of a mail as they go, or went; nil where they are no longer kept.
    public func body(of id: OutboxEntry.ID) throws(LedgerError) -> [UInt8]? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT bytes FROM bodies WHERE mail = ?")
            return try Data.fetchOne(statement, arguments: [id]).flatMap { $0.isEmpty ? nil : [UInt8]($0) }
        }
    }

    /// Whether a mail that had failed can still go: its bytes are kept, and no later one says more.
    private static func mayReturn(_ entry: OutboxEntry, in database: Database) throws -> Bool {
        let isOutrun = try database.value(
            Bool.self,
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE meeting = ? AND recipient_address = ? AND id > ?)",
            [entry.meeting?.rawValue, entry.envelope.recipient.description, entry.id])
        return try isOutrun == false && hasBody(entry.id, in: database)
    }

    static func hasBody(_ id: OutboxEntry.ID, in database: Database) throws -> Bool {
        try database.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM bodies WHERE mail = ?)", [id]) ?? false
    }

    /// How many mails have ever been handed over to a server, or may have been.
    public func handedOver() throws(LedgerError) -> Int {
        try read { try Self.handedOver(in: $0) }
    }
}

// MARK: - The rows

extension Ledger {
    /// As the index on what waits has it, word by word: otherwise SQLite reads the whole table.
    static let waiting = "state IN ('scheduled', 'deferred', 'unknown')"
    /// No earlier mail about the same meeting to the same address is on its way.
    ///
    /// What is owed does not wait for answers that have not begun: those that speak of the event it withdraws. Of
    /// answers only those that speak of the event keep their order.
    private static let isFirst = """
        NOT EXISTS (SELECT 1 FROM outbox AS earlier
            WHERE earlier.meeting = mail.meeting AND earlier.recipient_address = mail.recipient_address
            AND earlier.id < mail.id AND (earlier.state IN ('claimed', 'committing')
                OR earlier.state IN ('scheduled', 'deferred') AND (earlier.is_answer = 0
                    OR mail.is_answer = 1 AND earlier.template IN ('invitation', 'counter-declined')))
            AND NOT EXISTS (SELECT 1 FROM damaged
                WHERE tbl IN ('outbox', 'bodies') AND row = CAST(earlier.id AS TEXT)))
        """

    /// Nothing goes to an address from which mails have come back, until somebody says so.
    static let isReachable = """
        NOT EXISTS (SELECT 1 FROM suspensions
            WHERE suspensions.address = mail.recipient_address AND suspensions.since IS NOT NULL)
        """

    static func entry(_ id: OutboxEntry.ID, in database: Database) throws -> OutboxEntry? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM outbox WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id])?.sound(OutboxEntry.init(row:))
    }

    static func entries(
        _ condition: String, _ arguments: StatementArguments, in database: Database
    ) throws -> [OutboxEntry] {
        let statement = try database.cachedStatement(sql: "SELECT * FROM outbox AS mail WHERE " + condition)
        return try Row.fetchAll(statement, arguments: arguments).sound(OutboxEntry.init(row:))
    }

    /// Applies an event to all mails that a condition names.
    @discardableResult
    static func apply(
        _ event: OutboxEntry.Event, to condition: String, _ arguments: StatementArguments, in database: Database,
        at now: Instant
    ) throws -> [OutboxEntry] {
        try entries(condition, arguments, in: database).map { entry in
            var entry = entry
            let before = entry.fence
            _ = entry.apply(event, at: now)
            _ = try entry.store(ifFenceIs: before, in: database, at: now)
            return entry
        }
    }

    /// Gives back claims whose holder is gone.
    private static func giveBack(
        whose condition: String, _ arguments: StatementArguments, in database: Database, at now: Instant
    ) throws -> [OutboxEntry] {
        try apply(
            .leaseOver, to: "state IN ('claimed', 'committing') AND " + condition, arguments, in: database, at: now)
    }

    private static func handedOver(in database: Database) throws -> Int {
        try fact(.handedOver, in: database).flatMap { Int($0) } ?? 0
    }
}
