public import CivilTime
import GRDB
public import MailMessage
public import Mentoring

extension Ledger {
    /// Meetings in these states, in the order of their start.
    public func meetings(in states: Set<Meeting.State>) throws(LedgerError) -> [Meeting] {
        let names = states.map(\.rawValue).sorted()
        return try read { database in
            let marks = databaseQuestionMarks(count: names.count)
            return try database.rows(
                "SELECT * FROM meetings WHERE state IN (\(marks)) ORDER BY starts, id", StatementArguments(names)
            ).sound(Meeting.init(row:))
        }
    }

    /// Meetings of some relationships in these states, in the order of their start.
    public func meetings(
        in states: Set<Meeting.State>, of relationships: Set<Relationship.ID>
    ) throws(LedgerError) -> [Meeting] {
        let names = states.map(\.rawValue).sorted()
        return try read { database in
            let marks = databaseQuestionMarks(count: names.count)
            let statement = try database.cachedStatement(
                sql: "SELECT * FROM meetings WHERE relationship = ? AND state IN (\(marks))")
            return try relationships.sorted().flatMap { id in
                try Row.fetchAll(statement, arguments: StatementArguments([id.rawValue] + names))
                    .sound(Meeting.init(row:))
            }.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
        }
    }

    public func meeting(_ id: Meeting.ID) throws(LedgerError) -> Meeting? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM meetings WHERE id = ?")
            return try Row.fetchOne(statement, arguments: [id.rawValue])?.sound(Meeting.init(row:))
        }
    }

    /// The meeting whose event has this UID in calendars.
    public func meeting(uid: String) throws(LedgerError) -> Meeting? {
        try read { database in
            try database.row("SELECT * FROM meetings WHERE uid = ?", [uid])?.sound(Meeting.init(row:))
        }
    }

    /// Announced meetings that were over at an instant.
    public func meetingsOver(at now: Instant) throws(LedgerError) -> [Meeting] {
        try read { database in
            try database.rows(
                "SELECT * FROM meetings WHERE state = 'announced' AND ends <= ? ORDER BY ends, id",
                [now.secondsSinceEpoch]
            ).sound(Meeting.init(row:))
        }
    }

    /// What the participants of each meeting have been told.
    public func announcements() throws(LedgerError) -> [Meeting.ID: Announcement] {
        try read { database in
            let rows = try database.rows("SELECT * FROM announcements")
            let all = try rows.sound(Self.announcement)
            return Dictionary(all.map { ($0.meeting, $0) }) { first, _ in first }
        }
    }

    public func announcement(of meeting: Meeting.ID) throws(LedgerError) -> Announcement? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM announcements WHERE meeting = ?")
            return try Row.fetchOne(statement, arguments: [meeting.rawValue])?.sound(Self.announcement)
        }
    }

    static func announcement(_ row: Row) throws(LedgerError) -> Announcement {
        let table = "announcements"
        let announcement = try row.parsed("body", in: table) { JSON.value(Announcement.self, from: $0) }
        guard announcement.meeting.rawValue == (try row.value("meeting", in: table) as String) else {
            throw .damaged(table: table, column: "meeting")
        }
        return announcement
    }

    /// Open firings whose time has come: those about a relationship before those about its meetings, so that a welcome
    /// comes before an invitation; then the earliest first.
    ///
    /// - Parameter held: what was due up to then waits.
    public func dueFirings(at now: Instant, after held: Instant?, limit: Int) throws(LedgerError) -> [DueFiring] {
        try read { database in
            try database.rows(
                """
                SELECT firings.* FROM firings
                LEFT JOIN meetings ON subject_kind = 'meeting' AND meetings.id = subject
                WHERE outcome IS NULL AND due <= ? AND due > ? AND \(try Self.isFiringSound(in: database))
                ORDER BY subject_kind DESC, meetings.starts, due, subject, rule, step, "offset", recipient LIMIT ?
                """, [now.secondsSinceEpoch, held?.secondsSinceEpoch ?? .min, limit]
            ).sound { row throws(LedgerError) in
                DueFiring(firing: try Firing(row: row), created: try row.instant("created", in: "firings"))
            }
        }
    }

    /// How many firings were due before an instant and known in time, up to a limit.
    public func overdueFirings(
        before instant: Instant, after released: Instant?, limit: Int
    ) throws(LedgerError) -> Int {
        try read { database in
            try database.value(
                Int.self,
                """
                SELECT count(*) FROM (SELECT 1 FROM firings
                    WHERE outcome IS NULL AND due < ? AND due > ? AND created < due LIMIT ?)
                """, [instant.secondsSinceEpoch, released?.secondsSinceEpoch ?? .min, limit]) ?? 0
        }
    }

    /// Other open firings about a subject for a recipient that were due after an instant and are due by another.
    public func openFirings(
        about subject: Firing.Subject, to recipient: Person.ID?, after due: Instant, by now: Instant
    ) throws(LedgerError) -> [Firing] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT * FROM firings WHERE subject_kind = ? AND subject = ? AND recipient = ?
                    AND outcome IS NULL AND due > ? AND due <= ?
                    """)
            return try Row.fetchAll(
                statement,
                arguments: [
                    subject.kind, subject.id, recipient?.rawValue ?? "", due.secondsSinceEpoch, now.secondsSinceEpoch,
                ]
            ).sound(Firing.init(row:))
        }
    }

    /// How many mails of rules have gone to a person since an instant, digests aside.
    public func nudges(to person: Person.ID, since instant: Instant) throws(LedgerError) -> Int {
        try read { database in
            try database.value(
                Int.self,
                """
                SELECT count(*) FROM firings WHERE recipient = ? AND decided > ? AND outcome = 'sent'
                AND subject_kind != 'programme'
                """, [person.rawValue, instant.secondsSinceEpoch]) ?? 0
        }
    }

    /// Who took part in each relationship when it was planned last.
    public func parties() throws(LedgerError) -> [Relationship.ID: Set<Person.ID>] {
        try read { database in
            let all = try database.rows("SELECT * FROM parties").sound { row throws(LedgerError) in
                (
                    Relationship.ID(try row.value("relationship", in: "parties")),
                    Person.ID(try row.value("person", in: "parties"))
                )
            }
            return Dictionary(grouping: all, by: \.0).mapValues { Set($0.map(\.1)) }
        }
    }

    /// How often a rule has sent to a recipient about a subject, whatever the subject's version.
    public func timesSent(_ key: Firing.Key) throws(LedgerError) -> Int {
        try read { database in
            try database.value(
                Int.self,
                """
                SELECT count(*) FROM firings
                WHERE subject_kind = ? AND subject = ? AND rule = ? AND step = ? AND recipient = ?
                AND outcome = 'sent'
                """,
                [
                    key.subject.kind, key.subject.id, key.rule.rawValue, key.step, key.recipient?.rawValue ?? "",
                ]) ?? 0
        }
    }

    /// The Message-ID of the first mail that went, or will go, to an address about a meeting.
    public func thread(of meeting: Meeting.ID, with address: EmailAddress) throws(LedgerError) -> MessageID? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT message_id FROM outbox WHERE meeting = ? AND recipient_address = ?
                    AND state NOT IN ('superseded', 'cancelled', 'expired') ORDER BY id LIMIT 1
                    """)
            return try Row.fetchOne(statement, arguments: [meeting.rawValue, address.description])?.parsed(
                "message_id", in: "outbox", MessageID.init)
        }
    }

    /// Whether any calendar mail about a meeting has reached an address, or may have.
    public func mayHaveArrived(about meeting: Meeting.ID, at address: EmailAddress) throws(LedgerError) -> Bool {
        try read { try Self.mayHaveArrived(about: meeting, at: address, in: $0) }
    }

    static func mayHaveArrived(about meeting: Meeting.ID, at address: EmailAddress, in database: Database) throws
        -> Bool
    {
        try database.value(
            Bool.self,
            """
            SELECT EXISTS (SELECT 1 FROM outbox WHERE meeting = ? AND recipient_address = ?
                AND template IN ('invitation', 'update', 'declined-new-date')
                AND (doubts > 0 OR state IN ('committing', 'unknown', 'sent', 'bounced', 'needs attention')))
            """, [meeting.rawValue, address.description]) ?? false
    }

    /// The earliest moment at which a firing is due or a meeting is over; nil where nothing is ahead.
    ///
    /// - Parameters:
    ///   - held: what was due up to then waits.
    ///   - patience: seconds between the end of a meeting and the moment at which it counts.
    public func nextMoment(after held: Instant?, patience: Int64 = 0) throws(LedgerError) -> Instant? {
        try read { database in
            try database.value(
                Int64.self,
                """
                SELECT min(moment) FROM (
                    SELECT min(due) AS moment FROM firings
                        WHERE outcome IS NULL AND due > ? AND \(try Self.isFiringSound(in: database))
                    UNION ALL SELECT min(ends) + ? FROM meetings WHERE state = 'announced')
                """, [held?.secondsSinceEpoch ?? .min, patience])
        }.map(Instant.init(secondsSinceEpoch:))
    }

    public func fact(_ fact: Fact) throws(LedgerError) -> String? {
        try read { try Self.fact(fact, in: $0) }
    }

    static func fact(_ fact: Fact, in database: Database) throws -> String? {
        let statement = try database.cachedStatement(sql: "SELECT value FROM facts WHERE name = ?")
        return try String.fetchOne(statement, arguments: [fact.rawValue])
    }
}
