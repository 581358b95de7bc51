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

    /// The firings for one person of the event that another firing comes of, that one included.
    package func firings(ofCall firing: Firing, to person: Person.ID) throws(LedgerError) -> [FiringRecord] {
        guard case .relationship(let id) = firing.key.subject else { return [] }
        return try read { database in
            try database.rows(
                """
                SELECT * FROM firings WHERE subject_kind = 'relationship' AND subject = ? AND recipient = ?
                    AND step = 0 AND occurrence = ?
                """,
                [id.rawValue, person.rawValue, firing.key.occurrence]
            ).sound(FiringRecord.init(row:))
        }
    }
}
