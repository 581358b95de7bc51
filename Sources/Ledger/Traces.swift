public import CivilTime
import GRDB
public import MailMessage
public import Mentoring

/// Where the ledger knows a person: the meetings they were invited to, and what went there.
public struct Traces: Sendable, Hashable {
    public var person: Person.ID
    /// Every address that they were told something at.
    public var addresses: Set<EmailAddress> = []
    /// The relationships that they took part in.
    public var relationships: Set<Relationship.ID> = []
    /// The meetings whose invitation names them.
    public var meetings: Set<Meeting.ID> = []

    public var isEmpty: Bool { addresses.isEmpty && relationships.isEmpty && meetings.isEmpty }
}

extension Ledger {
    public func traces(of person: Person.ID) throws(LedgerError) -> Traces {
        try read { try Self.traces(of: person, in: $0) }
    }

    /// How many mails have not ended that may name somebody: theirs, and those of their relationships that were composed
    /// before a moment.
    public func openMails(naming traces: Traces, before: Instant) throws(LedgerError) -> Int {
        try read { database in
            try Self.entries(Self.open, [], in: database)
                .count { $0.names(traces, before: before) }
        }
    }

    static let open = "state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing')"

    static func traces(of person: Person.ID, in database: Database) throws -> Traces {
        var traces = Traces(person: person)
        for row in try database.rows(
            "SELECT body, relationship FROM announcements JOIN meetings ON meetings.id = announcements.meeting")
        {
            let announcement = try row.parsed("body", in: "announcements") { JSON.value(Announcement.self, from: $0) }
            let own = announcement.participants.filter { $0.person == person }
            guard !own.isEmpty else { continue }
            traces.meetings.insert(announcement.meeting)
            traces.addresses.formUnion(own.map(\.address))
            traces.relationships.insert(Relationship.ID(try row.value("relationship", in: "meetings")))
        }
        for row in try database.rows(
            "SELECT DISTINCT recipient_address, relationship FROM outbox WHERE recipient = ?", [person.rawValue])
        {
            traces.addresses.insert(try row.parsed("recipient_address", in: "outbox", EmailAddress.init))
            let relationship: String = try row.value("relationship", in: "outbox")
            if !relationship.isEmpty { traces.relationships.insert(Relationship.ID(relationship)) }
        }
        for row in try database.rows("SELECT relationship FROM parties WHERE person = ?", [person.rawValue]) {
            traces.relationships.insert(Relationship.ID(try row.value("relationship", in: "parties")))
        }
        return traces
    }
}

extension OutboxEntry {
    /// Whether the mail may name somebody.
    ///
    /// - Parameter before: whoever had left the files by then is not named in what was composed later.
    func names(_ traces: Traces, before: Instant) -> Bool {
        recipient == traces.person
            || composed <= before && (relationship.rawValue.isEmpty || traces.relationships.contains(relationship))
    }
}
