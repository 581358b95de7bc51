import Foundation
import Ledger
import LoopbackSMTP
import Testing

@Suite struct DaemonTests {
    private struct Site {
        let server: LoopbackServer
        let config: URL
        let state: URL

        init(script: Script = Script()) throws {
            server = try LoopbackServer(script: script)
            let root = try Binary.scratch()
            config = root.appendingPathComponent("config")
            state = root.appendingPathComponent("state")
            try write()
        }

        func write(away: String = "", withSecondPair: Bool = true) throws {
            try SampleFiles.write(
                to: config, server: "smtp://127.0.0.1:\(server.port)", away: away, withSecondPair: withSecondPair)
        }

        func start() throws -> RunningDaemon { try RunningDaemon(config: config, state: state) }

        var recipients: [String] { server.received().flatMap(\.recipients).sorted() }
    }

    /// Reads the log until so many mails are recorded as sent.
    private func see(_ mails: Int, sentBy daemon: RunningDaemon) throws {
        while daemon.lines.count(where: { $0.contains("is sent") }) < mails {
            let before = daemon.lines.count
            _ = try #require(daemon.nextLine(), "the log ended after \(before) lines: \(daemon.lines)")
        }
    }

    @Test func `the daemon invites, ends on SIGTERM with code 0, and a second start sends nothing again`() async throws {
        let site = try Site()
        let daemon = try site.start()
        let started = try #require(daemon.line(containing: "started"))
        #expect(started.contains("2 relationships"))
        let owed = try self.owed(site)
        try see(owed, sentBy: daemon)
        #expect(daemon.terminate() == 0)
        #expect(site.recipients.count == owed && owed >= 8)
        let again = try site.start()
        #expect(again.line(containing: "started") != nil)
        #expect(again.terminate() == 0)
        #expect(site.recipients.count == owed)
        site.server.stop()
    }

    @Test func `killed with SIGKILL at every mail, it sends nothing twice`() async throws {
        let site = try Site()
        var counts: [Int] = []
        for kill in 0..<6 {
            let daemon = try site.start()
            _ = try #require(daemon.line(containing: "started"))
            for _ in 0..<kill where daemon.line(containing: "is sent") != nil { break }
            daemon.kill()
            counts.append(site.recipients.count)
        }
        let daemon = try site.start()
        _ = try #require(daemon.line(containing: "started"))
        let owed = try self.owed(site)
        // What was cut off between the last byte and its answer goes again after a quarter of an hour, not at once.
        while site.server.received().count < owed - 6 { _ = try #require(daemon.nextLine()) }
        #expect(daemon.terminate() == 0)
        let ids = site.server.received().map(\.messageID)
        #expect(Set(ids).count == ids.count)
        site.server.stop()
    }

    @Test func `a reload takes a good edit, and refuses a bad one with its place`() async throws {
        let site = try Site()
        let daemon = try site.start()
        _ = try #require(daemon.line(containing: "started"))
        let arguments = ["--config", site.config.path, "--state", site.state.path]
        let good = try await Binary.run("reload", arguments[0], arguments[1], arguments[2], arguments[3])
        #expect(good.status == 0 && good.output.contains("accepted"))
        try Data("programme: {nmae: x}\n".utf8).write(to: site.config.appendingPathComponent("jalon.yaml"))
        let bad = try await Binary.run("reload", arguments[0], arguments[1], arguments[2], arguments[3])
        #expect(bad.status == 1 && bad.errors.contains("jalon.yaml:1:13: error: unknown key 'nmae'"))
        // A bare SIGHUP does not harm either: the old configuration goes on.
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(daemon.line(containing: "reload refused") != nil)
        #expect(daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a relationship that vanishes is held until it is accepted`() async throws {
        let site = try Site()
        let daemon = try site.start()
        try see(owed(site), sentBy: daemon)
        try site.write(withSecondPair: false)
        let held = try await Binary.run("reload", "--config", site.config.path, "--state", site.state.path)
        #expect(held.status == 1 && held.errors.contains("held"))
        let hash = try #require(held.errors.firstMatch(of: /--accept ([0-9a-f]+)/)?.output.1)
        let plan = try await Binary.run("plan", "--config", site.config.path, "--state", site.state.path)
        #expect(plan.output.contains("--accept \(hash)") && plan.output.contains("cancelled"))
        let accepted = try await Binary.run(
            "reload", "--config", site.config.path, "--state", site.state.path, "--accept", String(hash))
        #expect(accepted.status == 0)
        _ = try #require(daemon.line(containing: "(cancellation to"))
        #expect(daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a second daemon on one state directory is refused with the first one's process`() async throws {
        let site = try Site()
        let daemon = try site.start()
        _ = try #require(daemon.line(containing: "started"))
        let second = try await Binary.run("run", "--config", site.config.path, "--state", site.state.path)
        #expect(second.status == 1)
        #expect(second.errors.contains("is taken by another jalon (process \(daemon.process.processIdentifier))"))
        #expect(daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a start that finds mistakes goes on with what was accepted last, and says so`() async throws {
        let site = try Site()
        let first = try site.start()
        _ = try #require(first.line(containing: "started"))
        #expect(first.terminate() == 0)
        try Data("programme: {nmae: x}\n".utf8).write(to: site.config.appendingPathComponent("jalon.yaml"))
        let second = try site.start()
        #expect(second.line(containing: "running on the last accepted configuration") != nil)
        #expect(second.terminate() == 0)
        site.server.stop()
    }

    @Test func `logs name nobody`() async throws {
        let site = try Site()
        let daemon = try site.start()
        try see(owed(site), sentBy: daemon)
        #expect(daemon.terminate() == 0)
        let log = daemon.lines.joined(separator: "\n").lowercased()
        for word in ["claire", "thomas", "léa", "exemple.fr", "rencontre"] { #expect(!log.contains(word)) }
        site.server.stop()
    }

    /// How many mails the ledger has owed so far.
    private func owed(_ site: Site) throws -> Int {
        let url = site.state.appendingPathComponent("ledger.sqlite")
        let ledger = try Ledger.open(path: url.path, readOnly: true)
        return try ledger.outbox().count
    }
}

extension ReceivedMail {
    /// The Message-ID in the header.
    fileprivate var messageID: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.firstMatch(of: /Message-ID: ?(<[^>]+>)/).map { String($0.output.1) } ?? ""
    }
}
