public import CivilTime
import GRDB

extension Ledger {
    /// What was due up to this instant waits for the coordinator's word; nil where nothing waits.
    public func heldThrough() throws(LedgerError) -> Instant? {
        guard let held = try instant(.heldThrough) else { return nil }
        if let released = try releasedThrough(), released >= held { return nil }
        return held
    }

    /// What was due up to this instant was let go by a person.
    public func releasedThrough() throws(LedgerError) -> Instant? { try instant(.releasedThrough) }

    /// Why nothing is sent until a person says so; nil where nothing stands against it.
    public func sendingHeld() throws(LedgerError) -> String? {
        try words(.sendingHeld)
    }

    /// What a fact says for people to read; nil where it says nothing.
    public func words(_ fact: Fact) throws(LedgerError) -> String? {
        try self.fact(fact).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Remembers a single value; an empty one says that there is nothing to remember.
    public func note(_ fact: Fact, _ value: String) throws(LedgerError) {
        try write { try Self.save(fact, value, in: $0) }
    }

    /// The latest instant at which the ledger has written down that something happened; nil before anything has.
    public func latestEntry() throws(LedgerError) -> Instant? {
        try read { database in
            try database.value(
                Int64.self,
                """
                SELECT max(moment) FROM (
                    SELECT at AS moment FROM journal WHERE id = (SELECT max(id) FROM journal)
                    UNION ALL SELECT composed FROM outbox WHERE id = (SELECT max(id) FROM outbox))
                WHERE typeof(moment) = 'integer' AND moment BETWEEN 0 AND 253402300799
                    AND CAST(moment AS TEXT) IS NOT (SELECT value FROM facts WHERE name = ?)
                """, [Fact.disowned.rawValue])
        }.map(Instant.init(secondsSinceEpoch:))
    }

    /// A person says that the clock is right, and what was written down when it stood ahead is not: no later start is held
    /// by that any more.
    public func trustClock(at now: Instant) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: "INSERT INTO journal (at, event) VALUES (?, 'clock released')", arguments: [now.secondsSinceEpoch])
            let composed = try database.value(
                Int64.self, "SELECT composed FROM outbox WHERE id = (SELECT max(id) FROM outbox) AND composed > ?",
                [now.secondsSinceEpoch])
            if let composed { try Self.save(.disowned, String(composed), in: database) }
        }
    }

    /// A fact that is an instant.
    public func instant(_ fact: Fact) throws(LedgerError) -> Instant? {
        try self.fact(fact).flatMap(Instant.init)
    }
}
