public import CivilTime
import GRDB
public import MailMessage

/// An address that mails have come back from.
public struct Suspension: Sendable, Hashable {
    public var address: EmailAddress
    /// When the first of them came back.
    public var first: Instant
    /// When the last did.
    public var last: Instant
    /// Since when nothing goes there; nil while one failure may have been an accident.
    public var since: Instant?
    /// What the last mail server said.
    public var words: String

    public init(address: EmailAddress, first: Instant, last: Instant, since: Instant? = nil, words: String) {
        self.address = address
        self.first = first
        self.last = last
        self.since = since
        self.words = words
    }

    /// Seconds that lie between two permanent failures before they count as two.
    public static let apart: Int64 = 24 * 3600
    /// Seconds after which a failure is forgotten that no other has followed.
    public static let memory: Int64 = 30 * 24 * 3600

    /// What one more failure makes of it.
    public mutating func failed(at now: Instant, words: String) {
        if since == nil, last.seconds(until: now) > Self.memory { first = now }
        last = max(last, now)
        self.words = words
        if since == nil, first.seconds(until: now) >= Self.apart { since = now }
    }
}

extension Ledger {
    /// Addresses that mails have come back from, suspended or not, in the order of the addresses.
    public func suspensions() throws(LedgerError) -> [Suspension] {
        try read { try $0.rows("SELECT * FROM suspensions ORDER BY address").sound(Suspension.init(row:)) }
    }

    public func suspension(of address: EmailAddress) throws(LedgerError) -> Suspension? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM suspensions WHERE address = ?")
            return try Row.fetchOne(statement, arguments: [address.description])?.sound(Suspension.init(row:))
        }
    }

    static func save(_ suspension: Suspension, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO suspensions VALUES (?, ?, ?, ?, ?)",
            arguments: [
                suspension.address.description, suspension.first.secondsSinceEpoch, suspension.last.secondsSinceEpoch,
                suspension.since?.secondsSinceEpoch, suspension.words,
            ])
    }

    static func lift(_ address: EmailAddress, in database: Database) throws {
        try database.execute(sql: "DELETE FROM suspensions WHERE address = ?", arguments: [address.description])
    }
}

extension Suspension {
    fileprivate init(row: Row) throws(LedgerError) {
        let table = "suspensions"
        address = try row.parsed("address", in: table, EmailAddress.init)
        first = try row.instant("first", in: table)
        last = try row.instant("last", in: table)
        since = try row.instantIfAny("since", in: table)
        words = try row.value("words", in: table)
    }
}
