public import CivilTime
import GRDB
public import Mentoring

extension Ledger {
    /// Firings for a person, and those that concern a meeting as a whole, that were due or decided within a span, in the
    /// order of their due times.
    public func firings(for person: Person.ID, within span: Range<Instant>) throws(LedgerError) -> [FiringRecord] {
        try read { database in
            try database.rows(
                """
                SELECT * FROM firings WHERE recipient IN (:person, '') AND due >= :first AND due < :end
                UNION
                SELECT * FROM firings WHERE recipient IN (:person, '') AND decided >= :first AND decided < :end
                ORDER BY due, subject, rule, step, "offset"
                """,
                [
                    "person": person.rawValue, "first": span.lowerBound.secondsSinceEpoch,
                    "end": span.upperBound.secondsSinceEpoch,
                ]
            ).sound(FiringRecord.init(row:))
        }
    }

    /// The firings of a rule, in the order of their due times.
    public func firings(of rule: Rule.ID) throws(LedgerError) -> [FiringRecord] {
        try read { database in
            try database.rows(
                "SELECT * FROM firings WHERE rule = ? ORDER BY due, subject, step, \"offset\", recipient",
                [rule.rawValue]
            ).sound(FiringRecord.init(row:))
        }
    }
}
