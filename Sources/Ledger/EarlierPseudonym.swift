public import Mentoring

/// What stood in logs until ids were made by a key: a hash that anybody can work out of a list of first names.
///
/// Logs that an earlier version wrote have it still; and `Pseudonyms` makes its ids of it, so that what the journal had
/// of earlier versions could be replaced without knowing whose it is.
public enum EarlierPseudonym {
    /// Letters and digits that cannot be taken for one another (Crockford's base 32).
    public static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    public static func of(_ person: Person.ID) -> String { "p-" + text(of: hash(person.rawValue)) }

    public static func of(_ relationship: Relationship.ID) -> String { "r-" + text(of: hash(relationship.rawValue)) }

    /// 35 bits in seven characters.
    static func text(of bits: UInt64) -> String {
        String((0..<7).map { alphabet[Int(truncatingIfNeeded: bits >> (UInt64($0) * 5)) & 31] })
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
