import CivilTime
import Foundation
import GRDB
import Mentoring
import Testing

@testable import Ledger

/// Any value of any column may be damaged: what is about it is set aside, and the rest is sent.
@Suite struct DamageTests {
    private static let now = LedgerSamples.now
    /// Tables whose rows are turned into values, and how many rows the sample has of each.
    private static let tables = [
        "outbox", "bodies", "meetings", "announcements", "orders", "firings", "directives", "parties", "suspensions",
    ]
    private static let damages = [
        "NULL", "'nonsense'", "''", "x'00ff'", "9223372036854775807", "-9223372036854775808", "'{\"half\":'", "1.5",
    ]

    /// Three of everything that is open.
    private func ledger() throws -> Ledger {
        let ledger = try Ledger.inMemory()
        var changes = Changes()
        for name in ["a", "b", "c"] {
            changes.meetings.append(try LedgerSamples.meeting("m-\(name)", state: .announced))
            changes.mails.append(
                try LedgerSamples.mail(name, about: "m-\(name)", usefulUntil: Self.now.adding(seconds: 90_000)))
            changes.firings[.meeting(Meeting.ID("m-\(name)"))] = [LedgerSamples.firing("day-before", of: "m-\(name)")]
            changes.parties[Relationship.ID("r-\(name)")] = [Person.ID("thomas")]
            changes.directives[Relationship.ID("r-\(name)")] = [.skip(CivilDate(dayNumber: 20_800))]
        }
        try ledger.commit(changes, at: Self.now)
        for name in ["a", "b", "c"] { _ = try ledger.give(.meeting(Meeting.ID("m-\(name)"), .cancel), at: Self.now) }
        return ledger
    }

    /// Takes the constraints away, as bits on a disk know none, and damages the first row.
    private func damage(_ ledger: Ledger, _ table: String, _ column: String, by value: String) throws {
        try ledger.database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            let columns = try database.columns(in: table).map { "\"\($0.name)\"" }.joined(separator: ", ")
            try database.execute(sql: "CREATE TABLE bare AS SELECT \(columns) FROM \(table)")
            try database.execute(sql: "DROP TABLE \(table)")
            try database.execute(sql: "ALTER TABLE bare RENAME TO \(table)")
            try database.execute(
                sql: "UPDATE \(table) SET \"\(column)\" = \(value) WHERE rowid = (SELECT min(rowid) FROM \(table))")
        }
    }

    @Test(arguments: tables)
    func `one damaged value stops nothing else`(table: String) throws {
        // A number that is the primary key is a number.
        let columns = try ledger().database.read { try $0.columns(in: table).map(\.name) }
            .filter { !["outbox.id", "orders.id", "directives.id", "bodies.mail"].contains("\(table).\($0)") }
        for column in columns {
            for value in Self.damages {
                let ledger = try ledger()
                try damage(ledger, table, column, by: value)
                try lookAtAll(ledger, "\(table).\(column) = \(value)")
            }
        }
    }

    private func lookAtAll(_ ledger: Ledger, _ what: String) throws {
        let lease = Self.now.adding(seconds: 60)
        try ledger.lookForDamage(at: Self.now)
        _ = try ledger.recoverClaims(at: Self.now)
        _ = try ledger.meetings(in: [.announced])
        _ = try ledger.announcements()
        _ = try ledger.directives()
        _ = try ledger.parties()
        _ = try ledger.suspensions()
        _ = try ledger.outbox()
        _ = try ledger.outboxCounts()
        _ = try ledger.mailsInTrouble(limit: 5)
        _ = try ledger.unsoundRelationships()
        _ = try ledger.standstill(at: Self.now)
        #expect(try ledger.openOrders().count >= 2, "\(what)")
        #expect(try ledger.dueFirings(at: Self.now, after: nil, limit: 9).count >= 2, "\(what)")
        var sent = 0
        // One at a time, so that a damaged one may not take the others' place.
        for _ in 0..<9 {
            for entry in try ledger.claim(limit: 1, at: Self.now, leaseUntil: lease) {
                if try ledger.body(of: entry.id) == nil {
                    try ledger.setAside(bodyOf: entry.id, at: Self.now)
                    _ = try ledger.record(.routeFailed(words: "damaged"), for: entry, at: Self.now)
                    continue
                }
                _ = try ledger.record(.bodyHandedOver, for: entry, at: Self.now)
                _ = try ledger.record(.accepted(words: "250"), for: entry, at: Self.now)
                sent += 1
            }
        }
        #expect(sent >= 2, "\(what)")
        // Nobody is woken for what is set aside.
        #expect(try ledger.nextMail().map { $0 > Self.now } ?? true, "\(what)")
        try ledger.setDamagedAside(at: Self.now)
        let named = try ledger.damagedRows()
        #expect(sent == 3 || !named.isEmpty || what.contains("not_before = 9"), "\(what)")
        let written = try ledger.journal(since: Instant(secondsSinceEpoch: 0), limit: 99).count {
            $0.entry.event == "damaged"
        }
        #expect(written == named.count, "\(what)")
    }

    @Test func `what was mended counts again from the next start`() throws {
        let ledger = try ledger()
        try damage(ledger, "outbox", "fence", by: "'x'")
        try ledger.lookForDamage(at: Self.now)
        #expect(try ledger.damagedRows().map(\.description) == ["outbox, row 1: fence cannot be read; it is set aside"])
        try ledger.plant("UPDATE outbox SET fence = 0 WHERE id = 1")
        try ledger.lookForDamage(at: Self.now)
        #expect(try ledger.damagedRows().isEmpty)
        #expect(try ledger.claim(limit: 9, at: Self.now, leaseUntil: Self.now.adding(seconds: 60)).count == 3)
    }

    @Test func `an order that cannot be read is answered, and a mail that cannot be read is named to whoever orders`()
        throws
    {
        let ledger = try ledger()
        try ledger.plant("UPDATE orders SET kind = 'sing' WHERE id = 1")
        #expect(try ledger.openOrders().map(\.id) == [2, 3])
        try ledger.setDamagedAside(at: Self.now)
        let answers = try ledger.database.read { database in
            try String.fetchAll(database, sql: "SELECT answer FROM orders WHERE id = 1 AND accepted = 0")
        }
        #expect(answers == ["orders, row 1: kind cannot be read; it is set aside"])
        try damage(ledger, "outbox", "message_id", by: "'x'")
        let order = try ledger.give(.mail(1, .retry), at: Self.now)
        let answer = try ledger.carryOut(order, .retry, on: 1, at: Self.now)
        #expect(!answer.accepted && answer.text.contains("cannot be read"))
    }
}
