import Ledger
import Mentoring

/// Ids that nothing leads back from: those of meetings, and those that stand for whom the ledger has forgotten.
enum OpaqueID {
    /// A new meeting's id: 60 bits, so that a million meetings do not meet.
    static func meeting(using source: inout TokenSource) -> Meeting.ID {
        Meeting.ID("m-" + text(of: source.next()))
    }

    /// What stands for somebody, or for a relationship, whose own id is to be forgotten.
    static func substitute(_ kind: String, using source: inout TokenSource) -> String {
        "\(kind)-" + text(of: source.next())
    }

    private static func text(of bits: UInt64) -> String {
        let alphabet = EarlierPseudonym.alphabet
        return String((0..<12).map { alphabet[Int(truncatingIfNeeded: bits >> (UInt64($0) * 5)) & 31] })
    }
}

extension Ledger {
    /// What stands in logs for a person.
    func opaqueID(of person: Person.ID) -> String { (try? pseudonyms())?.of(person) ?? "p-" }

    /// What stands in logs for a relationship.
    func opaqueID(of relationship: Relationship.ID) -> String { (try? pseudonyms())?.of(relationship) ?? "r-" }

    /// Has a ledger that lives in memory give the ids that a seed says, so that the same command gives the same bytes.
    package func drawPseudonymKey(from seed: UInt64) throws {
        var source = TokenSource.seeded(state: seed ^ 0x7073_6575_646F_6E79)
        let key = (0..<4).map { _ in
            let digits = String(source.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        try usePseudonymKey(key.joined())
    }
}
