public import CivilTime
import GRDB
public import MailMessage

extension Ledger {
    /// What does not leave although it is tried.
    ///
    /// - Parameter address: whose own mails do not count: they are the ones to be told.
    public func standstill(at now: Instant, besides address: EmailAddress? = nil) throws(LedgerError) -> Standstill {
        let tries = try self.tries()
        return try read { database in
            let owed =
                try tries == nil
                ? nil
                : database.value(
                    Int64.self,
                    "SELECT min(coalesce(tried_since, not_before)) FROM outbox AS mail WHERE " + Self.waiting
                        + " AND (not_before <= ? OR tried_since IS NOT NULL) AND " + Self.isReachable + " AND "
                        + Self.isSound,
                    [now.secondsSinceEpoch])
            let waits = try database.rows(
                "SELECT tried_since, not_before FROM outbox AS mail WHERE " + Self.waiting
                    + " AND state = 'deferred' AND recipient_address IS NOT ? AND " + Self.isReachable,
                [address?.description]
            ).sound { row throws(LedgerError) in
                Standstill.Wait(
                    since: try row.instant("tried_since", in: "outbox"),
                    next: try row.instant("not_before", in: "outbox"))
            }
            return Standstill(tries: tries, owedSince: owed.map(Instant.init(secondsSinceEpoch:)), waits: waits)
        }
    }

    /// The tries without success since the server took a mail the last time; nil where it took the last.
    public func tries() throws(LedgerError) -> Standstill.Tries? {
        let moments = (try fact(.tries) ?? "").split(separator: " ").compactMap { Instant(String($0)) }
        return moments.count == 2 ? Standstill.Tries(first: moments[0], last: moments[1]) : nil
    }

    public func note(_ tries: Standstill.Tries?) throws(LedgerError) {
        try note(.tries, tries.map { "\($0.first) \($0.last)" } ?? "")
    }
}
