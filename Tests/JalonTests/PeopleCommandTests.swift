import Foundation
import Ledger
import LoopbackSMTP
import Testing

/// `jalon people`, `jalon backup` and `jalon log` through the real program.
@Suite(.timeLimit(.minutes(5))) struct PeopleCommandTests {
    /// A site whose invitations have been sent.
    private func site() async throws -> ServedSite {
        let site = try ServedSite()
        let pass = try await site.jalon("once")
        try #require(pass.status == 0, "\(pass.errors)")
        return site
    }

    @Test func `what is known of a person is written to a file of their own, and to a calendar`() async throws {
        let site = try await site()
        defer { site.server.stop() }
        let out = site.root.appendingPathComponent("out")
        let export = try await site.jalon("people", "export", "thomas", "--out", out.path)
        #expect(export.status == 0, "\(export.errors)")
        let file = out.appendingPathComponent("thomas.json")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let person = json?["person"] as? [String: Any]
        #expect(person?["email"] as? String == "thomas@exemple.fr")
        let meetings = try #require(json?["meetings"] as? [[String: Any]])
        let mails = try #require(json?["mails"] as? [[String: Any]])
        #expect(!meetings.isEmpty && mails.count == meetings.count)
        #expect((mails.first?["text"] as? String)?.contains("Claire") == true)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("lea@exemple.fr") == false)
        let calendar = try String(contentsOf: out.appendingPathComponent("thomas.ics"), encoding: .utf8)
        #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count - 1 == meetings.count)
        let again = try await site.jalon("people", "export", "thomas", "--out", out.path)
        #expect(again.status == 1 && again.errors.contains("exists already"))
        let nobody = try await site.jalon("people", "export", "mallory", "--out", out.path)
        #expect(nobody.status == 1 && nobody.errors.contains("nobody has the id 'mallory'"))
    }

    @Test func `forgetting is refused with the place while a file names the person, then leaves no trace`() async throws
    {
        let site = try await site()
        defer { site.server.stop() }
        let refused = try await site.jalon("people", "forget", "lea")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("jalon.yaml:14:3: error: the files still name 'lea' here"), "\(refused.errors)")
        #expect(
            refused.errors.contains("jalon.yaml:17:40: error: the files still name 'lea' here"), "\(refused.errors)")
        try site.write(withSecondPair: false)
        let file = site.config.appendingPathComponent("jalon.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.split(separator: "\n").filter { !$0.contains("lea") }.joined(separator: "\n").utf8).write(
            to: file)
        // The daemon runs on the old files still.
        let early = try await site.jalon("people", "forget", "lea")
        #expect(early.status == 1 && early.errors.contains("still names them"))
        let held = try await site.jalon("once")
        let hash = try #require(held.errors.firstMatch(of: /--accept ([0-9a-f]+)/)?.output.1)
        #expect(try await site.jalon("once", "--accept", String(hash)).status == 0)
        #expect(site.recipients.filter { $0 == "lea@exemple.fr" }.count > 1)
        let done = try await site.jalon("people", "forget", "lea")
        #expect(done.status == 0 && done.output.contains("leave the ledger now"), "\(done.output)\(done.errors)")
        let files = try #require(FileManager.default.enumerator(atPath: site.root.path)?.allObjects as? [String])
        for name in files {
            guard let data = try? Data(contentsOf: site.root.appendingPathComponent(name)) else { continue }
            for word in ["lea@exemple.fr", "Martin", "claire-lea"] {
                #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
            }
        }
    }

    @Test func `a backup is made while the daemon runs, and opens held`() async throws {
        let site = try ServedSite()
        defer { site.server.stop() }
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        let file = site.root.appendingPathComponent("backup.sqlite")
        let backup = try await Binary.run("backup", file.path, "--state", site.state.path)
        #expect(backup.status == 0 && backup.output.contains("checked"), "\(backup.errors)")
        #expect(await daemon.terminate() == 0)
        // Restored as the manual says.
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: site.ledgerPath + suffix) }
        try FileManager.default.copyItem(atPath: file.path, toPath: site.ledgerPath)
        let sent = site.recipients.count
        let pass = try await site.jalon("once")
        #expect(pass.status == 75 && pass.errors.contains("sending is held"))
        #expect(site.recipients.count == sent)
        #expect(try await site.jalon("status").output.contains("sending is held"))
    }

    @Test func `the log speaks in the keys of the files`() async throws {
        let site = try await site()
        defer { site.server.stop() }
        let log = try await site.jalon("log", "--about", "claire-lea")
        #expect(log.status == 0)
        let lines = log.output.split(separator: "\n")
        #expect(
            !lines.isEmpty && lines.allSatisfy { $0.contains("announced  m-") && $0.contains("claire-lea session") })
        let moved = try await site.jalon("relationship", "pause", "claire-lea")
        #expect(moved.status == 0, "\(moved.errors)")
        let after = try await site.jalon("log", "--format", "json")
        #expect(after.output.contains("\"subject\" : \"claire-lea\""))
        let line = try #require(try Ledger.open(path: site.ledgerPath, readOnly: true).journal(after: 0).last)
        let translated = try await site.jalon(
            "log", "--translate", input: Data("jalon[7]: \(line.entry.withoutDetail)\n".utf8))
        #expect(translated.output.contains("claire-lea"))
    }
}
