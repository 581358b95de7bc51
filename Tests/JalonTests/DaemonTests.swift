import Foundation
import Ledger
import LoopbackSMTP
import Testing

// A daemon that says nothing more fails its test instead of holding up the others.
@Suite(.timeLimit(.minutes(5))) struct DaemonTests {
    /// Reads the log until so many mails are recorded as sent.
    private func see(_ mails: Int, sentBy daemon: RunningDaemon) async throws {
        while daemon.lines.count(where: { $0.contains("is sent") }) < mails {
            let before = daemon.lines.count
            _ = try #require(await daemon.nextLine(), "the log ended after \(before) lines: \(daemon.lines)")
        }
    }

    @Test func `the daemon invites, ends on SIGTERM with code 0, and a second start sends nothing again`() async throws
    {
        let site = try ServedSite()
        let daemon = try site.start()
        let started = try #require(await daemon.line(containing: "started"))
        #expect(started.contains("relationships: 2"))
        let owed = try self.owed(site)
        try await see(owed, sentBy: daemon)
        #expect(await daemon.terminate() == 0)
        #expect(site.recipients.count == owed && owed >= 8)
        let again = try site.start()
        #expect(await again.line(containing: "started") != nil)
        #expect(await again.terminate() == 0)
        #expect(site.recipients.count == owed)
        site.server.stop()
    }

    @Test func `killed with SIGKILL after each of the first mails, it sends nothing twice`() async throws {
        let site = try ServedSite()
        for mails in 0..<3 {
            let daemon = try site.start()
            _ = try #require(await daemon.line(containing: "started"))
            // More may have left than the log has told so far; then there is nothing to wait for.
            while daemon.lines.count(where: { $0.contains("is sent") }) < mails, try open(site) > 0 {
                _ = try #require(await daemon.nextLine())
            }
            await daemon.kill()
        }
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        // What was cut off between its last byte and the answer is in doubt, and waits for a quarter of an hour.
        while try open(site) > 0 { _ = try #require(await daemon.nextLine()) }
        #expect(await daemon.terminate() == 0)
        let ids = site.server.received().map(\.messageID)
        let owed = try owed(site)
        #expect(Set(ids).count == ids.count && ids.count >= owed - 3)
        site.server.stop()
    }

    @Test func `a reload takes a good edit, and refuses a bad one with its place`() async throws {
        let site = try ServedSite()
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        let arguments = ["--config", site.config.path, "--state", site.state.path]
        let good = try await Binary.run("reload", arguments[0], arguments[1], arguments[2], arguments[3])
        #expect(good.status == 0 && good.output.contains("accepted"))
        try Data("programme: {nmae: x}\n".utf8).write(to: site.config.appendingPathComponent("jalon.yaml"))
        let bad = try await Binary.run("reload", arguments[0], arguments[1], arguments[2], arguments[3])
        #expect(bad.status == 1 && bad.errors.contains("jalon.yaml:1:13: error: unknown key 'nmae'"))
        // A bare SIGHUP does not harm either: the old configuration goes on.
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(await daemon.line(containing: "reload refused") != nil)
        #expect(await daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a relationship that vanishes is held until it is accepted`() async throws {
        let site = try ServedSite()
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        try await see(owed(site), sentBy: daemon)
        try site.write(withSecondPair: false)
        let held = try await Binary.run("reload", "--config", site.config.path, "--state", site.state.path)
        #expect(held.status == 1 && held.errors.contains("held"))
        let hash = try #require(held.errors.firstMatch(of: /--accept ([0-9a-f]+)/)?.output.1)
        let plan = try await Binary.run("plan", "--config", site.config.path, "--state", site.state.path)
        #expect(plan.output.contains("--accept \(hash)") && plan.output.contains("cancelled"))
        let accepted = try await Binary.run(
            "reload", "--config", site.config.path, "--state", site.state.path, "--accept", String(hash))
        #expect(accepted.status == 0)
        _ = try #require(await daemon.line(containing: "(cancellation to"))
        #expect(await daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a second daemon on one state directory is refused with the first one's process`() async throws {
        let site = try ServedSite()
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        let second = try await Binary.run("run", "--config", site.config.path, "--state", site.state.path)
        #expect(second.status == 1)
        #expect(second.errors.contains("is taken by another jalon (process \(daemon.process.processIdentifier))"))
        #expect(await daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a start that finds mistakes goes on with what was accepted last, and says so`() async throws {
        let site = try ServedSite()
        let secret = site.config.appendingPathComponent("secret")
        try Data("geheim".utf8).write(to: secret)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret.path)
        try SampleFiles.write(
            to: site.config, server: "smtp://127.0.0.1:\(site.server.port)",
            mail: ", user: jalon, password: {file: secret}")
        let first = try site.start()
        _ = try #require(await first.line(containing: "started"))
        #expect(await first.terminate() == 0)
        try Data("programme: {nmae: x}\n".utf8).write(to: site.config.appendingPathComponent("jalon.yaml"))
        let second = try site.start()
        _ = try #require(await second.line(containing: "started"))
        #expect(second.lines.contains { $0.contains("running on the last accepted configuration") })
        #expect(await second.terminate() == 0)
        site.server.stop()
    }

    @Test func `logs name nobody`() async throws {
        let site = try ServedSite()
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        try await see(owed(site), sentBy: daemon)
        #expect(await daemon.terminate() == 0)
        let log = daemon.lines.joined(separator: "\n").lowercased()
        for word in ["claire", "thomas", "léa", "exemple.fr", "rencontre"] { #expect(!log.contains(word)) }
        site.server.stop()
    }

    /// How many mails could leave now.
    private func open(_ site: ServedSite) throws -> Int {
        let counts = try ledger(site).outboxCounts()
        return [.scheduled, .claimed, .committing].reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    /// How many mails the ledger has owed so far.
    private func owed(_ site: ServedSite) throws -> Int {
        try ledger(site).outbox().count
    }

    private func ledger(_ site: ServedSite) throws -> Ledger {
        try Ledger.open(path: site.state.appendingPathComponent("ledger.sqlite").path, readOnly: true)
    }
}

extension ReceivedMail {
    /// The Message-ID in the header.
    var messageID: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.firstMatch(of: /Message-ID: ?(<[^>]+>)/).map { String($0.output.1) } ?? ""
    }
}
