import CivilTime
import Foundation
import Ledger
import LoopbackSMTP
import Mentoring
import Testing

// A daemon that says nothing more fails its test instead of holding up the others.
@Suite(.timeLimit(.minutes(5))) struct OrderCommandTests {
    private let server: LoopbackServer
    private let config: URL
    private let state: URL

    init() throws {
        server = try LoopbackServer(script: Script())
        let root = try Binary.scratch()
        config = root.appendingPathComponent("config")
        state = root.appendingPathComponent("state")
        try SampleFiles.write(to: config, server: "smtp://127.0.0.1:\(server.port)")
    }

    private var places: [String] { ["--config", config.path, "--state", state.path] }

    private func jalon(_ arguments: String...) async throws -> Binary.Outcome {
        try await Binary.run(executable: Binary.url.path, arguments + places)
    }

    private func ledger() throws -> Ledger {
        try Ledger.open(path: state.appendingPathComponent("ledger.sqlite").path, readOnly: true)
    }

    private func lastAnnounced() throws -> Meeting {
        try #require(
            ledger().meetings(in: [.announced]).last { $0.relationship.rawValue == "claire-thomas" })
    }

    @Test func `the running daemon carries an order out at once, and tells the participants`() async throws {
        let daemon = try RunningDaemon(config: config, state: state)
        _ = try #require(await daemon.line(containing: "started"))
        let meeting = try lastAnnounced()
        let start = LocalDateTime(meeting.start.date.adding(days: 1), meeting.start.time)
        let moved = try await jalon("meeting", "move", meeting.id.rawValue, start.description)
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(moved.output.contains("moves to \(start): mails to claire, thomas"))
        #expect(try ledger().meeting(meeting.id)?.start == start)
        let refused = try await jalon("meeting", "move", meeting.id.rawValue, "2020-01-01T18:00")
        #expect(refused.status == 1 && refused.errors.contains("is over"))
        let paused = try await jalon("relationship", "pause", "claire-thomas")
        #expect(paused.status == 0 && paused.output.contains("until it is resumed"))
        #expect(try ledger().meetings(in: [.announced]).allSatisfy { $0.relationship.rawValue != "claire-thomas" })
        #expect(await daemon.terminate() == 0)
        server.stop()
    }

    @Test func `without a daemon the command does it itself, and the next start sends the mails`() async throws {
        let first = try RunningDaemon(config: config, state: state)
        _ = try #require(await first.line(containing: "started"))
        while try !ledger().outbox().allSatisfy({ $0.state == .sent }) { _ = try #require(await first.nextLine()) }
        #expect(await first.terminate() == 0)
        let before = server.received().count
        let meeting = try lastAnnounced()
        let cancelled = try await jalon("meeting", "cancel", meeting.id.rawValue)
        #expect(cancelled.status == 0, "\(cancelled.errors)")
        #expect(cancelled.output.contains("no daemon runs"))
        #expect(server.received().count == before)
        let second = try RunningDaemon(config: config, state: state)
        _ = try #require(await second.line(containing: "started"))
        while try !ledger().outbox().allSatisfy({ $0.state == .sent }) { _ = try #require(await second.nextLine()) }
        #expect(await second.terminate() == 0)
        #expect(try ledger().outbox().count { $0.template == .cancellation && $0.meeting == meeting.id } == 2)
        #expect(server.received().count >= before + 2)
        server.stop()
    }
}
