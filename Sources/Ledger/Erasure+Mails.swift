import CivilTime
import GRDB
import MailMessage
import Mentoring

// What was said of a person, to them and to others.

extension Ledger {
    static func eraseAnnouncements(
        _ traces: Traces, _ erasure: Erasure, _ blotter: Blotter, in database: Database, at now: Instant
    ) throws {
        for row in try database.rows(
            "SELECT body, ends, state, place FROM announcements JOIN meetings ON meetings.id = announcements.meeting")
        {
            let told = try row.parsed("body", in: "announcements") { JSON.value(Announcement.self, from: $0) }
            let isAhead = try row.instant("ends", in: "meetings") > now && !told.isCancelled
            var announcement = told
            announcement.participants.removeAll { traces.ids.contains($0.person) }
            if traces.addresses.contains(told.organizer.address) {
                announcement.organizer =
                    isAhead
                    ? erasure.mailbox
                    : EmailAddress(Erasure.nobody).map { Mailbox(name: nil, address: $0) } ?? told.organizer
            } else if told.organizer.name.map(blotter.isNamed(in:)) ?? false {
                announcement.organizer = Mailbox(name: erasure.mailbox.name, address: told.organizer.address)
            }
            // Where a meeting ahead is, the files say.
            if !isAhead, told.place.map({ blotter.isNamed(in: $0.text) }) ?? false { announcement.place = nil }
            guard announcement != told else { continue }
            try database.execute(
                sql: "UPDATE announcements SET body = ? WHERE meeting = ?",
                arguments: [try JSON.text(announcement), told.meeting.rawValue])
        }
        for row in try database.rows(
            "SELECT id, place FROM meetings WHERE place IS NOT NULL AND (ends <= ? OR state = 'cancelled')",
            [now.secondsSinceEpoch])
        {
            let place = try row.parsed("place", in: "meetings") { JSON.value(Place.self, from: $0) }
            guard blotter.isNamed(in: place.text) else { continue }
            try database.execute(sql: "UPDATE meetings SET place = NULL WHERE id = ?", arguments: [row["id"] as String])
        }
    }

    static func eraseMails(
        _ traces: Traces, _ erasure: Erasure, _ blotter: Blotter, in database: Database, at now: Instant
    ) throws {
        let own = try entries("true", [], in: database).filter { $0.names(traces, before: erasure.forgetting.asked) }
        for entry in own {
            if entry.state.isOpen {
                try database.execute(
                    sql:
                        "UPDATE outbox SET state = 'expired', fence = fence + 1, lease_until = NULL, settled = ? WHERE id = ?",
                    arguments: [now.secondsSinceEpoch, entry.id])
            }
            try database.execute(sql: "DELETE FROM bodies WHERE mail = ?", arguments: [entry.id])
            if traces.ids.contains(entry.recipient) {
                try erase(entry, erasure, in: database)
            } else {
                try eraseWords(of: entry, traces, erasure, blotter, in: database)
            }
        }
        // Whatever was written down: what has been sent and has the name goes.
        for mail in try mails(naming: traces, in: database) {
            try database.execute(
                sql: "DELETE FROM bodies WHERE mail = ? AND mail NOT IN (SELECT id FROM outbox WHERE \(open))",
                arguments: [mail])
        }
        try eraseSenders(traces, in: database)
    }

    /// A mail to the person: what became of it stays.
    private static func erase(_ entry: OutboxEntry, _ erasure: Erasure, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE outbox SET key = 'forgotten ' || id, recipient = ?, recipient_address = ?,
                    sender_address = ?, message_id = '<' || id || ?, subject = '', words = NULL WHERE id = ?
                """,
            arguments: [
                erasure.substitute.rawValue, Erasure.nobody, Erasure.nobody,
                "." + erasure.substitute.rawValue + "@jalon.invalid>", entry.id,
            ])
    }

    /// A mail to somebody else that names the person.
    private static func eraseWords(
        of entry: OutboxEntry, _ traces: Traces, _ erasure: Erasure, _ blotter: Blotter, in database: Database
    ) throws {
        // Who brings a mail about stands at the end of its key.
        var key = entry.key.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in key.indices.suffix(2) where traces.ids.contains(Person.ID(key[index])) {
            key[index] = erasure.substitute.rawValue
        }
        // A subject has the first name mostly, and may have the last.
        let parts =
            traces.names.map { NameWords($0).words }.flatMap { [$0.first, $0.last].compactMap(\.self) }
            + traces.ids.map(\.rawValue)
        let subject = NameWords(entry.subject)
        let isNamed = parts.contains { subject.contains(NameWords($0)) }
        try database.execute(
            sql: "UPDATE outbox SET key = ?, subject = ?, words = ? WHERE id = ?",
            arguments: [
                key.joined(separator: " "), isNamed ? "" : entry.subject, entry.words.map(blotter.blotted), entry.id,
            ])
    }

    /// What an address of the person's has sent, while it was the programme's.
    private static func eraseSenders(_ traces: Traces, in database: Database) throws {
        for row in try database.rows("SELECT DISTINCT sender_address AS sender FROM outbox WHERE NOT (\(open))") {
            let sender: String = row["sender"]
            let parts = sender.split(separator: "@", maxSplits: 1)
            // Each mail may have had a sender of its own, `mailbox+b-token@…`.
            let plain = parts.count == 2 ? "\(parts[0].split(separator: "+")[0])@\(parts[1])" : sender
            guard [sender, plain].compactMap(EmailAddress.init).contains(where: traces.addresses.contains) else {
                continue
            }
            try database.execute(
                sql: "UPDATE outbox SET sender_address = ? WHERE sender_address = ? AND NOT (\(open))",
                arguments: [Erasure.nobody, sender])
        }
    }
}
