public import CivilTime
import GRDB
import MailMessage
public import Mentoring

/// What is written over a person's name and address.
public struct Erasure: Sendable {
    public var forgetting: Forgetting
    /// Stands for the person from now on; it has nothing of the name.
    public var substitute: Person.ID
    /// Relationships that no file names any more, and what stands for each from now on: their ids are made of names.
    public var relationships: [Relationship.ID: Relationship.ID]
    /// In logs and in the journal: the id that the person or a relationship had there, and what stands for it.
    public var journalIDs: [String: String]

    public init(
        forgetting: Forgetting, substitute: Person.ID, relationships: [Relationship.ID: Relationship.ID],
        journalIDs: [String: String]
    ) {
        self.forgetting = forgetting
        self.substitute = substitute
        self.relationships = relationships
        self.journalIDs = journalIDs
    }
}

extension Ledger {
    /// Writes over a person's name and address wherever they stand, in one transaction; what has no name stays.
    ///
    /// Open mails that name the person expire. Meetings, decisions and what became of each mail stay, for the counts.
    public func erase(_ erasure: Erasure, at now: Instant) throws(LedgerError) {
        try write { database in
            let person = erasure.forgetting.person
            let traces = try Self.traces(of: person, in: database)
            try Self.eraseAnnouncements(traces, erasure, in: database)
            try Self.eraseMails(traces, erasure, in: database, at: now)
            try Self.eraseDecisions(erasure, in: database)
            for (id, substitute) in erasure.relationships {
                try Self.erase(id, by: substitute, in: database)
            }
            try database.execute(sql: "DELETE FROM damaged")
            for address in traces.addresses { try Self.lift(address, in: database) }
            try Self.eraseOrders(erasure, in: database, at: now)
            for (id, substitute) in erasure.journalIDs {
                try database.execute(
                    sql: "UPDATE journal SET subject = replace(subject, ?, ?) WHERE instr(subject, ?)",
                    arguments: [id, substitute, id])
            }
            try database.execute(
                sql: "UPDATE forgettings SET person = ?, erased = ? WHERE person = ?",
                arguments: [erasure.substitute.rawValue, now.secondsSinceEpoch, person.rawValue])
        }
    }

    /// An address that nobody can have (RFC 2606 section 2).
    private static let nobody = "forgotten@jalon.invalid"

    private static func eraseAnnouncements(_ traces: Traces, _ erasure: Erasure, in database: Database) throws {
        for id in traces.meetings {
            guard let row = try database.row("SELECT body FROM announcements WHERE meeting = ?", [id.rawValue]) else {
                continue
            }
            var announcement = try row.parsed("body", in: "announcements") {
                JSON.value(Announcement.self, from: $0)
            }
            announcement.participants.removeAll { $0.person == traces.person }
            try database.execute(
                sql: "UPDATE announcements SET body = ? WHERE meeting = ?",
                arguments: [try JSON.text(announcement), id.rawValue])
        }
    }

    private static func eraseMails(
        _ traces: Traces, _ erasure: Erasure, in database: Database, at now: Instant
    ) throws {
        let before = erasure.forgetting.asked
        let named = try entries("true", [], in: database).filter { $0.names(traces, before: before) }
        for entry in named {
            if entry.state.isOpen {
                try database.execute(
                    sql:
                        "UPDATE outbox SET state = 'expired', fence = fence + 1, lease_until = NULL, settled = ? WHERE id = ?",
                    arguments: [now.secondsSinceEpoch, entry.id])
            }
            try database.execute(sql: "DELETE FROM bodies WHERE mail = ?", arguments: [entry.id])
            try database.execute(
                sql: "UPDATE outbox SET subject = '', words = NULL WHERE id = ?", arguments: [entry.id])
            guard entry.recipient == traces.person else { continue }
            try database.execute(
                sql: """
                    UPDATE outbox SET key = 'forgotten ' || id, recipient = ?, recipient_address = ?,
                        sender_address = ?, message_id = '<' || id || ? WHERE id = ?
                    """,
                arguments: [
                    erasure.substitute.rawValue, nobody, nobody, "." + erasure.substitute.rawValue + "@jalon.invalid>",
                    entry.id,
                ])
        }
    }

    /// Orders that were carried out go, but for what another command may be waiting for and what names nobody.
    private static func eraseOrders(_ erasure: Erasure, in database: Database, at now: Instant) throws {
        let person = erasure.forgetting.person.rawValue
        try database.execute(
            sql: "UPDATE orders SET subject = ? WHERE kind = ? AND subject = ?",
            arguments: [erasure.substitute.rawValue, PersonOrder.forget.rawValue, person])
        try database.execute(
            sql: "DELETE FROM orders WHERE done < ?", arguments: [now.secondsSinceEpoch - Self.answerIsRead])
        for name in [person] + erasure.relationships.keys.map(\.rawValue) {
            try database.execute(
                sql: """
                    DELETE FROM orders WHERE done IS NOT NULL AND subject IS NOT ?2
                    AND (subject = ?1 OR instr(coalesce(argument, ''), ?1) OR instr(answer, ?1))
                    """, arguments: [name, erasure.substitute.rawValue])
        }
    }

    /// Seconds after which nobody waits for the answer to an order any more.
    private static let answerIsRead: Int64 = 180

    private static func eraseDecisions(_ erasure: Erasure, in database: Database) throws {
        let (person, substitute) = (erasure.forgetting.person.rawValue, erasure.substitute.rawValue)
        try database.execute(
            sql: "DELETE FROM firings WHERE outcome IS NULL AND (recipient = ? OR person = ?)",
            arguments: [person, person])
        try database.execute(
            sql: "UPDATE firings SET recipient = ? WHERE recipient = ?", arguments: [substitute, person])
        try database.execute(sql: "UPDATE firings SET person = ? WHERE person = ?", arguments: [substitute, person])
        try database.execute(sql: "DELETE FROM parties WHERE person = ?", arguments: [person])
    }

    private static func erase(
        _ id: Relationship.ID, by substitute: Relationship.ID, in database: Database
    ) throws {
        let (old, new) = (id.rawValue, substitute.rawValue)
        for meeting in try database.rows(
            "SELECT body FROM announcements JOIN meetings ON id = meeting WHERE relationship = ?", [old])
        {
            var announcement = try meeting.parsed("body", in: "announcements") {
                JSON.value(Announcement.self, from: $0)
            }
            announcement.place = nil
            try database.execute(
                sql: "UPDATE announcements SET body = ? WHERE meeting = ?",
                arguments: [try JSON.text(announcement), announcement.meeting.rawValue])
        }
        try database.execute(
            sql: "UPDATE meetings SET relationship = ?, place = NULL WHERE relationship = ?", arguments: [new, old])
        try database.execute(
            sql: "UPDATE outbox SET relationship = ?, key = 'forgotten ' || id WHERE relationship = ?",
            arguments: [new, old])
        try database.execute(
            sql: "UPDATE firings SET subject = ? WHERE subject_kind = 'relationship' AND subject = ?",
            arguments: [new, old])
        try database.execute(sql: "DELETE FROM directives WHERE relationship = ?", arguments: [old])
        try database.execute(sql: "DELETE FROM parties WHERE relationship = ?", arguments: [old])
    }
}
