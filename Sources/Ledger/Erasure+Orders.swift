import GRDB
import MailMessage
import Mentoring

// What was asked, and what servers said.

extension Ledger {
    static func eraseOrders(
        _ traces: Traces, _ erasure: Erasure, _ blotter: Blotter, in database: Database
    ) throws {
        for row in try database.rows("SELECT id, kind, subject, argument, answer FROM orders") {
            let id: Int64 = row["id"]
            let (subject, argument): (String?, String?) = (row["subject"], row["argument"])
            let answer = (row["answer"] as String?).map(blotter.blotted)
            if row["kind"] as String == "incoming" {
                // Nobody waits for what becomes of a mail that came in.
                let incoming = argument.flatMap { JSON.value(Incoming.self, from: $0) }
                if incoming?.names(traces, erasure, blotter) ?? false {
                    try database.execute(sql: "DELETE FROM orders WHERE id = ?", arguments: [id])
                    continue
                }
            }
            try database.execute(
                sql:
                    "UPDATE orders SET subject = ?, answer = ? WHERE id = ? AND (subject IS NOT ?1 OR answer IS NOT ?2)",
                arguments: [erasure.substituted(subject, traces), answer, id])
        }
    }

    /// What a server repeats, where it is kept beside the mails.
    static func eraseServersWords(_ traces: Traces, _ blotter: Blotter, in database: Database) throws {
        // A server may greet people by their given names.
        let given = try givenNames(of: traces, in: database)
        for suspension in try database.rows("SELECT address, words FROM suspensions") {
            let words: String = suspension["words"]
            try database.execute(
                sql: "UPDATE suspensions SET words = ? WHERE address = ?",
                arguments: [blotter.blotted(words, also: given), suspension["address"] as String])
        }
        for fact in [Fact.route, .mailbox, .noRoute, .noMailbox, .notInForce] {
            guard let words = try Self.fact(fact, in: database), blotter.isNamed(in: words) else { continue }
            try save(fact, blotter.blotted(words), in: database)
        }
        // A mailbox that was a person's own; it is not looked at any more, or the files would name them.
        for row in try database.rows("SELECT name FROM mailboxes") {
            let name: String = row["name"]
            guard blotter.isNamed(in: name) else { continue }
            try database.execute(sql: "DELETE FROM mailboxes WHERE name = ?", arguments: [name])
        }
        for row in try database.rows("SELECT id, words FROM outbox WHERE words IS NOT NULL") {
            let words: String = row["words"]
            guard blotter.isNamed(in: words) || NameWords(words).words.contains(where: given.contains) else { continue }
            try database.execute(
                sql: "UPDATE outbox SET words = ? WHERE id = ?",
                arguments: [blotter.blotted(words, also: given), row["id"] as Int64])
        }
    }
}

extension Erasure {
    /// What an order is about, under what stands for it now.
    fileprivate func substituted(_ subject: String?, _ traces: Traces) -> String? {
        guard let subject else { return nil }
        if traces.ids.contains(Person.ID(subject)) { return substitute.rawValue }
        return relationships[Relationship.ID(subject)]?.rawValue ?? subject
    }
}

extension Incoming {
    fileprivate func names(_ traces: Traces, _ erasure: Erasure, _ blotter: Blotter) -> Bool {
        if person.map(traces.ids.contains) ?? false { return true }
        return switch self {
        case .mediatorWanted(let id, _, _), .pauseWanted(let id, _): erasure.relationships[id] != nil
        case .bounce(let mail, let words): traces.mails.contains(mail) || blotter.isNamed(in: words)
        case .setAside(let reason): blotter.isNamed(in: reason)
        default: false
        }
    }
}
