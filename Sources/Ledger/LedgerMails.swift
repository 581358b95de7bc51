public import CivilTime
import GRDB
public import MailMessage
public import Mentoring

extension Ledger {
    /// How many mails there are in each state.
    public func outboxCounts() throws(LedgerError) -> [OutboxEntry.State: Int] {
        try read { database in
            let rows = try database.rows("SELECT state, count(*) AS mails FROM outbox GROUP BY state")
            // A state that is none is told of as damage.
            return try rows.reduce(into: [:]) { counts, row in
                guard case .string(let name) = (row["state"] as DatabaseValue).storage,
                    let state = OutboxEntry.State(rawValue: name)
                else { return }
                counts[state] = try row.value("mails", in: "outbox")
            }
        }
    }

    /// All mails, in the order in which they were composed.
    public func outbox() throws(LedgerError) -> [OutboxEntry] { try outbox(after: 0) }

    /// Mails that were composed after another, in that order.
    public func outbox(after id: OutboxEntry.ID) throws(LedgerError) -> [OutboxEntry] {
        try read { try Self.entries("id > ? ORDER BY id", [id], in: $0) }
    }

    /// Mails in some states, the last composed first.
    public func outbox(in states: Set<OutboxEntry.State>, limit: Int) throws(LedgerError) -> [OutboxEntry] {
        let names = states.map(\.rawValue).sorted()
        return try read { database in
            try Self.entries(
                "state IN (\(databaseQuestionMarks(count: names.count))) ORDER BY id DESC LIMIT ?",
                StatementArguments(names) + [limit], in: database)
        }
    }

    /// Mails that servers, or the way to them, have said something bad about, the last first.
    public func mailsInTrouble(limit: Int) throws(LedgerError) -> [OutboxEntry] {
        try read { database in
            try Self.entries(
                """
                state IN ('failed', 'bounced', 'needs attention', 'deferred', 'unknown')
                OR state = 'scheduled' AND words IS NOT NULL ORDER BY coalesce(settled, not_before) DESC LIMIT ?
                """, [limit], in: database)
        }
    }

    /// The mail that has a Message-ID; nil where none of Jalon's has.
    public func mail(_ id: MessageID) throws(LedgerError) -> OutboxEntry? {
        try read { try Self.entries("message_id = ?", [id.description], in: $0).first }
    }

    /// Whether a mail that says when a meeting is has not left yet for an address.
    public func owesCalendar(about meeting: Meeting.ID, to address: EmailAddress) throws(LedgerError) -> Bool {
        try read { database in
            try database.value(
                Bool.self,
                """
                SELECT EXISTS (SELECT 1 FROM outbox WHERE meeting = ? AND recipient_address = ? AND \(Self.open)
                    AND template IN ('invitation', 'update', 'declined-new-date', 'cancellation'))
                """, [meeting.rawValue, address.description]) ?? false
        }
    }

    /// Whether a mail with a key was ever owed; it would not be owed again.
    public func hasMail(key: String) throws(LedgerError) -> Bool {
        try read { try $0.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM outbox WHERE key = ?)", [key]) ?? false }
    }

    /// When the last mails to an address leave, or left, the last first.
    ///
    /// - Parameter answers: whether those that answer somebody are meant, or those that are owed without it; a new date
    ///   for one that was declined has a bound of its own, and is neither.
    public func departures(
        to address: EmailAddress, answers: Bool = false, limit: Int
    ) throws(LedgerError) -> [Instant] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT not_before FROM outbox WHERE recipient_address = ? AND is_answer = ?
                    AND template != 'declined-new-date' AND state NOT IN ('superseded', 'cancelled', 'expired') ORDER BY not_before DESC LIMIT ?
                    """)
            return try Int64.fetchAll(statement, arguments: [address.description, answers, limit])
                .map(Instant.init(secondsSinceEpoch:))
        }
    }

    public func mail(_ id: OutboxEntry.ID) throws(LedgerError) -> OutboxEntry? {
        try read { try Self.entry(id, in: $0) }
    }

    /// The id of the mail that was composed last; 0 where there is none.
    public func lastMailID() throws(LedgerError) -> OutboxEntry.ID {
        try read { try $0.value(Int64.self, "SELECT max(id) FROM outbox") ?? 0 }
    }

    /// Does with a mail what an admin has ordered, and answers the order, in one transaction.
    public func carryOut(
        _ order: Order.ID, _ request: MailOrder, on id: OutboxEntry.ID, at now: Instant
    ) throws(LedgerError) -> Order.Answer {
        try write { database in
            var answer = Order.Answer(accepted: false, text: "there is no mail \(id); `jalon outbox list` has them")
            let known =
                try database.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM outbox WHERE id = ?)", [id]) ?? false
            let entry = try Self.entry(id, in: database)
            if known, entry == nil {
                answer.text = "mail \(id) cannot be read; `jalon status` says what of it is damaged"
            }
            if var entry {
                let (before, state) = (entry.fence, entry.state)
                // What retention has deleted cannot go once more.
                let isKept = try request == .drop || Self.hasBody(id, in: database)
                let isDone =
                    try isKept && entry.apply(request.event, at: now) != .refuse
                    && entry.store(ifFenceIs: before, in: database, at: now)
                answer = Order.Answer(
                    accepted: isDone,
                    text: isDone
                        ? "mail \(id) is \(entry.state.rawValue) now"
                        : isKept ? request.refusal(of: entry, in: state) : "the text of mail \(id) is no longer kept")
            }
            try Self.save(answer, to: order, in: database, at: now)
            return answer
        }
    }

    /// Takes every open mail as sent: a forecast has no server.
    public func settleAllAsSent(at now: Instant) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    UPDATE outbox SET state = 'sent', settled = ?
                    WHERE state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing')
                    """,
                arguments: [now.secondsSinceEpoch])
        }
    }
}
