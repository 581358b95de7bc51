import CivilTime
import Ledger

/// A mail that left in a rehearsal.
struct RehearsedMail: Sendable {
    var number: Int
    var file: String
    var entry: OutboxEntry
    var bytes: [UInt8]
    var sent: Instant
}
