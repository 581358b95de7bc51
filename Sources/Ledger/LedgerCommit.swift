public import CivilTime
import GRDB
import MailMessage
import Mentoring

extension Ledger {
    /// Writes what a turn has decided, all of it or nothing.
    public func commit(_ changes: Changes, at now: Instant) throws(LedgerError) {
        try write { database in
            for meeting in changes.meetings { try meeting.save(database) }
            for announcement in changes.announcements { try Self.save(announcement, in: database) }
            for id in changes.dropped {
                try database.execute(
                    sql: "DELETE FROM meetings WHERE id = ? AND state = 'planned'", arguments: [id.rawValue])
            }
            // What is decided is no longer open when its subject's firings are replaced.
            for outcome in changes.outcomes where outcome.text != nil { try Self.save(outcome, in: database, at: now) }
            for (subject, firings) in changes.firings {
                try Self.replaceOpenFirings(of: subject, by: firings, in: database, at: now)
            }
            try Self.enter(try Self.numbered(changes.arisen, in: database), in: database, at: now)
            try Self.enter(folded: changes.folded, in: database, at: now)
            for (relationship, people) in changes.parties {
                try Self.replace(partiesOf: relationship, by: people, in: database)
            }
            for outcome in changes.outcomes where outcome.text == nil { try Self.save(outcome, in: database, at: now) }
            for withdrawal in changes.withdrawn { try Self.withdraw(withdrawal, in: database, at: now) }
            for (id, words) in changes.returned {
                try Self.apply(.cameBack(words: words), to: "id = ?", [id], in: database, at: now)
            }
            for suspension in changes.suspensions { try Self.save(suspension, in: database) }
            for address in changes.lifted { try Self.lift(address, in: database) }
            try Self.save(changes.known, in: database, at: now)
            for forgetting in changes.forgettings { try Self.save(forgetting, in: database) }
            for mail in changes.mails { try mail.enter(database, at: now) }
            for answer in changes.automaticAnswers { try Self.save(answer, in: database, at: now) }
            for mark in changes.marks { _ = try Self.save(mark, in: database, at: now) }
            for (relationship, directives) in changes.directives {
                try Self.replace(directivesOf: relationship, by: directives, in: database)
            }
            for (order, answer) in changes.answers { try Self.save(answer, to: order, in: database, at: now) }
            for entry in changes.journal {
                try database.execute(
                    sql: "INSERT INTO journal (at, event, subject, detail) VALUES (?, ?, ?, ?)",
                    arguments: [now.secondsSinceEpoch, entry.event, entry.subject, entry.detail])
            }
            for (fact, value) in changes.facts { try Self.save(fact, value, in: database) }
        }
    }

    private static func save(_ announcement: Announcement, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO announcements VALUES (?, ?) ON CONFLICT (meeting) DO UPDATE SET body = excluded.body
                """,
            arguments: [announcement.meeting.rawValue, try JSON.text(announcement)])
    }

    static func save(_ outcome: Changes.Outcome, in database: Database, at now: Instant) throws {
        if let text = outcome.text {
            try database.cachedStatement(
                sql: "UPDATE firings SET outcome = ?, decided = ? WHERE outcome IS NULL AND " + Firing.Key.condition
            ).execute(arguments: [text, now.secondsSinceEpoch] + outcome.key.columns)
        } else if let due = outcome.due {
            try database.execute(
                sql: "UPDATE firings SET due = ? WHERE outcome IS NULL AND " + Firing.Key.condition,
                arguments: [due.secondsSinceEpoch] + outcome.key.columns)
        }
    }

    private static func replace(
        partiesOf relationship: Relationship.ID, by people: [Person.ID], in database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM parties WHERE relationship = ?", arguments: [relationship.rawValue])
        for person in Set(people) {
            try database.execute(
                sql: "INSERT INTO parties VALUES (?, ?)", arguments: [relationship.rawValue, person.rawValue])
        }
    }

    private static func replaceOpenFirings(
        of subject: Firing.Subject, by firings: [Firing], in database: Database, at now: Instant
    ) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT * FROM firings WHERE subject_kind = ? AND subject = ? AND outcome IS NULL AND cause = 'date'")
        let rows = try Row.fetchAll(statement, arguments: [subject.kind, subject.id])
        let wanted = Set(firings.map(\.key))
        for old in try rows.sound(Firing.init(row:)) where !wanted.contains(old.key) {
            guard old.due <= now else {
                try database.execute(
                    sql: "DELETE FROM firings WHERE " + Firing.Key.condition, arguments: old.key.columns)
                continue
            }
            // Its time had come, and it did not go: that is not to pass without a reason.
            let isReplaced = wanted.contains { $0.rule == old.key.rule && $0.recipient == old.key.recipient }
            let reason: SkipReason = isReplaced ? .changed : .tooLate
            try save(Changes.Outcome(old.key, reason.code), in: database, at: now)
        }
        try enter(firings, in: database, at: now)
    }

    static func enter(_ firings: [Firing], in database: Database, at now: Instant) throws {
        guard !firings.isEmpty else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO firings
                    (subject_kind, subject, rule, step, "offset", version, recipient, occurrence, due, created, cause, person)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET due = excluded.due WHERE outcome IS NULL
                """)
        for firing in firings {
            // What was decided stays decided; what is open may have a new time, but is no younger than it was.
            try statement.execute(
                arguments: firing.key.columns
                    + [
                        firing.due.secondsSinceEpoch, now.secondsSinceEpoch, firing.cause.rawValue,
                        firing.person?.rawValue,
                    ])
        }
    }

    private static func withdraw(_ withdrawal: Changes.Withdrawal, in database: Database, at now: Instant) throws {
        let address = withdrawal.recipient.description
        if withdrawal.assumesNothingArrived,
            try Self.mayHaveArrived(about: withdrawal.meeting, at: withdrawal.recipient, in: database)
        {
            throw LedgerError.raced
        }
        let templates =
            withdrawal.scope == .calendar
            ? "template IN ('invitation', 'update', 'declined-new-date', 'cancellation', 'counter-declined')" : "true"
        try Self.apply(
            .withdrawn(withdrawal.reason),
            to: """
                meeting = ? AND recipient_address = ? AND state IN ('scheduled', 'deferred', 'unknown', 'claimed', 'committing')
                AND \(templates)
                """, [withdrawal.meeting.rawValue, address], in: database, at: now)
    }

    static func save(_ fact: Fact, _ value: String, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        try statement.execute(arguments: [fact.rawValue, value])
    }
}
