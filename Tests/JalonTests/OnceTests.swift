import Foundation
import Ledger
import LoopbackSMTP
import Mentoring
import Testing

/// `jalon once`: the pass of a site without a daemon.
@Suite(.timeLimit(.minutes(5))) struct OnceTests {
    @Test func `a pass sends all that is due, and a second one nothing`() async throws {
        let site = try ServedSite()
        let first = try await site.jalon("once")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("relationships: 2; next: "))
        let mails = try site.mails()
        #expect(mails.count >= 8 && mails.allSatisfy { $0.state == .sent })
        #expect(site.recipients.count == mails.count)
        let second = try await site.jalon("once")
        #expect(second.status == 0)
        #expect(site.recipients.count == mails.count)
        site.server.stop()
    }

    @Test func `a server that is away leaves the mails owed, exit code 75, and the next pass sends them`() async throws
    {
        var script = Script()
        script.greeting = [.reply(421, "4.3.2 come again")]
        let site = try ServedSite(script: script)
        let first = try await site.jalon("once")
        #expect(first.status == 75, "\(first.errors)")
        #expect(first.errors.contains("mails stay owed for the next pass; the mail server is down: "))
        #expect(try site.mails().contains { $0.state.isOpen })
        let second = try await site.jalon("once")
        #expect(second.status == 0, "\(second.errors)")
        #expect(try site.mails().allSatisfy { $0.state == .sent })
        site.server.stop()
    }

    @Test func `an edit that would cancel much waits for its fingerprint`() async throws {
        let site = try ServedSite()
        #expect(try await site.jalon("once").status == 0)
        try site.write(withSecondPair: false)
        let held = try await site.jalon("once")
        #expect(held.status == 75 && held.errors.contains("held"))
        let hash = try #require(held.errors.firstMatch(of: /--accept ([0-9a-f]+)/)?.output.1)
        #expect(try await site.jalon("once", "--accept", String(hash)).status == 0)
        #expect(try site.mails().contains { $0.template == .cancellation && $0.state == .sent })
        site.server.stop()
    }

    @Test func `two at the same time do not happen, and bad files do not run before any were good`() async throws {
        let site = try ServedSite()
        let daemon = try site.start()
        _ = try #require(await daemon.line(containing: "started"))
        let taken = try await site.jalon("once")
        #expect(taken.status == 1 && taken.errors.contains("is taken by another jalon"))
        #expect(await daemon.terminate() == 0)
        let other = try ServedSite()
        try Data("programme: {}\n".utf8).write(to: other.config.appendingPathComponent("jalon.yaml"))
        let bad = try await other.jalon("once")
        #expect(bad.status == 1 && bad.errors.contains("jalon.yaml:1:"))
        site.server.stop()
        other.server.stop()
    }

    @Test func `verbose says what was decided, and names nobody`() async throws {
        let site = try ServedSite()
        let pass = try await site.jalon("once", "--verbose")
        #expect(pass.errors.contains("debug: invitation of m-"))
        for name in ["claire", "thomas", "Durand", "Petit", "exemple.fr"] {
            #expect(!pass.errors.contains(name), "\(name) in \(pass.errors)")
        }
        site.server.stop()
    }
}
