import CCrypto
public import Mentoring

/// What stands in logs instead of an admin's keys, which are names: `p-7K2F4QX`.
///
/// One ledger gives a key the same id each time, another gives it another one: the id is an HMAC (RFC 2104) with SHA-256,
/// by a random key that stands in the ledger alone. Who has the log and a list of first names learns nothing of it.
public struct Pseudonyms: Sendable, Hashable {
    private let key: [UInt8]

    /// - Parameter key: 32 random octets.
    public init(key: [UInt8]) {
        self.key = key
    }

    public func of(_ person: Person.ID) -> String { replacing(EarlierPseudonym.of(person)) }

    public func of(_ relationship: Relationship.ID) -> String { replacing(EarlierPseudonym.of(relationship)) }

    /// What stands here for an id of an earlier version.
    func replacing(_ earlier: String) -> String {
        let text = Array(earlier.utf8)
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        // It fails only where it has no memory.
        precondition(HMAC(EVP_sha256(), key, Int32(key.count), text, text.count, &code, &count) != nil)
        let bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return earlier.prefix(2) + EarlierPseudonym.text(of: bits)
    }

    /// A text with every id of an earlier version replaced; others stay.
    func replacingEarlier(in text: String) -> String {
        text.replacing(/\b[pr]-[0-9A-HJKMNP-TV-Z]{7}\b/) { replacing(String($0.output)) }
    }
}

extension Pseudonyms {
    /// - Parameter text: the key in hexadecimal digits, as the ledger keeps it.
    init?(text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var key: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let octet = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            key.append(octet)
        }
        self.init(key: key)
    }
}

extension Ledger {
    /// Takes another key; no commit that a simulation counts.
    ///
    /// - Parameter text: 32 octets in hexadecimal digits.
    package func usePseudonymKey(_ text: String) throws {
        guard Pseudonyms(text: text) != nil else { return }
        try plant("UPDATE facts SET value = '\(text)' WHERE name = '\(Fact.pseudonymKey.rawValue)'")
    }

    /// By which this ledger's logs name nobody.
    public func pseudonyms() throws(LedgerError) -> Pseudonyms {
        guard let pseudonyms = try fact(.pseudonymKey).flatMap(Pseudonyms.init(text:)) else {
            throw .damaged(table: "facts", column: Fact.pseudonymKey.rawValue)
        }
        return pseudonyms
    }
}
