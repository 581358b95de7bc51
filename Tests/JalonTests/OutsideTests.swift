import Foundation
import Ledger
import Testing

/// The daemon against servers and judges that others wrote.
@Suite(.enabled(if: Outside.hasPython, "needs Python with aiosmtpd and icalendar; Scripts/test prepares it"))
struct OutsideTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private struct Site {
        let root: URL
        var config: URL { root.appendingPathComponent("config") }
        var state: URL { root.appendingPathComponent("state") }
        var mails: URL { root.appendingPathComponent("mails") }

        init() throws {
            root = try Binary.scratch()
            try FileManager.default.createDirectory(at: mails, withIntermediateDirectories: true)
        }

        func owed() throws -> Int {
            try Ledger.open(path: state.appendingPathComponent("ledger.sqlite").path, readOnly: true).outbox().count
        }
    }

    @Test func `invitations reach aiosmtpd, and Python's email and icalendar find nothing wrong with them`()
        async throws
    {
        let site = try Site()
        let receiver = try await Outside.Receiver([site.mails.path])
        defer { receiver.end() }
        try SampleFiles.write(to: site.config, server: "smtp://127.0.0.1:\(receiver.port)")
        let daemon = try RunningDaemon(config: site.config, state: site.state)
        _ = try #require(await daemon.line(containing: "started"))
        let owed = try site.owed()
        for _ in 0..<owed { _ = try #require(await receiver.nextLine()) }
        #expect(await daemon.terminate() == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: site.mails.path).map {
            site.mails.appendingPathComponent($0).path
        }
        let judged = try await Outside.python([Self.fixtures.appendingPathComponent("judge.py").path] + files)
        #expect(judged.status == 0, "\(judged.output)")
        #expect(judged.output.contains("\(owed) mails read, 0 faults"))
    }

    @Test(.enabled(if: Outside.hasSink, "needs Postfix's smtp-sink; Scripts/test installs it"))
    func `invitations reach Postfix's smtp-sink`() async throws {
        let site = try Site()
        let port = try Outside.freePort()
        let sink = Process()
        sink.executableURL = URL(fileURLWithPath: Outside.sinkPath)
        sink.arguments = ["-u", "root", "-d", site.mails.path + "/%H%M.", "127.0.0.1:\(port)", "100"]
        // Whoever reads the output of the tests must not have to wait for the sink.
        sink.standardOutput = FileHandle.nullDevice
        sink.standardError = FileHandle.nullDevice
        try sink.run()
        defer { sink.end() }
        try SampleFiles.write(to: site.config, server: "smtp://127.0.0.1:\(port)")
        let daemon = try RunningDaemon(config: site.config, state: site.state)
        _ = try #require(await daemon.line(containing: "started"))
        let owed = try site.owed()
        while daemon.lines.count(where: { $0.contains("is sent") }) < owed { _ = try #require(await daemon.nextLine()) }
        #expect(await daemon.terminate() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.mails.path).count == owed)
    }

    @Test func `STARTTLS and a password reach a server with a certificate of the test's own`() async throws {
        let site = try Site()
        let tls = try await Outside.Certificate(in: site.root)
        let receiver = try await Outside.Receiver([
            site.mails.path, "--tls", tls.certificate, tls.key, "--user", "jalon", "geheim",
        ])
        defer { receiver.end() }
        let daemon = try await start(site, receiver, password: "geheim", authority: tls.certificate)
        let line = try #require(await receiver.nextLine())
        #expect(line.hasSuffix("tls=True"))
        #expect(await daemon.terminate() == 0)
    }

    @Test(arguments: ["wrong password", "untrusted certificate", "no STARTTLS"])
    func `what an admin must mend is one clear line, and the mails stay owed`(trouble: String) async throws {
        let site = try Site()
        let tls = try await Outside.Certificate(in: site.root)
        let other = try await Outside.Certificate(in: Binary.scratch())
        let arguments =
            trouble == "no STARTTLS" ? [] : ["--tls", tls.certificate, tls.key, "--user", "jalon", "geheim"]
        let receiver = try await Outside.Receiver([site.mails.path] + arguments)
        defer { receiver.end() }
        let daemon = try await start(
            site, receiver, password: trouble == "wrong password" ? "guess" : "geheim",
            authority: trouble == "untrusted certificate" ? other.certificate : tls.certificate)
        let line = try #require(await daemon.line(containing: "sending is suspended"))
        let words = ["wrong password": "535", "untrusted certificate": "certificate", "no STARTTLS": "STARTTLS"]
        #expect(line.contains(words[trouble] ?? "?"), "\(line)")
        #expect(!line.contains("guess") && !line.contains("geheim"))
        #expect(await daemon.terminate() == 0)
        #expect(daemon.lines.count { $0.contains("sending is suspended") } == 1)
        let ledger = try Ledger.open(path: site.state.appendingPathComponent("ledger.sqlite").path, readOnly: true)
        #expect(try ledger.outboxCounts().keys.sorted { $0.rawValue < $1.rawValue } == [.scheduled])
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.mails.path).isEmpty)
    }

    private func start(
        _ site: Site, _ receiver: Outside.Receiver, password: String, authority: String
    ) async throws -> RunningDaemon {
        let secret = site.root.appendingPathComponent("password")
        try Data(password.utf8).write(to: secret)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret.path)
        try SampleFiles.write(
            to: site.config, server: "smtp://localhost:\(receiver.port)",
            mail: ", user: jalon, password: {file: \"\(secret.path)\"}, ca: \"\(authority)\"")
        return try RunningDaemon(config: site.config, state: site.state)
    }
}
