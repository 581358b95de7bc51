import Foundation
import GRDB
import Mentoring
import Synchronization
import Testing

@testable import Ledger

/// Ledgers of earlier versions, which every later one opens.
@Suite struct MigrationTests {
    static let names = Schema.migrator.migrations

    /// What a first version has written: a meeting, a decision, and a mail that was sent.
    private static let rows = """
        INSERT INTO meetings (id, uid, relationship, series, ordinal, start, zone, starts, ends, state, version)
            VALUES ('m-1', 'm-1@exemple.fr', 'claire-thomas', 'session', 1, '2026-12-03T18:30', 'Europe/Paris',
                1796319000, 1796324400, 'announced', 1);
        INSERT INTO firings (rule, "offset", subject_kind, subject, version, recipient, due, created, outcome, decided)
            VALUES ('invitation', 0, 'meeting', 'm-1', 1, 'thomas', 1796000000, 1796000000, 'sent', 1796000000);
        INSERT INTO outbox (key, meeting, relationship, recipient, template, sender_address, recipient_address,
                message_id, subject, bytes, composed, not_before, state, settled)
            VALUES ('k', 'm-1', 'claire-thomas', 'thomas', 'invitation', 'mentorat@exemple.fr', 'thomas@exemple.fr',
                '<k@exemple.fr>', 'Rencontre', x'4142', 1796000000, 1796000000, 'sent', 1796000000);
        INSERT INTO journal (at, event, subject) VALUES (1796000000, 'announced', 'm-1');
        INSERT INTO facts VALUES ('fingerprint', 'abc');
        """

    private func scratch() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// A ledger as a version has left it.
    private func ledger(upTo name: String, in directory: URL) throws -> String {
        let path = directory.appendingPathComponent("ledger.sqlite").path
        let database = try DatabasePool(path: path)
        try Schema.migrator.migrate(database, upTo: Self.names[0])
        try database.write { try $0.execute(sql: Self.rows) }
        try Schema.migrator.migrate(database, upTo: name)
        try database.close()
        return path
    }

    private func expectAll(in ledger: Ledger) throws {
        #expect(try ledger.meetings(in: [.announced]).map(\.uid) == ["m-1@exemple.fr"])
        let mail = try #require(try ledger.outbox().first)
        #expect((mail.state, mail.recipient.rawValue, mail.subject) == (.sent, "thomas", "Rencontre"))
        #expect(try ledger.body(of: mail.id) == [0x41, 0x42])
        #expect(try ledger.firings(of: Rule.ID("invitation")).map(\.outcome) == ["sent"])
        #expect(try ledger.fact(.fingerprint) == "abc")
        #expect(try ledger.forgettings().isEmpty)
    }

    @Test(arguments: names)
    func `a ledger of any earlier version opens, and has everything`(version: String) throws {
        let path = try ledger(upTo: version, in: scratch())
        try expectAll(in: Ledger.open(path: path))
        try expectAll(in: Ledger.open(path: path, readOnly: true))
    }

    @Test(arguments: names.dropLast())
    func `a ledger that is not up to date is not read before it is`(version: String) throws {
        let path = try ledger(upTo: version, in: scratch())
        #expect(throws: LedgerError.older(path: path)) { try Ledger.open(path: path, readOnly: true) }
    }

    @Test(arguments: names.dropLast())
    func `an upgrade that is killed at any statement is done by the next start`(version: String) throws {
        let directory = try scratch()
        let path = try ledger(upTo: version, in: directory)
        // What a kill leaves is what stands in the files at that moment.
        let copies = Mutex<[String]>([])
        var configuration = GRDB.Configuration()
        configuration.prepareDatabase { database in
            database.trace { _ in
                copies.withLock { copies in
                    let copy = directory.appendingPathComponent("killed-\(copies.count).sqlite").path
                    try? FileManager.default.copyItem(atPath: path, toPath: copy)
                    try? FileManager.default.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
                    copies.append(copy)
                }
            }
        }
        let database = try DatabasePool(path: path, configuration: configuration)
        try Schema.migrator.migrate(database)
        let killed = copies.withLock(\.self)
        #expect(killed.count > 5)
        for copy in killed { try expectAll(in: Ledger.open(path: copy)) }
    }
}
