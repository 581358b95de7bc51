public import CivilTime
import GRDB
public import MailMessage
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
    /// From where meetings ahead come that had an address of the person's as their organizer.
    public var mailbox: Mailbox

    public init(
        forgetting: Forgetting, substitute: Person.ID, relationships: [Relationship.ID: Relationship.ID],
        journalIDs: [String: String], mailbox: Mailbox
    ) {
        self.forgetting = forgetting
        self.substitute = substitute
        self.relationships = relationships
        self.journalIDs = journalIDs
        self.mailbox = mailbox
    }

    /// An address that nobody can have (RFC 2606 section 2).
    static let nobody = "forgotten@jalon.invalid"
}

extension Ledger {
    /// Writes over a person's name and address wherever they stand, in one transaction; what has no name stays.
    ///
    /// Open mails that name the person expire. Meetings, decisions and what became of each mail stay, for the counts.
    public func erase(_ erasure: Erasure, at now: Instant) throws(LedgerError) {
        try write { database in
            let traces = try Self.traces(of: erasure.forgetting.person, in: database)
            let blotter = Blotter(erasure, traces)
            try Self.eraseAnnouncements(traces, erasure, blotter, in: database, at: now)
            try Self.eraseMails(traces, erasure, blotter, in: database, at: now)
            try Self.eraseDecisions(traces, erasure, blotter, in: database)
            for (id, substitute) in erasure.relationships {
                try Self.erase(id, by: substitute, in: database)
            }
            try database.execute(sql: "DELETE FROM damaged")
            for address in traces.addresses { try Self.lift(address, in: database) }
            try Self.eraseOrders(traces, erasure, blotter, in: database)
            try Self.eraseJournal(erasure, blotter, in: database)
            try Self.eraseServersWords(traces, blotter, in: database)
            for id in traces.ids.map(\.rawValue) {
                try database.execute(sql: "DELETE FROM mentions WHERE person = ?", arguments: [id])
                try database.execute(
                    sql: "DELETE FROM names WHERE person = ?1 OR kind = 'id' AND value = ?1", arguments: [id])
                try database.execute(
                    sql: "DELETE FROM forgettings WHERE person = ? AND person <> ?",
                    arguments: [id, traces.person.rawValue])
            }
            try database.execute(
                sql: "UPDATE forgettings SET person = ?, erased = ? WHERE person = ?",
                arguments: [erasure.substitute.rawValue, now.secondsSinceEpoch, traces.person.rawValue])
        }
    }

    private static func eraseDecisions(
        _ traces: Traces, _ erasure: Erasure, _ blotter: Blotter, in database: Database
    ) throws {
        let substitute = erasure.substitute.rawValue
        for person in traces.ids.map(\.rawValue) {
            try database.execute(
                sql: "DELETE FROM firings WHERE outcome IS NULL AND (recipient = ?1 OR person = ?1)",
                arguments: [person])
            // Of what was decided by two ids of one person, one row stays.
            try database.execute(
                sql: "UPDATE OR IGNORE firings SET recipient = ? WHERE recipient = ?", arguments: [substitute, person])
            try database.execute(sql: "DELETE FROM firings WHERE recipient = ?", arguments: [person])
            try database.execute(
                sql: "UPDATE firings SET person = ? WHERE person = ?", arguments: [substitute, person])
            for table in ["parties", "taken_in", "automatic_answers"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE person = ?", arguments: [person])
            }
        }
        for row in try database.rows("SELECT DISTINCT outcome FROM firings WHERE outcome LIKE 'condition failed%'") {
            let outcome: String = row["outcome"]
            let blotted = blotter.blotted(outcome)
            guard blotted != outcome else { continue }
            try database.execute(
                sql: "UPDATE firings SET outcome = ? WHERE outcome = ?", arguments: [blotted, outcome])
        }
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

    /// The ids of the log, and what a refusal or a condition said.
    private static func eraseJournal(_ erasure: Erasure, _ blotter: Blotter, in database: Database) throws {
        for (id, substitute) in erasure.journalIDs {
            try database.execute(
                sql: "UPDATE journal SET subject = replace(subject, ?1, ?2) WHERE instr(subject, ?1)",
                arguments: [id, substitute])
        }
        let events = ["answer left", JournalEntry.setAside, JournalEntry.conditionFailed]
        for row in try database.rows(
            "SELECT DISTINCT event, detail FROM journal WHERE detail IS NOT NULL AND event IN (?, ?, ?)",
            StatementArguments(events))
        {
            let detail: String = row["detail"]
            let blotted = blotter.blotted(detail)
            guard blotted != detail else { continue }
            try database.execute(
                sql: "UPDATE journal SET detail = ? WHERE event = ? AND detail = ?",
                arguments: [blotted, row["event"] as String, detail])
        }
    }
}
