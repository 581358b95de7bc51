import Mentoring

/// What stands in logs instead of an admin's key, which is a name: `p-7K2F4QX`.
///
/// The same key always gives the same id, so that whoever has the files can put the keys back.
enum OpaqueID {
    /// Letters and digits that cannot be taken for one another (Crockford's base 32).
    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func of(_ person: Person.ID) -> String { "p-" + text(of: hash(person.rawValue), length: 7) }

    static func of(_ relationship: Relationship.ID) -> String {
        "r-" + text(of: hash(relationship.rawValue), length: 7)
    }

    /// A new meeting's id: 60 bits, so that a million meetings do not meet.
    static func meeting(using source: inout TokenSource) -> Meeting.ID {
        Meeting.ID("m-" + text(of: source.next(), length: 12))
    }

    /// What stands for somebody, or for a relationship, whose own id is to be forgotten: nothing leads back from it.
    static func substitute(_ kind: String, using source: inout TokenSource) -> String {
        "\(kind)-" + text(of: source.next(), length: 12)
    }

    private static func text(of bits: UInt64, length: Int) -> String {
        String((0..<length).map { alphabet[Int(truncatingIfNeeded: bits >> (UInt64($0) * 5)) & 31] })
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
