import Foundation
import GRDB
import Mentoring
import Testing

@testable import Ledger

/// What stands in logs instead of names.
@Suite struct PseudonymTests {
    private static let firstNames = ["claire", "thomas", "lea", "nadia", "anne-marie", "zoé", "jean"]

    @Test func `a ledger gives a key one id, and another ledger another`() throws {
        let (first, second) = (try Ledger.inMemory().pseudonyms(), try Ledger.inMemory().pseudonyms())
        for name in Self.firstNames {
            let person = Person.ID(name)
            #expect(first.of(person) == first.of(person))
            #expect(first.of(person) != second.of(person))
            #expect(first.of(person).wholeMatch(of: /p-[0-9A-HJKMNP-TV-Z]{7}/) != nil)
            #expect(first.of(Relationship.ID(name)).hasPrefix("r-"))
        }
    }

    @Test func `a list of first names resolves no id`() throws {
        let pseudonyms = try Ledger.inMemory().pseudonyms()
        let known = Set(Self.firstNames.map { EarlierPseudonym.of(Person.ID($0)) })
        for name in Self.firstNames { #expect(!known.contains(pseudonyms.of(Person.ID(name)))) }
    }

    @Test func `the id is an HMAC with SHA-256, as RFC 2104 has it`() {
        // python3 -c 'import hmac; print(hmac.new(bytes(range(32)), b"p-Y0J0P2S", "sha256").hexdigest()[:16])'
        let pseudonyms = Pseudonyms(key: (0..<32).map { UInt8($0) })
        #expect(pseudonyms.replacing("p-Y0J0P2S") == "p-" + EarlierPseudonym.text(of: 0xFF08_9E27_62EE_945D))
    }

    @Test func `a ledger keeps its key when it is opened again and when it is copied`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString).sqlite")
            .path
        let before = try Ledger.open(path: path).pseudonyms()
        let after = try Ledger.open(path: path)
        #expect(try after.pseudonyms() == before)
        #expect(try after.copyInMemory().pseudonyms() == before)
    }

    @Test func `ids that an earlier version wrote are replaced, and what looks alike stays`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString).sqlite")
            .path
        let names = Schema.migrator.migrations
        let last = try #require(names.firstIndex { $0.hasPrefix("ids by a key") })
        let (claire, pair) = (Person.ID("claire"), Relationship.ID("claire-lea"))
        let database = try DatabasePool(path: path)
        try Schema.migrator.migrate(database, upTo: names[last - 1])
        try database.write { database in
            for subject in [
                "m-0123456789AB \(EarlierPseudonym.of(claire))", EarlierPseudonym.of(pair), "m-0123456789AB",
                "p-0123456789AB", "invitation",
            ] {
                try database.execute(
                    sql: "INSERT INTO journal (at, event, subject) VALUES (1, 'answered', ?)", arguments: [subject])
            }
            try database.execute(
                sql: """
                    INSERT INTO outbox (key, relationship, recipient, template, sender_address, recipient_address,
                        message_id, subject, composed, not_before, state)
                    VALUES (?, 'claire-lea', 'nadia', 'coordinator-note', 'm@example.org', 'n@example.org', '<k@example.org>',
                        '', 1, 1, 'sent')
                    """, arguments: ["pause wanted \(EarlierPseudonym.of(pair)) 2026-12-01 claire"])
        }
        try database.close()
        let ledger = try Ledger.open(path: path)
        let pseudonyms = try ledger.pseudonyms()
        #expect(
            try ledger.journal(after: 0).map(\.entry.subject) == [
                "m-0123456789AB \(pseudonyms.of(claire))", pseudonyms.of(pair), "m-0123456789AB", "p-0123456789AB",
                "invitation",
            ])
        // The note is known still, and does not go again.
        #expect(try ledger.hasMail(key: "pause wanted \(pseudonyms.of(pair)) 2026-12-01 claire"))
        #expect(try !ledger.knowsNames())
    }
}
