public import CivilTime
import GRDB

extension Ledger {
    /// Takes the mails that are due, the earliest owed first, and gives them to the caller until the lease is over.
    ///
    /// Mails about one meeting to one address leave in the order in which they were composed: while an earlier one is
    /// still open, a later one waits. One in doubt counts as delivered.
    public func claim(limit: Int, at now: Instant, leaseUntil: Instant) throws(LedgerError) -> [OutboxEntry] {
        try write { database in
            try Self.expire(in: database, at: now)
            _ = try Self.release(whose: "lease_until <= ?", [now.secondsSinceEpoch], in: database, at: now)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM outbox AS mail
                    WHERE state IN ('scheduled', 'deferred', 'unknown') AND not_before <= ?
                    AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                        WHERE earlier.meeting = mail.meeting AND earlier.recipient_address = mail.recipient_address
                        AND earlier.id < mail.id AND earlier.state IN ('scheduled', 'deferred', 'claimed', 'committing'))
                    ORDER BY not_before, id LIMIT ?
                    """,
                arguments: [now.secondsSinceEpoch, limit])
            return try rows.map { row in
                var entry = try OutboxEntry(row: row)
                let before = entry.fence
                entry.apply(.claimed(leaseUntil: leaseUntil), at: now)
                _ = try Self.store(entry, ifFenceIs: before, in: database, at: now)
                return entry
            }
        }
    }

    /// Applies an event to a claimed mail and stores the result.
    ///
    /// - Returns: the entry as it is now; nil where somebody else has claimed it since, and nothing was changed.
    public func record(
        _ event: OutboxEntry.Event, for entry: OutboxEntry, at now: Instant
    ) throws(LedgerError) -> OutboxEntry? {
        try write { database in
            guard
                let row = try Row.fetchOne(database, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [entry.id])
            else { return nil }
            var current = try OutboxEntry(row: row)
            guard current.fence == entry.fence else { return nil }
            current.apply(event, at: now)
            return try Self.store(current, ifFenceIs: entry.fence, in: database, at: now) ? current : nil
        }
    }

    /// Gives back what a process had claimed that is no more; called once, before the first claim.
    public func recoverClaims(at now: Instant) throws(LedgerError) -> [OutboxEntry] {
        try write { database in
            try Self.release(whose: "true", [], in: database, at: now)
        }
    }

    /// When the next open mail is due, or a claim is over; nil where none is owed.
    public func nextMail() throws(LedgerError) -> Instant? {
        try read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT min(moment) FROM (
                        SELECT min(not_before) AS moment FROM outbox
                        WHERE state IN ('scheduled', 'deferred', 'unknown')
                        UNION ALL
                        SELECT min(lease_until) FROM outbox WHERE state IN ('claimed', 'committing'))
                    """)
        }.map(Instant.init(secondsSinceEpoch:))
    }

    /// How many mails there are in each state.
    public func outboxCounts() throws(LedgerError) -> [OutboxEntry.State: Int] {
        try read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT state, count(*) AS mails FROM outbox GROUP BY state")
            return try Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    let state = try row.parsed("state", in: "outbox", OutboxEntry.State.init(rawValue:))
                    return (state, try row.value("mails", in: "outbox") as Int)
                })
        }
    }

    /// All mails, in the order in which they were composed.
    public func outbox() throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM outbox ORDER BY id").map(OutboxEntry.init(row:))
        }
    }

    /// Gives back claims whose holder is gone.
    private static func release(
        whose condition: String, _ arguments: StatementArguments, in database: Database, at now: Instant
    ) throws -> [OutboxEntry] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM outbox WHERE state IN ('claimed', 'committing') AND " + condition,
            arguments: arguments)
        return try rows.map { row in
            var entry = try OutboxEntry(row: row)
            let before = entry.fence
            entry.apply(.leaseOver, at: now)
            _ = try Self.store(entry, ifFenceIs: before, in: database, at: now)
            return entry
        }
    }

    private static func expire(in database: Database, at now: Instant) throws {
        try database.execute(
            sql: """
                UPDATE outbox SET state = 'expired', settled = ?
                WHERE state IN ('scheduled', 'deferred', 'unknown') AND not_before <= ? AND useful_until <= ?
                """,
            arguments: [now.secondsSinceEpoch, now.secondsSinceEpoch, now.secondsSinceEpoch])
    }

    private static func store(
        _ entry: OutboxEntry, ifFenceIs fence: Int, in database: Database, at now: Instant
    ) throws -> Bool {
        try database.execute(
            sql: """
                UPDATE outbox SET state = ?, not_before = ?, attempts = ?, doubts = ?, fence = ?, lease_until = ?,
                    words = ?, settled = ? WHERE id = ? AND fence = ?
                """,
            arguments: [
                entry.state.rawValue, entry.notBefore.secondsSinceEpoch, entry.attempts, entry.doubts, entry.fence,
                entry.leaseUntil?.secondsSinceEpoch, entry.words,
                entry.state.isOpen ? nil : now.secondsSinceEpoch, entry.id, fence,
            ])
        return database.changesCount == 1
    }
}

// MARK: - Looking ahead, on a copy

extension Ledger {
    /// The id of the mail that was composed last; 0 where there is none.
    public func lastMailID() throws(LedgerError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM outbox") ?? 0 }
    }

    /// Mails that were composed after another, in that order.
    public func outbox(after id: Int64) throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM outbox WHERE id > ? ORDER BY id", arguments: [id])
                .map(OutboxEntry.init(row:))
        }
    }

    /// Takes every open mail as sent: a forecast has no server.
    public func settleAllAsSent(at now: Instant) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE outbox SET state = 'sent', settled = ?
                    WHERE state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing')
                    """,
                arguments: [now.secondsSinceEpoch])
        }
    }
}
