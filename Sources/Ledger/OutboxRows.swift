import CivilTime
import Foundation
import GRDB
import MailMessage
import Mentoring

extension OutboxEntry {
    init(row: Row) throws(LedgerError) {
        let table = "outbox"
        id = try row.value("id", in: table)
        key = try row.value("key", in: table)
        meeting = try (row.valueIfAny("meeting", in: table) as String?).map { Meeting.ID($0) }
        relationship = Relationship.ID(try row.value("relationship", in: table))
        recipient = Person.ID(try row.value("recipient", in: table))
        template = TemplateName(try row.value("template", in: table))
        envelope = Envelope(
            sender: try row.parsed("sender_address", in: table, EmailAddress.init),
            recipient: try row.parsed("recipient_address", in: table, EmailAddress.init))
        messageID = try row.parsed("message_id", in: table, MessageID.init)
        subject = try row.value("subject", in: table)
        composed = try row.instant("composed", in: table)
        notBefore = try row.instant("not_before", in: table)
        usefulUntil = try row.instantIfAny("useful_until", in: table)
        state = try row.parsed("state", in: table, State.init(rawValue:))
        attempts = try row.count("attempts", in: table)
        since = try row.instantIfAny("tried_since", in: table)
        doubts = try row.count("doubts", in: table)
        fence = try row.count("fence", in: table)
        leaseUntil = try row.instantIfAny("lease_until", in: table)
        withdrawn =
            (row["withdrawn"] as DatabaseValue).isNull
            ? nil : try row.parsed("withdrawn", in: table, Changes.Withdrawal.Reason.init)
        settled = try row.instantIfAny("settled", in: table)
        words = try row.valueIfAny("words", in: table)
        isAnswer = try row.flag("is_answer", in: table)
        isConfidential = try row.flag("is_confidential", in: table)
    }
}

extension OwedMail {
    /// A key that is there already owes nothing new: the row stays as it is.
    func enter(_ database: Database, at now: Instant) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO outbox (key, meeting, relationship, recipient, template, sender_address,
                    recipient_address, message_id, subject, composed, not_before, useful_until, is_answer, is_confidential,
                    state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'scheduled')
                ON CONFLICT (key) DO NOTHING
                """)
        try statement.execute(
            arguments: [
                key, meeting?.rawValue, relationship.rawValue, recipient.rawValue, template.rawValue,
                envelope.sender.description, envelope.recipient.description, messageID.description, subject,
                now.secondsSinceEpoch, notBefore.secondsSinceEpoch, usefulUntil?.secondsSinceEpoch, isAnswer,
                isConfidential,
            ])
        guard database.changesCount == 1 else { return }
        let body = try database.cachedStatement(sql: "INSERT INTO bodies VALUES (?, ?)")
        let id = database.lastInsertedRowID
        try body.execute(arguments: [id, Data(bytes)])
        guard !mentions.isEmpty else { return }
        let mention = try database.cachedStatement(sql: "INSERT INTO mentions VALUES (?, ?)")
        for person in mentions { try mention.execute(arguments: [id, person.rawValue]) }
    }
}

extension OutboxEntry {
    /// Stores what `apply` has made of the entry, on the condition that nobody has changed it since it was read.
    ///
    /// - Returns: false where somebody has, and nothing was written.
    func store(ifFenceIs fence: Int, in database: Database, at now: Instant) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                UPDATE outbox SET state = ?, not_before = ?, attempts = ?, tried_since = ?, doubts = ?, fence = ?,
                    lease_until = ?, withdrawn = ?, words = ?, settled = ? WHERE id = ? AND fence = ?
                """)
        try statement.execute(
            arguments: [
                state.rawValue, notBefore.secondsSinceEpoch, attempts, since?.secondsSinceEpoch, doubts, self.fence,
                leaseUntil?.secondsSinceEpoch, withdrawn?.rawValue, words, state.isOpen ? nil : now.secondsSinceEpoch,
                id, fence,
            ])
        return database.changesCount == 1
    }
}
