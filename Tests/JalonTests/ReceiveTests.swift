import Foundation
import Ledger
import LoopbackSMTP
import Mentoring
import Testing

/// `jalon receive`, as a mail server calls it.
@Suite(.timeLimit(.minutes(5))) struct ReceiveTests {
    private let server: LoopbackServer
    private let config: URL
    private let state: URL

    init() throws {
        server = try LoopbackServer()
        let root = try Binary.scratch()
        config = root.appendingPathComponent("config")
        state = root.appendingPathComponent("state")
        try SampleFiles.write(to: config, server: "smtp://127.0.0.1:\(server.port)", withSecondPair: false)
    }

    private func receive(_ mail: String, _ options: String...) async throws -> Binary.Outcome {
        let process = Binary.process(["receive", "--config", config.path, "--state", state.path] + options)
        return try await Binary.outcome(of: process, input: Data(mail.utf8))
    }

    private func ledger() throws -> Ledger {
        try Ledger.open(path: state.appendingPathComponent("ledger.sqlite").path, readOnly: true)
    }

    private func reply(to uid: String, _ answer: String, at stamp: String = "20261101T080000Z") -> String {
        """
        From: Thomas Petit <thomas@exemple.fr>\r
        Content-Type: text/calendar; method=REPLY\r
        \r
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        METHOD:REPLY\r
        BEGIN:VEVENT\r
        UID:\(uid)\r
        DTSTAMP:\(stamp)\r
        ATTENDEE;PARTSTAT=\(answer):mailto:thomas@exemple.fr\r
        END:VEVENT\r
        END:VCALENDAR\r

        """
    }

    @Test func `an answer is followed with a daemon and without one, and nothing is by a dry run`() async throws {
        let daemon = try RunningDaemon(config: config, state: state)
        _ = try #require(await daemon.line(containing: "started"))
        let meeting = try #require(try ledger().meetings(in: [.announced]).first)
        func answer() throws -> String? {
            try ledger().announcement(of: meeting.id)?.participants.first { $0.person.rawValue == "thomas" }?
                .answer?.answer.rawValue
        }
        let dry = try await receive(reply(to: meeting.uid, "ACCEPTED"), "--dry-run", "--format", "json")
        #expect(dry.status == 0 && dry.output.contains("\"kind\" : \"answer\""))
        #expect(try answer() == nil)
        #expect(try await receive(reply(to: meeting.uid, "ACCEPTED")).status == 0)
        _ = try #require(await daemon.line(containing: "an order was carried out"))
        #expect(try answer() == "accepted")
        #expect(await daemon.terminate() == 0)

        let later = try await receive(reply(to: meeting.uid, "TENTATIVE", at: "20261102T080000Z"))
        #expect(later.status == 0 && later.output == "answer (\(meeting.id)): tentative\n")
        #expect(try answer() == "tentative")
        // The same mail again, as servers may deliver it twice.
        let again = try await receive(reply(to: meeting.uid, "TENTATIVE", at: "20261102T080000Z"))
        #expect(again.status == 0 && again.output.contains("a later answer is known"))
        #expect(try await receive("From: thomas@exemple.fr\n\nBonjour").output.hasPrefix("for-humans"))
        server.stop()
    }

    @Test func `without a ledger the mail server is asked to keep the mail`() async throws {
        let outcome = try await receive("From: thomas@exemple.fr\n\nBonjour")
        #expect(outcome.status == 75 && outcome.errors.contains("there is no ledger"))
        server.stop()
    }
}
