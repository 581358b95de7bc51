public import CivilTime
import GRDB

/// How far a mailbox has been read (RFC 3501 section 2.3.1.1).
public struct MailboxPosition: Sendable, Hashable {
    /// Another one means that the numbers begin anew.
    public var validity: UInt32
    /// The UID of the last mail that was dealt with; 0 for none.
    public var last: UInt32

    public init(validity: UInt32, last: UInt32) {
        self.validity = validity
        self.last = last
    }
}

extension Ledger {
    /// How far a mailbox has been read; nil where it never was.
    ///
    /// - Parameter mailbox: whose it is, where, and which folder, in one text.
    public func position(in mailbox: String) throws(LedgerError) -> MailboxPosition? {
        try read { database in
            try database.row("SELECT validity, last FROM mailboxes WHERE name = ?", [mailbox]).map { row in
                let validity: Int64 = try row.value("validity", in: "mailboxes")
                let last: Int64 = try row.value("last", in: "mailboxes")
                return MailboxPosition(validity: UInt32(clamping: validity), last: UInt32(clamping: last))
            }
        }
    }

    /// Hands in what mails of a mailbox ask, and notes how far it has been read, in one transaction.
    public func take(
        _ mails: [IncomingMail], in mailbox: String, upTo position: MailboxPosition, at now: Instant
    ) throws(LedgerError) {
        try write { database in
            for mail in mails { _ = try Self.take(mail, in: database, at: now) }
            try database.execute(
                sql: """
                    INSERT INTO mailboxes VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET validity = excluded.validity, last = excluded.last
                    """,
                arguments: [mailbox, Int64(position.validity), Int64(position.last)])
        }
    }
}
