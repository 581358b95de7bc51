import Foundation
import Ledger
import LoopbackSMTP
import Testing

/// `jalon outbox`, `jalon status` and `jalon doctor` over a server that misbehaves.
// A daemon that says nothing more fails its test instead of holding up the others.
@Suite(.timeLimit(.minutes(5))) struct OutboxCommandTests {
    /// Lets the daemon run until no mail is owed but those in some states.
    private func settle(_ site: ServedSite, _ daemon: RunningDaemon, leaving states: Set<OutboxEntry.State> = [])
        async throws
    {
        _ = try #require(await daemon.line(containing: "started"))
        while try site.mails().contains(where: { $0.state.isOpen && !states.contains($0.state) }) {
            _ = try #require(await daemon.nextLine(), "\(daemon.lines)")
        }
    }

    @Test func `a refused mail is shown with the server's words, and tried again at once by an admin's word`()
        async throws
    {
        var script = Script()
        script.rcpt = [.reply(550, "5.1.1 nobody here")]
        let site = try ServedSite(script: script)
        let daemon = try site.start()
        try await settle(site, daemon)
        let refused = try #require(site.mails().first { $0.state == .failed })
        let list = try await site.jalon("outbox", "list")
        #expect(list.output.contains("failed") && list.output.contains("550 5.1.1 nobody here"))
        let shown = try await site.jalon("outbox", "show", "\(refused.id)")
        #expect(shown.output.contains("\(refused.messageID)") && shown.output.contains("state               failed"))
        let status = try await site.jalon("status", "--format", "json")
        #expect(status.output.contains("\"undelivered\" : 1") && status.output.contains("\"running\" : true"))
        let retried = try await site.jalon("outbox", "retry", "\(refused.id)")
        #expect(retried.status == 0 && retried.output.contains("mail \(refused.id) is scheduled now"))
        while try site.mails().contains(where: { $0.state != .sent }) { _ = try #require(await daemon.nextLine()) }
        #expect(site.server.received().filter { $0.messageID == "\(refused.messageID)" }.count == 1)
        #expect(await daemon.terminate() == 0)
        site.server.stop()
    }

    @Test func `a mail that is dropped does not go, and one that is sent cannot be dropped`() async throws {
        var script = Script()
        script.rcpt = Array(repeating: .reply(450, "4.2.0 come again"), count: 100)
        let site = try ServedSite(script: script)
        let daemon = try site.start()
        try await settle(site, daemon, leaving: [.deferred])
        #expect(await daemon.terminate() == 0)
        let waiting = try #require(site.mails().first)
        let dropped = try await site.jalon("outbox", "drop", "\(waiting.id)")
        #expect(dropped.status == 0 && dropped.output.contains("mail \(waiting.id) is cancelled now"))
        let again = try await site.jalon("outbox", "drop", "\(waiting.id)")
        #expect(again.status == 1 && again.errors.contains("is cancelled: it is no longer owed"))
        let missing = try await site.jalon("outbox", "drop", "4711")
        #expect(missing.status == 1 && missing.errors.contains("there is no mail 4711"))
        site.server.stop()
    }

    @Test func `an older copy of the ledger that was put back is held with words, and goes on when it is released`()
        async throws
    {
        let site = try ServedSite()
        let ledger = site.state.appendingPathComponent("ledger.sqlite").path
        // Nobody listens on port 1: what is copied owes everything.
        try SampleFiles.write(to: site.config, server: "smtp://127.0.0.1:1")
        let first = try site.start()
        _ = try #require(await first.line(containing: "does not answer as it should"))
        #expect(await first.terminate() == 0)
        let manager = FileManager.default
        for suffix in ["", "-wal"] where manager.fileExists(atPath: ledger + suffix) {
            try manager.copyItem(atPath: ledger + suffix, toPath: ledger + ".copy" + suffix)
        }
        try SampleFiles.write(to: site.config, server: "smtp://127.0.0.1:\(site.server.port)")
        let second = try site.start()
        try await settle(site, second)
        #expect(await second.terminate() == 0)
        let sent = site.server.received().count
        for suffix in ["", "-wal", "-shm"] {
            try? manager.removeItem(atPath: ledger + suffix)
            try? manager.moveItem(atPath: ledger + ".copy" + suffix, toPath: ledger + suffix)
        }
        let third = try site.start()
        let held = try #require(await third.line(containing: "the ledger is an older copy"))
        #expect(held.contains("\(sent) mails have left since"))
        _ = try #require(await third.line(containing: "started"))
        #expect(try await site.jalon("status").output.contains("sending is held"))
        #expect(site.server.received().count == sent)
        let released = try await site.jalon("outbox", "release")
        #expect(released.status == 0, "\(released.errors)")
        while try site.mails().contains(where: { $0.state != .sent }) { _ = try #require(await third.nextLine()) }
        #expect(site.server.received().count == 2 * sent)
        #expect(await third.terminate() == 0)
        site.server.stop()
    }

    @Test func `doctor says step by step what works, and sends a test mail where it is told to`() async throws {
        let site = try ServedSite()
        let fine = try await site.jalon("doctor", "--send-to", "claire@example.org")
        #expect(fine.status == 0, "\(fine.output)")
        #expect(fine.output.contains("offers") && fine.output.contains("taken for claire@example.org: 250"))
        #expect(site.server.received().map(\.recipients) == [["claire@example.org"]])
        site.server.stop()
        let broken = try await site.jalon("doctor")
        #expect(broken.status == 1 && broken.output.contains("wrong  connection"))
    }

    @Test func `without a ledger the commands say so`() async throws {
        let site = try ServedSite()
        for command in ["status", "outbox"] {
            let outcome = try await site.jalon(command)
            #expect(outcome.status == 1 && outcome.errors.contains("there is no ledger in"))
        }
        site.server.stop()
    }
}
