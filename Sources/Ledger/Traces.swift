import CivilTime
import GRDB
public import MailMessage
public import Mentoring

/// Where the ledger knows a person: what they were called, the meetings they were invited to, and what went there.
public struct Traces: Sendable, Hashable {
    public var person: Person.ID
    /// Every id that they have had.
    public var ids: Set<Person.ID>
    /// Every name that they have had.
    public var names: Set<String> = []
    /// Every address that is, or was, theirs.
    public var addresses: Set<EmailAddress> = []
    /// The relationships that they took part in.
    public var relationships: Set<Relationship.ID> = []
    /// The meetings whose invitation names them.
    public var meetings: Set<Meeting.ID> = []
    /// The mails that went to them, and those to others that name them.
    public var mails: Set<OutboxEntry.ID> = []
    /// Mails up to this one came of an earlier version, which did not write down whom they name.
    var unlistedThrough: OutboxEntry.ID = 0

    public init(person: Person.ID) {
        self.person = person
        ids = [person]
    }

    public var isEmpty: Bool {
        names.isEmpty && addresses.isEmpty && relationships.isEmpty && meetings.isEmpty && mails.isEmpty
    }
}

extension Ledger {
    public func traces(of person: Person.ID) throws(LedgerError) -> Traces {
        try read { try Self.traces(of: person, in: $0) }
    }

    static func traces(of person: Person.ID, in database: Database) throws -> Traces {
        var traces = Traces(person: person)
        traces.unlistedThrough = try fact(.unlistedThrough, in: database).flatMap { Int64($0) } ?? 0
        try addNames(to: &traces, in: database)
        try addAnnouncements(to: &traces, in: database)
        for id in traces.ids.map(\.rawValue) {
            for row in try database.rows(
                "SELECT id, recipient_address, relationship FROM outbox WHERE recipient = ?", [id])
            {
                traces.mails.insert(try row.value("id", in: "outbox"))
                traces.addresses.insert(try row.parsed("recipient_address", in: "outbox", EmailAddress.init))
                let relationship: String = try row.value("relationship", in: "outbox")
                if !relationship.isEmpty { traces.relationships.insert(Relationship.ID(relationship)) }
            }
            for row in try database.rows("SELECT mail FROM mentions WHERE person = ?", [id]) {
                traces.mails.insert(try row.value("mail", in: "mentions"))
            }
            for row in try database.rows("SELECT relationship FROM parties WHERE person = ?", [id]) {
                traces.relationships.insert(Relationship.ID(try row.value("relationship", in: "parties")))
            }
        }
        if !traces.isEmpty { try addRelationships(to: &traces, in: database) }
        return traces
    }

    /// What the files called them, by every id that one has become of another.
    private static func addNames(to traces: inout Traces, in database: Database) throws {
        let renamed = try database.rows("SELECT person, value FROM names WHERE kind = 'id' AND person <> value")
            .map { (Person.ID($0["person"] as String), Person.ID($0["value"] as String)) }
        var count = 0
        while traces.ids.count > count {
            count = traces.ids.count
            for (new, old) in renamed where traces.ids.contains(new) || traces.ids.contains(old) {
                traces.ids.formUnion([new, old])
            }
        }
        for id in traces.ids {
            for row in try database.rows("SELECT kind, value FROM names WHERE person = ?", [id.rawValue]) {
                switch row["kind"] as String {
                case "name": traces.names.insert(row["value"])
                case "address": if let address = EmailAddress(row["value"]) { traces.addresses.insert(address) }
                default: break
                }
            }
        }
    }

    private static func addAnnouncements(to traces: inout Traces, in database: Database) throws {
        for row in try database.rows(
            "SELECT body, relationship FROM announcements JOIN meetings ON meetings.id = announcements.meeting")
        {
            let announcement = try row.parsed("body", in: "announcements") { JSON.value(Announcement.self, from: $0) }
            let own = announcement.participants.filter { traces.ids.contains($0.person) }
            guard !own.isEmpty else { continue }
            traces.meetings.insert(announcement.meeting)
            traces.addresses.formUnion(own.map(\.address))
            traces.names.formUnion(own.map(\.name))
            traces.relationships.insert(Relationship.ID(try row.value("relationship", in: "meetings")))
        }
    }

    /// Relationships whose id is made of one of theirs, though nothing else of them is left there.
    private static func addRelationships(to traces: inout Traces, in database: Database) throws {
        let rows = try database.rows(
            """
            SELECT relationship AS id FROM meetings UNION SELECT relationship FROM outbox
            UNION SELECT subject FROM firings WHERE subject_kind = 'relationship'
            UNION SELECT relationship FROM directives UNION SELECT relationship FROM parties
            """)
        let own = traces.ids.map { NameWords($0.rawValue) }
        for row in rows {
            let id: String = row["id"]
            let words = NameWords(id)
            if own.contains(where: words.contains) { traces.relationships.insert(Relationship.ID(id)) }
        }
    }
}

extension OutboxEntry {
    /// Whether the mail may name somebody.
    ///
    /// - Parameter before: whoever had left the files by then is not named in what an earlier version composed later.
    func names(_ traces: Traces, before: Instant) -> Bool {
        if traces.mails.contains(id) || traces.ids.contains(recipient) { return true }
        guard id <= traces.unlistedThrough else { return false }
        return composed <= before && (relationship.rawValue.isEmpty || traces.relationships.contains(relationship))
    }
}
